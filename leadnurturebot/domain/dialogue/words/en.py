"""English, the module that has every cue."""

from leadnurturebot.domain.dialogue.words.shape import LanguageWords

# What follows "one" tells a count from a pronoun ("i want one in black", "another one with pockets").
_PRONOUN = r"(?! ?(?:in|with|with[o]ut|that|like|size|for|from|of the|black|white|day|week|thing|question)\b)"

WORDS = LanguageWords(
    cues={
        "abuse": (
            r"(?:you(?:'re| are)?|ur|u) (?:an? )?(?:\w+ )?(?:idiot|stupid|useless|moron|dumb|trash|garbage)"
            r"|stupid (?:bot|robot|shop)|fuck (?:you|off|this)|f\*+k you|shut up|piece of shit|go to hell|screw you"
            r"|\b(?:you|this|u) sucks?\b|bullshit|\bwtf\b|\basshole|\bbitch|\bdickhead|\bmoron"
        ),
        "bot_question": (
            r"(?:are you|r u|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:a |an |the )?"
            r"(?:bot|robot|machine|human|real person|real human|real|person|ai|chatbot|computer|automated|chatgpt)\b"
            r"|what (?:ai|model|bot|llm)\b|\bchat ?gpt\b|\bwho am i (?:talking|speaking|chatting)"
        ),
        "one_moment": (
            r"\b(?:one|just a|a|gimme a|give me a) (?:sec(?:ond)?|moment|minute|min)\b|\bh[ao]ng on\b"
            r"|\bhold on\b|\bbrb\b|\bbe right back\b|\bback in a (?:bit|sec|minute|while|moment)\b"
        ),
        "back_again": (r"\bi'?m back\b|\bhere again\b|\bwhere were we\b|\bback now\b"),
        "let_me_think": (
            r"let me think|(?:i(?:'ll| will)|gonna|need to|have to|want to) (?:think|sleep on)|think about it"
            r"|not sure yet|maybe later|(?:decide|come back) later|\bwhatever\b|\bnever ?mind\b|\bnvm\b|\bforget it\b"
        ),
        "instruction": (
            r"ignore (?:all |your |the |any )*(?:previous |prior )?(?:rules|instructions|prompt)|system ?(?:prompt|:)"
            r"|i(?:'m| am) (?:\w+,? )?(?:the |your )?(?:shop )?(?:owner|admin|developer|boss)\b|(?:change|set|make) (?:the )?price"
            r"|price is (?:now )?\$?\d"
            r"|developer mode|pretend (?:to be|you)|act as\b|your (?:system )?(?:prompt|instructions)|drop table|<script"
        ),
        "removal": (
            r"remove|delete|take (?:\w+ ){0,4}(?:out|off|away)|drop|leave (?:out|off)?|without|get rid|skip|minus"
            r"|except|(?:do ?n[o']?t|no longer) (?:want|need)|no more|forget (?:about )?the|not the|\bcancel(?:led|s|ing|ling)?\b"
        ),
        "colors_asked": (
            r"(?:what|which|other|another|different|more|any|all) colou?rs?|colou?rs? (?:does|do|is|are|available|options)"
        ),
        "clear_cart": (
            r"(?:empty|clear) (?:out )?(?:my |the |this |whole |entire )*(?:cart|basket|bag|everything|it all|all)\b"
            r"|(?:remove|delete|cancel|drop|take out) (?:everything|it all|all (?:of (?:it|them)|items|the items)?|both|"
            r"(?:my |the |this |whole |entire )+(?:cart|basket))(?: (?:from|out|in)\b|\s*[.!]*$)"
        ),
        "similar": (
            r"similar|(?:any ?thing|something|others?|more|ones?|stuff|pieces?) (?:else )?like (?:this|that|it|these|those)"
            r"|same (?:style|kind|sort|vibe|look)|\balternatives?\b|\balike\b"
        ),
        "more_goods": (
            r"\b(?:show|see|got|have|any|send)(?: me)?(?: \w+){0,2} (?:more|others?)\b"
            r"(?! (?:info|details?|pictures?|photos?|pics|colou?rs?|sizes?|expensive|time|questions?|like))"
            r"|\b(?:some|any) ?thing else\b|\bwhat else\b|\bmore (?:options|choices|please|pls)\b|^more\b"
            r"|\b(?:other|different) (?:options?|ones?|models?|styles?|designs?|choices?)\b|^next\b"
        ),
        "cheaper": (
            r"\bcheaper\b(?! (?:at|on|in|from|if|to)\b)|less expensive|lower[ -]priced?|more affordable|something cheap\b"
        ),
        "cheapest": (r"\bcheapest\b|lowest price|least expensive|most affordable"),
        "dearest": (r"most expensive|priciest|highest price"),
        "compare": (
            r"\bdifference\b|\bcompare\b|\bdiffer\b"
            r"|\bwhich (?:one |of (?:them|these|those|the two) |is |would be |do you think is )*(?:is |would be |has |looks )*"
            r"(?:the )?(?:warm|light|heav|thick|thin|soft|long|short|comf|better|best|nice|cool|stretch|dress|formal|casual"
            r"|more|less|tight|loos)\w*|\bwhat(?:'s| is) (?:the )?(?:better|best)\b"
        ),
        "anything": (r"\b(?:some|any) ?things?\b|\bstuff\b|\bwhat (?:do you|have you|can i|else)\b"),
        "gift": (r"\bgifts?\b|\bpresents?\b"),
        "one_of_them": (r"\bones?\b|\bthat\b|\bthis\b"),
        "runs_asked": (
            r"true to size|\b(?:run|come|fit)s?(?: up)? (?:a bit |a little |kind of )?(?:small|large|big|true)\b"
            r"|\bsize (?:up|down)\b|(?:up|down) a size"
        ),
        "length_worry": (
            r"too (?:long|short)\b|\bpetite\b|\bi(?:'m| am) (?:very |quite |really |a bit |so )?(?:short|tall)\b"
            r"|for (?:a |an |someone )?(?:short|tall)\b|(?:long|short) enough"
        ),
        "body_figures": (r"\b(?:my|the) (?:body )?(?:sizes?|measurements?|measures|figures|height|weight)\b"),
        "usual_size": (
            r"\busual(?:ly)?\b|\bnormal(?:ly)?\b|\bmostly\b|\bi(?:'m| am) (?:an?\b|mostly|between)|\bmy size\b"
            r"|\bi (?:always )?(?:wear|take|buy)\b"
        ),
        "pay_cash": (r"\bcash\b|\bcod\b|\bon delivery\b|\bat the door\b"),
        "pay_online": (
            r"\b(?:credit |debit )?card\b|\bvisa\b|\bmastercard\b|\bapple pay\b|\bgoogle pay\b|\bwallet\b|\bonline\b"
        ),
        "address": (
            r"^\W*\d+\w?[,/]? (?:\w+[ ,.']+){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way"
            r"|place|pl|square|sq|terrace|close|highway|hwy)\b"
        ),
        "new_address": (
            r"(?:change|update|new|different|wrong|another|correct) (?:my |the |our )?(?:delivery |shipping )?address"
        ),
        "cart_emoji": ("[\U0001f6d2\U0001f6cd]"),
        "pay_emoji": ("[\U0001f4b3\U0001f4b5\U0001f4b0]"),
        "both": (r"^(?:\w+ ){0,3}both\b"),
        "take_it": (
            r"^(?:\w+,? ){0,3}(?:take|buy|get|want) (?:it|this|that|them)\b(?! (?:off|out|away|back|in\b))"
            r"|^(?:\w+,? ){0,2}sold\b\W*(?:$|how\b|where\b)"
            r"|^(?:\w+,? ){0,2}(?:how|where) (?:do|can) i (?:order|buy|get|purchase)(?: it| this| that| one)?\W*$"
        ),
        # A statement: "is M safer?" asks, "M should be fine" is content.
        "second_thought": (
            r"\bsecond thoughts?\b|\b(?:is|would be|might be|feels) (?:safer|better|wiser)\b|\bi meant\b|\binstead\b"
            r"|\b(?:should|needs? to|has to|meant to|supposed to) (?:be|have been)\b"
            r"(?! (?:ok|okay|fine|good|enough|alright|right|big|small|loose|tight|able))"
            r"|\bchanged my mind\b|\bon the safe side\b|\bto be safe\b"
        ),
        "swap_it": (
            r"\b(?:swap|switch|change|exchange|trade) (?:it|that|this|them|mine)(?: \w+){0,2} (?:for|to|into)\b"
            r"|\b(?:can|could) (?:it|that|this) be\b.{0,40}\binstead\b"
        ),
        "had_it": (
            r"\b(?:arrived|received|got (?:it|them|my|the)|came|delivered|bought|ordered|wore|worn|sent|tried (?:it|them) on)\b"
        ),
        "only_this": (
            r"\b(?:do ?n[o']?t|do not|never) (?:message|msg|text|contact|write(?: to)?|whatsapp) me (?:about|for) any ?thing else\b"
            r"|\bonly (?:write|message|text|contact)(?: to)?(?: me)? about (?:this|my|the) order\b"
        ),
        "huh": (r"^\W*(?:what|huh|eh|pardon|you what|come again)\W*$|^\W*(?:sorry|excuse me)\s*\?+\W*$"),
        "what_if": (r"\bwhat if\b|\bif i (?:remove|take|leave|drop|skip)"),
        "sale_goods": (
            r"\b(?:what|which|any\w*|anything|something|show|see|have|got)\b.{0,60}\b(?:on sale|sale|reduced|clearance|deals|outlet)\b"
            r"|\bsale (?:items?|section|stuff|pieces|things)|\bitems? on sale"
        ),
        "best_sellers": (
            r"best[ -]?sell\w*|most popular|popular (?:items|pieces|ones)|\btrending\b|what'?s (?:hot|new|popular)"
            r"|new (?:arrivals?|in\b|stuff|collection)|\blatest\b"
        ),
        "all_goods": (
            r"\b(?:all|every|whole|entire|full)\b(?! (?:good|set|right|ok|okay|day|the time|time|year|sizes?|colou?rs?)\b)"
            r"|\beverything\b"
        ),
        "catalogue": (
            r"\bcatalog(?:ue)?s?\b|\blook ?book\b|\b(?:whole|entire|full) (?:collection|range|shop|store|stock)\b"
            r"|\b(?:show|see|send|view)(?: me)? (?:everything|it all|all (?:of it|(?:the |your )?products|you have|you sell))\b"
        ),
        "newest": (r"what'?s new|\bnew (?:arrivals?|in\b|stuff|collection)|\blatest\b"),
        "restock": (r"\bback\b|\bagain\b|notif|tell me|let me know|restock|in stock|available|message me|remind"),
        "comes_with": (r"\bcomes? with\b|\binclud\w*\b|\bis there an?\b"),
        "ask_team": (r"^(?:\w+,? ){0,2}ask (?:them|the team|her|him|please|someone|somebody)\b|^ask$"),
        "video": (r"\bvideos?\b|\bclips?\b|\breels?\b"),
        "goes_with": (
            r"\bgo(?:es)? (?:well )?with\b|\bmatch(?:es|ing)?\b|\bwear (?:it )?with\b|\bpair\w* with\b|\bwith (?:it|the|my)\b"
        ),
        "wrong_sent": (
            r"wrong (?:size|item|colou?r|one|product|order|thing).{0,30}\b(?:sent|got|received|arrived|delivered|came)\b"
            r"|\b(?:sent|got|received)\b.{0,20}\bwrong (?:size|item|colou?r|one|product|order|thing)"
        ),
        "payment_trouble": (
            r"payment (?:has |was |is )?(?:failed|fail|didn'?t|did not|not going|error|declin\w*|rejected)"
            r"|card (?:was |is |got )?(?:declined|rejected|refused)|link (?:does ?n'?t|is ?n'?t|not|doesn'?t) work"
            r"|(?:could|can)(?:n'?t| ?not) (?:pay|complete (?:the )?payment)"
        ),
        "hold": (
            r"\b(?:hold|reserve|set aside|put aside) (?:one|it|this|that|them|the|a|mine)\b|\bkeep (?:one|it) for me"
        ),
        "wants_notice": (
            r"tell me|let me know|notif|message me|ping me|remind me|write (?:to )?me|alert me|text me|inform me|update me"
            r"|keep me"
        ),
        "how_measure": (r"how (?:do|to|should|can) (?:i |you )?(?:measure|take my)"),
        "asking": r"\?|\b(?:do|can|could) (?:you|i|we)\b",
        "gift_wrap": (r"gift[ -]?(?:wrap\w*|bag|box|card|note|receipt|pack\w*)|wrap(?:ped)? (?:it|as a gift|for)"),
        # A question, not "tell me when it is back": that is the wish itself.
        "back_when": (
            r"^(?!.{0,150}\b(?:tell|let|notify|message|msg|text|ping|write|inform|remind|alert|email)\b[^.?!]{0,60}\bwhen\b)"
            r".{0,150}\bwhen\b.{0,60}\b(?:back|again|available|in stock|restock\w*|new stock)\b"
            r"|\bwhen (?:do|will|are) you (?:get|have|restock)"
        ),
        "how_long": (
            r"how (?:long|many days|fast|quick\w*|soon)|when (?:will|does|do|would|can|should) (?:it|they|i|my|the|we)"
            r"|delivery time|\barriv|\bdays\b"
        ),
        "how_much": (r"how much|\bcosts?\b|\bfees?\b|\bprice|\bcharges?\b|\bfree\b"),
        "by_a_date": (
            r"\b(?:by|before|until|for) (?:next |this |the )?(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b"
            r"|\b(?:by|before) (?:tomorrow|tonight|the weekend|next week|christmas|the \d)|\bexpress\b|next[- ]day|same[- ]day"
            r"|\bovernight\b|\bfaster\b|\burgent|in time for|\basap\b"
        ),
        "ask_hours": (r"\bopen|\bclos(?:e|ed|ing)\b|\bhours?\b|\bopening\b"),
        "ask_place": (
            r"\bwhere\b|\baddress\b|\blocat|\bvisit\b|\bstores?\b|\bshop near|\bpick ?up\b|\bshowroom\b|\bbus stop\b"
        ),
        "ask_contact": (r"\bphone|\bcall\b|\be-?mail\b|\binstagram\b|\bwebsite\b|\bfacebook\b|\bcontact\b|\bnumber\b"),
        "too_tight": (
            r"\btoo (?:small|big|large|tight|loose|short|long|wide|narrow)\b|does(?:n'?t| not) fit|did(?:n'?t| not) fit"
            r"|wrong size|(?:bigger|smaller|larger|another|different) size|size is wrong"
        ),
        "wants_return": (
            r"\b(?:want|need|like|have|going|trying) to (?:return|exchange|send|swap|change)|\b(?:return|exchange|send back) my\b"
            r"|\bstart a return\b|\bi(?:'m| am) returning\b"
        ),
        "refund_when": (r"refund.{0,60}\b(?:take|when|long|days)\b|\b(?:when|long)\b.{0,60}\b(?:refund|money back)"),
        "competitor": (
            r"(?:cheaper|less|better price) (?:at|on|in|from) (?:another|other|amazon|shein|zara|h&m|temu)"
            r"|(?:shein|temu|amazon|zara|h&m|asos|primark|ebay) (?:has|have|sells|is)"
            r"|(?:saw|found|seen|get|buy|got|cheaper|same).{0,40} (?:at|on|in|from|by) "
            r"(?:shein|temu|amazon|zara|h&m|asos|primark|ebay|(?:an)?other (?:shop|store|site|seller)s?)"
        ),
        "medical": (r"\ballerg|eczema|skin condition|rash\b|psoriasis|dermatitis|sensitive skin"),
    },
    own_cues={
        # "or" and "do" are Hindi words too.
        "either": r"\bor\b|\bbetween\b",
        "asking": r"^(?:do|does|can|could|is|are|which|what|how|may|would|will|if)\b",
        "like_stop": (
            r"stop|unsubscrib|messag|\btext|contact|spam|\blist\b|\bleave\b|annoy|bother|remov|\bwrit|whatsapp|notif|\bads?\b"
            r"|promo|enough|no more|not interested|block|delete|subscri|go away|off (?:your|this|the)|anymore|never again|quit"
        ),
    },
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "a couple": 2,
        "a dozen": 12,
        "both": 2,
    },
    counts=(
        ("more", r"\b{n} (?:more|extra|additional)\b"),
        ("more", rf"\banother {{n}}\b{_PRONOUN}|\b(?:add|have|get|take|want)? ?another(?: please| pls)?$"),
        ("more", r"\badd (?:just )?{n}$"),
        ("less", rf"\b(?:remove|take (?:out|off|away)|drop|delete|minus|leave out) (?:just |only )?{{n}}\b{_PRONOUN}"),
        ("less", r"\b{n} (?:less|fewer)\b|\btake {n} (?:out|off|away)\b"),
        (
            "set",
            r"\b(?:make|change|set|update|switch|reduce|increase)(?: (?:it|that|this|them|the quantity|quantity|qty))?"
            r"(?: to)?(?: just| only)? {n}\b",
        ),
        (
            "set",
            r"\b(?:just|only|actually) {n}\b|\b{n} only\b|\b{n} (?:is|are|will be) (?:enough|fine|plenty|ok|good)\b",
        ),
        (
            "set",
            r"\b(?:want|need|i'?d like|i would like|i'?ll take|i'?ll have|can i (?:get|have)|give me|get me|order|buy)"
            rf"(?: just| only)? {{n}}\b{_PRONOUN}",
        ),
        (
            "set",
            r"\b{n} (?:of )?(?:them|those|these|it|that|this|pieces?|pcs|items?|pairs?)\b|\b(?:qty|quantity):? ?{n}\b",
        ),
        ("set", r"\bx ?{n}\b|\b{n} ?x$"),
    ),
    before_color="in |of the ",
    weekdays=(
        "mon(?:day)?s?",
        "tue(?:s|sday)?s?",
        "wed(?:nesday)?s?",
        "thu(?:rs|rsday)?s?",
        "fri(?:day)?s?",
        "sat(?:urday)?s?",
        "sun(?:day)?s?",
    ),
    near_days={0: "today|tonight", 1: "tomorrow"},
    now="now|at the moment|currently",
    weekend="weekends?",
    girths={"bust": "bust|chest", "waist": "waist", "hip": "hips?"},
    number_marks=r"number|no\.?|nr\.?|option",
    pay_names={"installments": r"instal+ments?|half now|pay later|in parts|split the payment"},
    absent=frozenset({"no", "none", "without", "false", "unlined"}),
    present=frozenset({"yes", "true"}),
    sleeveless=frozenset({"sleeveless"}),
)
