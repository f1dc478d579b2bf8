"""Words beside the intents that change how a message is answered, by language. Small on purpose: a false hit here costs
an odd sentence, a miss only a plainer one."""

from collections.abc import Mapping
from functools import cache, lru_cache

from leadnurturebot.domain.pattern_table import PatternTable

_WORDS: Mapping[str, Mapping[str, str]] = {
    "abuse": {
        "en": r"(?:you(?:'re| are)?|ur|u) (?:an? )?(?:\w+ )?(?:idiot|stupid|useless|moron|dumb|trash|garbage)"
        r"|stupid (?:bot|robot|shop)|fuck (?:you|off|this)|f\*+k you|shut up|piece of shit|go to hell|screw you"
        r"|\b(?:you|this|u) sucks?\b|bullshit|\bwtf\b|\basshole|\bbitch|\bdickhead|\bmoron",
    },
    "bot_question": {
        "en": r"(?:are you|r u|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:a |an |the )?"
        r"(?:bot|robot|machine|human|real person|real human|real|person|ai|chatbot|computer|automated|chatgpt)\b"
        r"|what (?:ai|model|bot|llm)\b|\bchat ?gpt\b|\bwho am i (?:talking|speaking|chatting)",
    },
    "let_me_think": {
        "en": r"let me think|(?:i(?:'ll| will)|gonna|need to|have to|want to) (?:think|sleep on)|think about it"
        r"|not sure yet|maybe later|(?:decide|come back) later|\bwhatever\b|\bnever ?mind\b|\bnvm\b|\bforget it\b",
    },
    "instruction": {
        "en": r"ignore (?:all |your |the |any )*(?:previous |prior )?(?:rules|instructions|prompt)|system ?(?:prompt|:)"
        r"|i(?:'m| am) (?:\w+,? )?(?:the |your )?(?:shop )?(?:owner|admin|developer|boss)\b|(?:change|set|make) (?:the )?price"
        r"|price is (?:now )?\$?\d"
        r"|developer mode|pretend (?:to be|you)|act as\b|your (?:system )?(?:prompt|instructions)|drop table|<script",
    },
    "removal": {
        "en": r"remove|delete|take (?:\w+ ){0,4}(?:out|off|away)|drop|leave (?:out|off)?|without|get rid|skip|minus"
        r"|except|(?:do ?n[o']?t|no longer) (?:want|need)|no more|forget (?:about )?the|not the|cancel",
    },
    "colors_asked": {
        "en": r"(?:what|which|other|another|different|more|any|all) colou?rs?|colou?rs? (?:does|do|is|are|available|options)",
    },
    "clear_cart": {
        "en": r"(?:empty|clear) (?:out )?(?:my |the |this |whole |entire )*(?:cart|basket|bag|everything|it all|all)\b"
        r"|(?:remove|delete|cancel|drop|take out) (?:everything|it all|all (?:of (?:it|them)|items|the items)?|both|"
        r"(?:my |the |this |whole |entire )+(?:cart|basket))(?: (?:from|out|in)\b|\s*[.!]*$)",
    },
    "similar": {
        "en": r"similar|(?:any ?thing|something|others?|more|ones?|stuff|pieces?) (?:else )?like (?:this|that|it|these|those)"
        r"|same (?:style|kind|sort|vibe|look)|\balternatives?\b|\balike\b",
    },
    "more_goods": {
        "en": r"\b(?:show|see|got|have|any|send)(?: me)?(?: \w+){0,2} (?:more|others?)\b"
        r"(?! (?:info|details?|pictures?|photos?|pics|colou?rs?|sizes?|expensive|time|questions?|like))"
        r"|\b(?:some|any) ?thing else\b|\bwhat else\b|\bmore (?:options|choices|please|pls)\b|^more\b"
        r"|\b(?:other|different) (?:options?|ones?|models?|styles?|designs?|choices?)\b|^next\b",
    },
    "cheaper": {
        "en": r"\bcheaper\b(?! (?:at|on|in|from|if|to)\b)|less expensive|lower[ -]priced?|more affordable|something cheap\b",
    },
    "cheapest": {"en": r"\bcheapest\b|lowest price|least expensive|most affordable"},
    "dearest": {"en": r"most expensive|priciest|highest price"},
    "compare": {
        "en": r"\bdifference\b|\bcompare\b|\bdiffer\b"
        r"|\bwhich (?:one |of (?:them|these|those|the two) |is |would be |do you think is )*(?:is |would be |has |looks )*"
        r"(?:the )?(?:warm|light|heav|thick|thin|soft|long|short|comf|better|best|nice|cool|stretch|dress|formal|casual"
        r"|more|less|tight|loos)\w*|\bwhat(?:'s| is) (?:the )?(?:better|best)\b",
    },
    "anything": {"en": r"\b(?:some|any) ?things?\b|\bstuff\b|\bwhat (?:do you|have you|can i|else)\b"},
    "gift": {"en": r"\bgifts?\b|\bpresents?\b"},
    "either": {"en": r"\bor\b|\bbetween\b"},
    "one_of_them": {"en": r"\bones?\b|\bthat\b|\bthis\b"},
    "runs_asked": {
        "en": r"true to size|\b(?:run|come|fit)s?(?: up)? (?:a bit |a little |kind of )?(?:small|large|big|true)\b"
        r"|\bsize (?:up|down)\b|(?:up|down) a size",
    },
    "length_worry": {
        "en": r"too (?:long|short)\b|\bpetite\b|\bi(?:'m| am) (?:very |quite |really |a bit |so )?(?:short|tall)\b"
        r"|for (?:a |an |someone )?(?:short|tall)\b|(?:long|short) enough",
    },
    "usual_size": {
        "en": r"\busual(?:ly)?\b|\bnormal(?:ly)?\b|\bmostly\b|\bi(?:'m| am) (?:an?\b|mostly|between)|\bmy size\b"
        r"|\bi (?:always )?(?:wear|take|buy)\b",
    },
    "pay_cash": {"en": r"\bcash\b|\bcod\b|\bon delivery\b|\bat the door\b"},
    "pay_online": {
        "en": r"\b(?:credit |debit )?card\b|\bvisa\b|\bmastercard\b|\bapple pay\b|\bgoogle pay\b|\bwallet\b|\bonline\b",
    },
    "address": {
        "en": r"^\W*\d+\w?[,/]? (?:\w+[ ,.']+){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way"
        r"|place|pl|square|sq|terrace|close|highway|hwy)\b",
    },
    "new_address": {
        "en": r"(?:change|update|new|different|wrong|another|correct) (?:my |the |our )?(?:delivery |shipping )?address"
    },
    "cart_emoji": {"en": "[\U0001f6d2\U0001f6cd]"},
    "pay_emoji": {"en": "[\U0001f4b3\U0001f4b5\U0001f4b0]"},
    "both": {"en": r"^(?:\w+ ){0,3}both\b"},
    "take_it": {
        "en": r"^(?:\w+,? ){0,3}(?:take|buy|get|want) (?:it|this|that|them)\b(?! (?:off|out|away|back|in\b))"
        r"|^(?:\w+,? ){0,2}sold\b\W*(?:$|how\b|where\b)"
        r"|^(?:\w+,? ){0,2}(?:how|where) (?:do|can) i (?:order|buy|get|purchase)(?: it| this| that| one)?\W*$",
    },
    "second_thought": {
        # A statement: "is M safer?" asks, "M should be fine" is content.
        "en": r"\bsecond thoughts?\b|\b(?:is|would be|might be|feels) (?:safer|better|wiser)\b|\bi meant\b|\binstead\b"
        r"|\b(?:should|needs? to|has to|meant to|supposed to) (?:be|have been)\b"
        r"(?! (?:ok|okay|fine|good|enough|alright|right|big|small|loose|tight|able))"
        r"|\bchanged my mind\b|\bon the safe side\b|\bto be safe\b",
    },
    "swap_it": {
        "en": r"\b(?:swap|switch|change|exchange|trade) (?:it|that|this|them|mine)(?: \w+){0,2} (?:for|to|into)\b"
        r"|\b(?:can|could) (?:it|that|this) be\b.*\binstead\b",
    },
    "had_it": {
        "en": r"\b(?:arrived|received|got (?:it|them|my|the)|came|delivered|bought|ordered|wore|worn|sent|tried (?:it|them) on)\b",
    },
    "only_this": {
        "en": r"\b(?:do ?n[o']?t|do not|never) (?:message|msg|text|contact|write(?: to)?|whatsapp) me (?:about|for) any ?thing else\b"
        r"|\bonly (?:write|message|text|contact)(?: to)?(?: me)? about (?:this|my|the) order\b",
    },
    "huh": {
        "en": r"^\W*(?:what|huh|eh|pardon|you what|come again)\W*$|^\W*(?:sorry|excuse me)\s*\?+\W*$",
    },
    "what_if": {"en": r"\bwhat if\b|\bif i (?:remove|take|leave|drop|skip)"},
    "sale_goods": {
        "en": r"\b(?:what|which|any\w*|anything|something|show|see|have|got)\b.*\b(?:on sale|sale|reduced|clearance|deals|outlet)\b"
        r"|\bsale (?:items?|section|stuff|pieces|things)|\bitems? on sale",
    },
    "best_sellers": {
        "en": r"best[ -]?sell\w*|most popular|popular (?:items|pieces|ones)|\btrending\b|what'?s (?:hot|new|popular)"
        r"|new (?:arrivals?|in\b|stuff|collection)|\blatest\b",
    },
    "newest": {"en": r"what'?s new|\bnew (?:arrivals?|in\b|stuff|collection)|\blatest\b"},
    "restock": {"en": r"\bback\b|\bagain\b|notif|tell me|let me know|restock|in stock|available|message me|remind"},
    "comes_with": {"en": r"\bcomes? with\b|\binclud\w*\b|\bis there an?\b"},
    "ask_team": {"en": r"^(?:\w+,? ){0,2}ask (?:them|the team|her|him|please|someone|somebody)\b|^ask$"},
    "video": {"en": r"\bvideos?\b|\bclips?\b|\breels?\b"},
    "goes_with": {
        "en": r"\bgo(?:es)? (?:well )?with\b|\bmatch(?:es|ing)?\b|\bwear (?:it )?with\b|\bpair\w* with\b|\bwith (?:it|the|my)\b"
    },
    "wrong_sent": {
        "en": r"wrong (?:size|item|colou?r|one|product|order|thing).{0,30}\b(?:sent|got|received|arrived|delivered|came)\b"
        r"|\b(?:sent|got|received)\b.{0,20}\bwrong (?:size|item|colou?r|one|product|order|thing)",
    },
    "payment_trouble": {
        "en": r"payment (?:has |was |is )?(?:failed|fail|didn'?t|did not|not going|error|declin\w*|rejected)"
        r"|card (?:was |is |got )?(?:declined|rejected|refused)|link (?:does ?n'?t|is ?n'?t|not|doesn'?t) work"
        r"|(?:could|can)(?:n'?t| ?not) (?:pay|complete (?:the )?payment)",
    },
    "hold": {
        "en": r"\b(?:hold|reserve|set aside|put aside) (?:one|it|this|that|them|the|a|mine)\b|\bkeep (?:one|it) for me"
    },
    "wants_notice": {
        "en": r"tell me|let me know|notif|message me|ping me|remind me|write (?:to )?me|alert me|text me|inform me|update me"
        r"|keep me",
    },
    "how_measure": {"en": r"how (?:do|to|should|can) (?:i |you )?(?:measure|take my)"},
    "like_stop": {
        "en": r"stop|unsubscrib|messag|\btext|contact|spam|\blist\b|\bleave\b|annoy|bother|remov|\bwrit|whatsapp|notif|\bads?\b"
        r"|promo|enough|no more|not interested|block|delete|subscri|go away|off (?:your|this|the)|anymore|never again|quit",
    },
    "asking": {
        "en": r"\?|^(?:do|does|can|could|is|are|which|what|how|may|would|will|if)\b|\b(?:do|can|could) (?:you|i|we)\b",
    },
    "gift_wrap": {"en": r"gift[ -]?(?:wrap\w*|bag|box|card|note|receipt|pack\w*)|wrap(?:ped)? (?:it|as a gift|for)"},
    "back_when": {
        # A question, not "tell me when it is back": that is the wish itself.
        "en": r"^(?!.*\b(?:tell|let|notify|message|msg|text|ping|write|inform|remind|alert|email)\b[^.?!]*\bwhen\b)"
        r".*\bwhen\b.*\b(?:back|again|available|in stock|restock\w*|new stock)\b"
        r"|\bwhen (?:do|will|are) you (?:get|have|restock)",
    },
    "how_long": {
        "en": r"how (?:long|many days|fast|quick\w*|soon)|when (?:will|does|do|would|can|should) (?:it|they|i|my|the|we)"
        r"|delivery time|\barriv|\bdays\b",
    },
    "how_much": {"en": r"how much|\bcosts?\b|\bfees?\b|\bprice|\bcharges?\b|\bfree\b"},
    "by_a_date": {
        "en": r"\b(?:by|before|until|for) (?:next |this |the )?(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b"
        r"|\b(?:by|before) (?:tomorrow|tonight|the weekend|next week|christmas|the \d)|\bexpress\b|next[- ]day|same[- ]day"
        r"|\bovernight\b|\bfaster\b|\burgent|in time for|\basap\b",
    },
    "ask_hours": {"en": r"\bopen|\bclos(?:e|ed|ing)\b|\bhours?\b|\bopening\b"},
    "ask_place": {
        "en": r"\bwhere\b|\baddress\b|\blocat|\bvisit\b|\bstores?\b|\bshop near|\bpick ?up\b|\bshowroom\b|\bbus stop\b",
    },
    "ask_contact": {
        "en": r"\bphone|\bcall\b|\be-?mail\b|\binstagram\b|\bwebsite\b|\bfacebook\b|\bcontact\b|\bnumber\b"
    },
    "too_tight": {
        "en": r"\btoo (?:small|big|large|tight|loose|short|long|wide|narrow)\b|does(?:n'?t| not) fit|did(?:n'?t| not) fit"
        r"|wrong size|(?:bigger|smaller|larger|another|different) size|size is wrong",
    },
    "wants_return": {
        "en": r"\b(?:want|need|like|have|going|trying) to (?:return|exchange|send|swap|change)|\b(?:return|exchange|send back) my\b"
        r"|\bstart a return\b|\bi(?:'m| am) returning\b",
    },
    "refund_when": {"en": r"refund.*\b(?:take|when|long|days)\b|\b(?:when|long)\b.*\b(?:refund|money back)"},
    "competitor": {
        "en": r"(?:cheaper|less|better price) (?:at|on|in|from) (?:another|other|amazon|shein|zara|h&m|temu)"
        r"|(?:shein|temu|amazon|zara|h&m|asos|primark|ebay) (?:has|have|sells|is)"
        r"|(?:saw|found|seen|get|buy|got|cheaper|same).{0,40} (?:at|on|in|from|by) "
        r"(?:shein|temu|amazon|zara|h&m|asos|primark|ebay|(?:an)?other (?:shop|store|site|seller)s?)",
    },
    "medical": {
        "en": r"\ballerg|eczema|skin condition|rash\b|psoriasis|dermatitis|sensitive skin",
    },
}


@cache
def _table() -> PatternTable[str]:
    """All languages together: a customer may mix them."""
    return PatternTable({cue: "|".join(f"(?:{words})" for words in by.values()) for cue, by in _WORDS.items()})


# A turn asks more than once for the cues of the same message.
@lru_cache(maxsize=512)
def cues_of(text: str) -> tuple[str, ...]:
    """The cues found in a message."""
    return _table().found_in(text.replace("’", "'"))
