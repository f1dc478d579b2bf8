"""What Hindi says beside the intents, in Latin letters, spelled by ear: nahi, nhi, nahin."""

CUES = {
    "abuse": (
        r"\b(?:be(?:wa|v|w)k(?:oo|u)f|ch(?:u|oo)tiy\w+|bhosd\w+|madarch\w+|b(?:eh)?en ?ch\w+d|bhench\w+|harami"
        r"|haraam(?:i|zad\w+)|kamin[aei]|gandu|gaandu|nikamm[aei]|bsdk)\b|\b(?:tu|tum|aap|bot|saa?l[ae]) "
        r"(?:to |bilkul |ek ?dum )?(?:pagal|gadh[ae]|ullu|kutt[ae]|bekaa?r|ghatiya|faltu)\b|\bpagal (?:ho|hai"
        r"|hain|bot)\b|\bghatiya (?:bot|robot|dukaa?n|shop|log)|\b(?:bakwaa?s|faltu) (?:bot|robot|band|dukaa?n"
        r"|shop|mat)|\bchup (?:ho ja|kar|raho|be)|\bdimag (?:kharab|mat kha)"
    ),
    "bot_question": (
        r"\b(?:aap|ap|tum|tu|ye|yeh|yahan) (?:koi |ek |sach me |sach mein |asli )?(?:bot|robot|machine|insaa?n"
        r"|aadmi|chatbot|computer)\b|\b(?:bot|robot|machine|insaa?n|chatbot|computer|ai) (?:ho|hai|hain"
        r"|se baat|bol rah\w+)\b|\basli (?:insaa?n|aadmi|banda|bandi)|\bkaun (?:baat|bol) |\bkis ?se baat "
        r"(?:kar|ho) ?rah\w+|\b(?:aap|tum) kaun (?:ho|hain)\b"
    ),
    "one_moment": (
        r"\b(?:ek|1) (?:minute?|min|second|sec)\b|\bruk(?:o|iye|na) (?:zara|jara|thoda)\b"
        r"|\b(?:zara|jara|thoda) ruk(?:o|iye|na)\b|\babhi aay?[ia]\b|\bthodi der (?:me|mein)\b"
    ),
    "back_again": (
        r"\b[wv]apas aa ga(?:yi|ya|i)\b|^(?:haan ji|haan|ji|ok|sorry|lo)[ ,]{1,2}(?:main )?aa ga(?:yi"
        r"|ya|i)\b|\bkahan the hum\b|\bhum kahan the\b"
    ),
    "let_me_think": (
        r"\bsoch(?:ke|kar|ne|na|ta|ti|te|ungi|unga|oongi|enge)\b|\bsoch (?:ke|kar|lu|lun|loon|lete|lo"
        r"|rah[aei])\b|\bbaa?d (?:me|mein|mai|main) (?:bata|btat|dekh|bolt|le|lu|kar|order|sochen)"
        r"|\bdekht[aei] (?:hu|hun|hoon|hain|h)\b|\b(?:abhi )?(?:pakka|decide|final|tay) (?:nahi|nhi)\b"
        r"|\babhi r[ea]?hne d(?:o|ijiye|ijie|en|ein)\b|\b(?:ghar|pati|husband"
        "|mummy|wife|unse|sabse) (?:pe |par |me |mein |se )?(?:puch|pooch|poochh)"
    ),
    "instruction": (
        r"\b(?:rules?|instructions?|niyam|nirdesh|prompt) (?:ko )?(?:bhool|bhul|ignore|chh?od|mat maan)"
        r"|\bignore (?:kar|kro|maar)|\b(?:mai|main|me|mein|mein hi|hum) (?:hi )?(?:hi |is |iss |yahan ka "
        "|shop ka |dukaa?n ka |company ka ){0,2}(?:maa?lik|maa?lkin|owner|admin|boss|developer) (?:hu|hun"
        r"|hoon|hain|bol)|\b(?:price|daam|rate|kimat|keemat) (?:ko )?(?:badal|badlo|change kar|set kar)"
        r"|\b(?:price|daam|rate) ab (?:₹|rs\.? ?)?\d"
    ),
    "removal": (
        r"\b(?:hata|hatt?ao|hta|htao|hatao|hatana|hataiye|hatado|nikaa?l|nikal)(?:o|na|do|iye|kar|ne|wa|en"
        r"|ein)?\b|\b(?:cancel|remove|delete|minus) (?:kar|kr|krdo|kardo|karo)|\bbina\b|\bke (?:alawa|siva"
        r"|bina)\b|\bchh?od ?(?:do|kar|ke)\b|\bmat (?:lo|lena|daa?l\w*|rakh\w*|add|bhej\w*|do|dena)\b"
        r"|\b(?:nahi|nhi|nahin) (?:chahiye|chaiye|chahie|chiye|lena|leni|lene|lungi|lunga|rakhna|rakhni)"
        r"|\brehne d(?:o|ijiye|en|ein)\b"
    ),
    "colors_asked": (
        r"\b(?:kaun ?(?:se|sa|si|kaun ?se)|kon ?(?:se|sa|si)|konsa|konse|kya kya|kya|kitne|aur|doosr[aei]"
        r"|dusr[aei]|alag|saa?re|koi aur|ek hi) (?:colou?rs?|clrs?|rang|rango|kalar)\b|\b(?:colou?rs?|clrs?|rang) "
        "(?:kya|kaun|kon|kitne|bata|dikha|me kya|mein kya|options?|available|mil)"
    ),
    "clear_cart": (
        r"\b(?:cart|kart|bag|tokri) (?:ko )?(?:poor[aei] |pur[aei] |ek ?dum )?(?:khaa?li|clear|empty|saa?f)\b"
        r"|\b(?:sab|sabhi|sab ?kuch|saa?r[aei]|poor[aei]|pur[aei]|dono) (?:cart |order |saa?maa?n |items? |ko "
        "|kuch )*(?:hata|hta|nikaa?l|delete|remove|cancel|clear|khaa?li)"
    ),
    "similar": (
        r"\b(?:is|iss|isi|isk[ie]|uss?|us[ki]e) ?(?:jais[aei]|type|tarah|jaise hi)|\bjais[aei] (?:aur|kuch|koi"
        r"|hi|dusr|doosr)|\b(?:ais[aei]|wais[aei]|vais[aei]) (?:hi|aur|kuch|koi|type|dusr|doosr)"
        r"|\bmilt[aei][ -]?jult[aei]|\bisi tarah|\bsame (?:type|design|style|pattern|tarah)"
    ),
    "more_goods": (
        r"\baur (?:bhi )?(?:kuch |koi )?(?:dikha|dikhl|dekhn|dekhna|designs?\b|options?\b|pieces?\b|maa?l\b"
        r"|variety|collection)|\b(?:kuch|koi) (?:aur|alag|dusr[aei]|doosr[aei]|naya|nayi)\b(?! (?:colou?r|rang"
        r"|size|photo|pic|sawaa?l))|\baur kya\b|\b(?:dusr[aei]|doosr[aei]|alag) (?:wal[aei] )?(?:dikha"
        r"|designs?|options?|pieces?)|\baage (?:dikha|ke)|^aur(?: aur)?\W*$|\baur (?:hai|hain|h) (?:kya|koi"
        "|kuch)?"
    ),
    "cheaper": (
        r"(?<!sabse )(?<!sab se )\bsast[aei]\b(?! (?:amazon|flipkart|meesho|myntra|bazaa?r|baz[ae]r|market"
        r"|wahan|wahaan))|\b(?:isse|is se|inse|thod[aei]|aur|kuch|koi) kam (?:price|daam|rate|range|budget|me\b"
        r"|mein\b|ka\b|ki\b|wal[aei])|\bkam (?:price|daam|rate|range|budget) (?:me|mein|wal[aei]|ka|ki)\b"
    ),
    "cheapest": r"\bsab ?se (?:sast[aei]|kam (?:price|daam|rate|kimat|keemat|wal[aei]|ka\b|ki\b|me\b|mein\b))",
    "dearest": r"\bsab ?se (?:meh?ng[aei]|mah?ng[aei]|mehang[aei]|costly)",
    "compare": (
        r"\b(?:farak|farq|fark|antar|difference|tulna|compare)\b|\b(?:kaun|kon) ?(?:sa|si|se) "
        "(?:wal[aei] )?(?:zyada |jyada |jada )?(?:better|ach[ch]?h?[aei]|behtar|sahi|best|badhiya|soft"
        "|mulayam|garam|halk[aei]|mot[aei]|patl[aei]|lamb[aei]|chhot[aei]|comfortable|tikau|sundar|fancy)"
        r"|\bdono me(?:in)? (?:se )?(?:kya|kaun|kon|better|ach[ch]?h?[aei])"
    ),
    "anything": r"\bkuch\b|\bkoi (?:cheez|chiz|bhi)|\bkya[ -]kya\b|\bkya (?:hai|milega|milta|rakhte|dikha)\b",
    "gift": r"\b(?:gift|tohf[ae]|uphaa?r|upahar)\b|\b(?:dene|gift) ke liye",
    "one_of_them": r"\bwal[aei]\b|\b(?:yehi|yahi|wahi|iska|iski|isko|isme|uska|uski)\b",
    "runs_asked": (
        r"\b(?:chh?ot[aei]|bad[aei]|tight|loose|dhil[aei]) (?:to )?(?:nahi |nhi )?(?:aat[aei]|aayeg[ai]|niklega"
        r"|niklegi|nikalt[aei])|\bsize (?:me |mein )?(?:kais[aei]|chh?ot[aei]|bad[aei]|sahi|theek|thik"
        r"|bara) (?:aat[aei]|hota|hoti"
        r"|nikalt[aei]|hai|rahega|aayega)|\bfitting kais[aei]|\bek size (?:bad[aei]|chh?ot[aei]|upar|neeche"
        r"|niche)|\bsize (?:upar|bada|chhota) (?:le|lu|lena)"
    ),
    "length_worry": (
        r"\b(?:zyada|jyada|bahut|bohot|kaafi) (?:lamb[aei]|chh?ot[aei]) (?:to )?(?:nahi|nhi|hai|hoga|hogi|ho)"
        r"|\b(?:lamb[aei]|chh?ot[aei]) to (?:nahi|nhi)\b|\bmain? (?:thod[aei] |bahut |kaafi )?(?:lamb[aei]"
        r"|chh?ot[aei])\b|\bheight (?:thod[aei] |bahut |kaafi )?(?:lamb[aei]|chh?ot[aei]|kam|zyada|jyada)\b"
        r"|\bghutn[oe]n? (?:se |ke )"
        r"|\bkitn[aei] lamb[aei]"
    ),
    "body_figures": (r"\bmer[aei] (?:size|naap|measurements?|height|weight)\b"),
    "usual_size": (
        r"\b(?:aksar|usually|normally|hamesha|humesha|zyadatar|jyadatar|aam ?taur)\b|\bmer[aei] size\b"
        r"|\b(?:pehen|pahan|pahen)(?:t[aei]|ti)\b|\b(?:size )?let[aei] (?:hu|hun|hoon|h|hain)\b|\baat[aei] "
        r"(?:hai|h) mujhe\b|\bmujhe \S+ aat[aei]\b"
    ),
    "pay_cash": (
        r"\b(?:cash|cod|c\.o\.d|nagad|nakad|naqad)\b|\bdelivery (?:pe|par|p|ke time|ke waqt)\b|\bghar (?:pe"
        "|par) (?:paise|payment|pay|paisa)"
    ),
    "pay_online": r"\b(?:upi|gpay|g ?pay|phone ?pe|paytm|bhim|card|online|net ?banking|debit|credit|qr)\b",
    "address": (
        r"^\W*(?:(?:h\.? ?no|house ?no|flat|plot|makaa?n|ghar|room|shop|gali|ward)\.? ?(?:no\.? ?"
        r"|number )?[\w/-]*\d|[a-z]?-?\d[\w/-]*).{3,80}\b(?:nagar|vihar|colony|colon[iy]|gali|marg|sector|sec"
        "|road|rd|chowk|mohalla|bazaa?r|enclave|apartments?|society|phase|block|puram|pur|ganj|gaon|dist"
        r"|district|tehsil|delhi|mumbai|noida|\d{6})\b"
    ),
    "new_address": (
        r"\b(?:address|adress|pata|patta) (?:ko )?(?:badal|badl|change|update|galat|alag|dusr|doosr|naya"
        r"|sahi kar|theek kar)|\b(?:naya|nya|dusr[aei]|doosr[aei]|alag|galat) (?:address|adress|pata|pate)\b"
    ),
    "cart_emoji": "[\U0001f6d2\U0001f6cd]",
    "pay_emoji": "[\U0001f4b3\U0001f4b5\U0001f4b0]",
    "both": r"^(?:\S+ ){0,2}donon?\b",
    "take_it": (
        r"^(?:\S+ ){0,3}(?:le ?(?:lu|lun|loon|leti|leta|lete|lungi|lunga|lenge|lo|lijiye|raha|rahi|rahe)|l(?:u"
        r"|oo)ng[ai]|le lungi|lenge)\b|^(?:\S+ ){0,3}(?:kh?arid(?:na|ni|ungi|unga|enge)|lena (?:hai|h|he)"
        r"|leni (?:hai|h|he)|chahiye yahi|pack kar|final kar|book kar|de ?do|de ?dijiye)\b|^(?:(?:mujhe"
        r"|haan?|han|ok|theek hai|thik hai|ji|to|bas) ){0,2}(?:ye|yeh|yahi"
        r"|yehi|wo|woh|wahi|isko|ise) (?:hi |wal[aei] )?(?:chahiye|chaiye|chahie|do|dena|dijiye|final|pack)\b"
        r"|\b(?:order|buy) (?:kaise|kese|kaha|kahan) (?:kar|kr|kre|kro|du|dun|doon|de)|\bkaise (?:order"
        "|kh?arid|mangwa|manga|lu|loon)"
    ),
    # A statement: a question of what is better is asked about, not done.
    "second_thought": (
        r"\b(?:matlab|mtlb|mera matlab)\b|\bki ja?gah\b|\b(?:ke|iske|uske) (?:badle|bajaye|bajay)\b|\b(?:nahi"
        r"|nhi|sorry|arre?|ruko|wait),? (?:\S+ ){0,2}(?:kar|kr|de|karo|krdo|kardo|rakh)\b|\bsoch(?:a|ke|kar)? "
        r"(?:to |ki )?(?:\S+ ){0,3}(?:sahi|theek|thik|better|safe)\b|\b(?:sahi|better|safe"
        r"|ach[ch]?h?[aei]) (?:rahega|rahegi|rhega|rhegi)\b|\b(?:mann|man|mood|plan) badal|\bbadal ?(?:do"
        r"|dijiye|den|kar|ke)\b|\bkar ?do (?:size|colou?r)|\bhon[aei] chahiye"
    ),
    "swap_it": (
        r"\b(?:is(?:ko|e|ka|ki)|us(?:ko|e|ka|ki)|size|colou?r|rang) (?:\S+ ){0,3}(?:se |me |mein )?(?:badal"
        r"|badl|change|exchange|swap)|\b(?:badal|badl)(?:kar|ke)? \S+ (?:kar|kr|de|do)"
    ),
    "had_it": (
        r"\b(?:aa ?gay[aei]|aa chuk[aei]|aay[aei]|mil ?gay[aei]|mil chuk[aei]|mil[aei] (?:hai|h|tha|thi)"
        r"|deliver(?:ed| ho| hua| hui)|pahunch ?gay[aei]|order kiy[aei]|mangwa[iy]\w*|mangaay\w*|mangay\w*"
        r"|kh?arid[aei]|pehn[aei] (?:hai|tha|thi|kar dekh)|pehen ?kar dekh\w*|nikl[aei])\b"
    ),
    "only_this": (
        r"\b(?:iske|is(?:ke)? order ke|order ke) (?:alawa|siva|ilawa) (?:kuch |koi |aur )*(?:message "
        r"|msg )?(?:mat|na|nahi|nhi)\b|\b(?:sirf|bas|only) (?:is|iss|mere|isi) order (?:ke|ka|ki) (?:baare"
        "|bare|message|msg|update)"
    ),
    "huh": (
        r"^\W*(?:kya|kyaa+|kyu|kyun|hain|haa?n+\?|matlab|mtlb|samjh[ai] nahi|samajh nahi aaya|samjha nahi"
        r"|samjhi nahi)\W*$"
    ),
    "what_if": r"\b(?:agar|yadi|agr) (?:\S+ ){0,4}(?:hata|hta|nikaa?l|na lu|na loon|nahi lu|l(?:u|un|oon)\b|chh?od|remove|kam kar)",
    "sale_goods": (
        r"\b(?:sale|offer|discount|chhoot|chhut|deal|clearance) (?:me|mein|pe|par|wal[aei]) (?:kya|kuch|kaun"
        r"|kon|konsa|dikha|hai|he|kitn|wal|\w+ hai)|\b(?:kya|kaun|kuch|kis|konsi|kin) (?:\S+ ){0,3}(?:sale"
        r"|offer|discount|deal) (?:hai|h|he|me|mein|pe|par|chal)|\bsale wal[aei]"
    ),
    "all_goods": r"\bsaar[aei]\b|\bsar[ae]\b|\bsab(?:hi)?\b|\bpo?o?r[ai]\b(?! (?:din|size)\b)",
    "catalogue": (
        r"\bcatal(?:og|ogue|ouge)s?\b|\bkatalog\b|\b(?:po?o?r[ai]|saar[ai]) (?:collection|dukaa?n|stock|maal)\b"
        r"|\bsab ?(?:kuchh?)? (?:dikh|bhej)"
    ),
    "best_sellers": (
        r"\bsab ?se (?:zyada|jyada|jada) (?:kya )?(?:bik|chal|pasand|popular)|\b(?:best ?seller|famous|popular|trending"
        r"|fashion me|chalan me)\b|\b(?:nay[aei]|naya|new|latest) (?:kya|collection|maa?l|stock|aaya|aay[ei]"
        r"|design)|\bnaya kya\b"
    ),
    "newest": r"\b(?:nay[aei]|naya|latest) (?:kya|collection|maa?l|stock|aaya|aay[ei]|design)|\bkya nay[aei]\b",
    "restock": (
        r"\b(?:wapas|vapas|waapas|dobara|dubara|phir se|fir se) (?:\S+ ){0,2}(?:aa|mil|stock|kab)|\baane (?:pe"
        r"|par)\b|\b(?:aaye|aa jaye|aayega|aaega|aate hi)\b|\b(?:bata|btana|inform|notify|khabar|yaad)\w* "
        r"(?:kar|de|dena|dijiye|na|do)|\bstock (?:me|mein)\b"
    ),
    "comes_with": (
        r"\b(?:iske |is(?:ke)? |uske )?sath (?:me |mein )?(?:\S+ ){0,3}(?:aat[aei]|mil|milta|milega|milegi|hai"
        r"|aayeg[ai]|free)|\bsaath (?:me |mein )?(?:\S+ ){0,3}(?:aat[aei]|mil|hai|aayeg[ai]|free)"
    ),
    "ask_team": (
        r"^(?:\S+ ){0,2}(?:pooch|puch|poochh|puchh) ?(?:lo|lijiye|lijie|le|kar|ke|do|len|lein)\b|\b(?:team"
        "|unse|unko|kisi) se (?:pooch|puch|poochh|puchh)"
    ),
    "video": r"\b(?:video|vdo|vidio|reel|clip)s?\b",
    "goes_with": (
        r"\b(?:ke|iske|uske|is|isk[ei]) (?:saa?th|sath|upar|neeche|niche) (?:\S+ ){0,3}(?:jach|jaa?y|jae"
        r"|achh?a|acch?a|match|pehn|pahn|chale|sahi|lag|kya)|\bmatching\b|\bmatch (?:kar|kre|hota|hoga)"
        r"|\b(?:jachega|jachegi|jancheg[ai])\b"
    ),
    "wrong_sent": (
        r"\b(?:galat|glat|galt|wrong|alag|dusr[aei]|doosr[aei]) (?:\S+ ){0,3}(?:aa ?gay|aaya|aayi|aaye|bhej"
        "|mila|mili|de di|nikl|bheja|bheji|diya|deliver)"
    ),
    "payment_trouble": (
        r"\bpaym?ent (?:\S+ ){0,3}(?:nahi|nhi|fail|failed|atak|ruk|phas|fas|error|decline|reject)|\bpaym?ent "
        r"(?:fail|atak)\w*|\b(?:paise|paisa|paisey|amount) (?:\S+ ){0,3}(?:kat ?gay|kat ?ga|kaat|cut|deduct"
        r"|kata|kate|katne)|\b(?:card|upi) (?:\S+ ){0,2}(?:decline|reject|nahi chal|nhi chal|fail)|\blink "
        r"(?:\S+ ){0,2}(?:nahi|nhi|open nahi|khul nahi|kaam nahi)"
    ),
    "hold": (
        r"\b(?:alag|side|rok|rokk?e|sambhal|bacha) ?(?:kar|ke|me|mein)? rakh|\b(?:reserve|hold) (?:kar|kr|kro"
        r"|rakh)|\b(?:mere|hamare|humare) liye (?:\S+ ){0,2}(?:rakh|rok|bacha)"
    ),
    "wants_notice": (
        r"\b(?:bata|btana|btaa|batana|batae|batai|bataiye|inform|notify|msg|message|khabar|yaad|update"
        r"|call) ?(?:kar|kr|dil|de|dena|dijiye|dijiyega|na|do|diye|iyega|ega)|\bbatana\b"
    ),
    "how_measure": (
        r"\b(?:naap|nap|measure|measurement|maap) (?:\S+ ){0,2}(?:kaise|kese|kaisay|kais)|\bkaise "
        r"(?:\S+ ){0,2}(?:naap|nap|measure|maap)"
    ),
    "gift_wrap": (
        r"\b(?:gift|tohf[ae]) (?:\S+ ){0,2}(?:pack|wrap|packing|box|paper|card)|\bpack(?:ing)? "
        r"(?:\S+ ){0,2}gift"
    ),
    # A question, not "tell me when it comes": that is the wish itself.
    "back_when": (
        r"\b(?:wapas|vapas|dobara|dubara|phir|fir|stock|restock|naya maal|ye|yeh|wo|woh) (?:\S+ ){0,4}kab "
        r"(?:tak |se )?(?:\S+ ){0,2}(?:aa|mil|hoga|available|stock)|\bkab (?:tak |se )?(?:\S+ ){0,2}(?:wapas"
        "|vapas|dobara|dubara|phir|stock|available|restock)"
    ),
    "how_long": (
        r"\bkitn[aei] (?:din|dino|time|samay|waqt|der|hafte)|\bkab (?:tak )?(?:\S+ ){0,2}(?:aa|mil|hog|pahu|pohch"
        r"|deliver|bhej|ayeg)|\bkab tak\b|\b(?:din|time) (?:lag|me aa|mein aa)|\bkitni jaldi"
    ),
    "how_much": (
        r"\bkitn[aei]\b(?! (?:din|dino|time|samay|waqt|der|hafte|lamb|bad[aei]|piece))|\b(?:charges?"
        r"|kharch[aei]?|daam|kimat|keemat|free|muft)\b"
    ),
    "by_a_date": (
        r"\b(?:kal|aaj|parso|parson|shaa?di|diwali|eid|holi|rakhi|karwa ?chauth|navratri|function"
        r"|\d{1,2}(?: ?tarikh| ?taarikh)?|(?:som|mangal|budh|guru|shukr|shukra|shani|ravi)[vw]aa?r|itwaa?r"
        "|sunday|monday|tuesday|wednesday|thursday|friday|saturday|weekend|is hafte|is week) (?:tak|se pehle"
        r"|se pahle|ke pehle|ke pahle)\b|\b(?:jaldi|jldi) (?:chahiye|chaiye|bhej|mil|se jaldi|deliver)"
        r"|\b(?:urgent|turant|express|same day|next day|arjent)\b"
    ),
    "ask_hours": (
        r"\b(?:khul[aei]|khult[aei]|khulegi|khulega|khuli|band (?:hot|kab|hai|rehti|ho)|timings?|samay"
        r"|kitne baje|kab tak khul|open|close)|\b(?:shop|dukaa?n|store) (?:ka |ki )?(?:time|timing|samay)"
    ),
    "ask_place": (
        r"\b(?:kahan|kidhar)\b(?! (?:ka bana|se bana|hai mera order|hai order))|\bkaha (?:hai|h|par|pe|se"
        r"|milegi|milega)\b"
        r"|\bpata (?:kya|do|dijiye|bata|bhej)|\bka pata\b|\b(?:address|location|showroom|dukaa?n (?:par|pe"
        r"|me|mein|aa)|shop (?:par|pe|me|mein|aa)|map)\b|\baake (?:le"
        r"|dekh)|\baakar (?:le|dekh)"
    ),
    "ask_contact": (
        r"\b(?:phone|fone|call|mobile|contact|email|mail|insta|instagram|facebook|website|web site)\b"
        r"|\b(?:number|nambar) (?:do|de|dijiye|bhej|bata|kya|mil)"
    ),
    "too_tight": (
        r"\b(?:chh?ot[aei]|bad[aei]|tight|loose|dhil[aei]|dheel[aei]|lamb[aei]) (?:aa|ho|hai|he|h\b|pad|nikl"
        r"|par|lag|size|wal[aei] size)|\bfit (?:nahi|nhi|nahin)\b|\bfitting (?:nahi|nhi|kharab|theek nahi"
        r"|sahi nahi)|\bsize (?:galat|chh?ot[aei]|bad[aei]|theek nahi|sahi nahi|change|badal|exchange|ka issue"
        r"|nahi aa)|\b(?:dusr[aei]|doosr[aei]|bad[aei]|chh?ot[aei]) size"
    ),
    "wants_return": (
        r"\b(?:wapas|vapas|waapas|return|exchange|badal|badalna|badalwa\w*|change) (?:karna|karni|krna|krni|kr"
        r"|kar|karwana|karwani|karwa|karo|lena|lelo|le lo|bhejna|chahti|chahta|chahiye|hai)|\breturn (?:hai"
        r"|start|shuru)|\bbadal(?:na|ni|wana|wani) (?:hai|h|he|tha|thi)"
    ),
    "refund_when": (
        r"\b(?:refund|paise|paisa|paisey) (?:\S+ ){0,3}(?:kab|kitne din|kitna time|kitne time)|\bkab "
        r"(?:tak )?(?:\S+ ){0,2}(?:refund|paise|paisa)|\bkitne din (?:\S+ ){0,3}(?:refund|paise|paisa)"
    ),
    "competitor": (
        r"\b(?:amazon|flipkart|meesho|myntra|ajio|nykaa|zudio|sarojini|bazaa?r|market|dusr[aei] (?:dukaa?n"
        "|shop|jagah)|doosr[aei] (?:dukaa?n|shop|jagah)|kahin aur|kisi aur|bagal wal[aei]) "
        r"(?:\S+ ){0,4}(?:sast[aei]|kam|milta|mil rah|mil raha|milti|mil jat|mil jaa|de rah|\d+ (?:ka"
        r"|ki|me|mein))|\b(?:sast[aei]|kam me|kam mein) (?:\S+ ){0,3}(?:amazon|flipkart|meesho|myntra|ajio"
        "|sarojini|bazaa?r|market|dusri|doosri)"
    ),
    "medical": (
        r"\b(?:allerg\w*|elarji|eksima|eczema|khaa?j|daane|khujli (?:ho ?jaa?t|hot|ki|ho rah)\w*"
        r"|rash(?:es)?|charm rog|skin (?:problem|issue"
        r"|disease|bimari|ki dikkat)|twacha)\b"
    ),
    "asking": (
        r"\b(?:kya|kitn[aei]|kaun|kon|konsa|konsi|kab|kahan|kaha|kaise|kese|kaisa|kyu|kyun|kis|milega|milegi"
        r"|milta|milti|sakt[aei]|chalega)\b|\b(?:hai|hain|h) na\b"
        r"|\b(?:cod|cash|upi|gpay|paytm|emi|return|exchange) (?:hai|h|available|chalt[aei])\b"
    ),
}
"""Cue to pattern, see `shape.py`."""
OWN_CUES = {
    "one_of_them": r"\b(?:ye|yeh|wo|woh)\b",
    "either": r"\bya\b|\bki ya\b|\bbeech\b|\bcompare\b",
    "abuse": r"\b(?:mc|bc|bkl|mkc)\b",
    "like_stop": (
        "band (?:kar|kr|kijiye|karo|karein)|bnd kr|mat (?:bhej|karo|kro|kijiye|likh)|msg|message|sms"
        "|unsubscribe|stop|pareshan|pareshaa|tang|spam|block|hata|list|nahi chahiye|nhi chahiye|bas kar|rok"
    ),
}
"""Words that mean something else in another language."""
