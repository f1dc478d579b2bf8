"""Cues of moments in a sale that every language has: impatience, "that is all", "can I buy it?", what somebody likes,
how long a garment is. Cue to language to pattern, written as `shape.py` says; they add to the languages' own cues."""

from collections.abc import Mapping

MOMENTS: Mapping[str, Mapping[str, str]] = {
    "other_one": {
        "en": r"\bthe other (?:one|two)?\b",
        "es": r"\b(?:la|el) otr[oa]\b(?! (?:talla|color|dia|tienda))",
        "pt": r"\b(?:a|o) outr[oa]\b(?! (?:cor|tamanho|dia|loja))",
        "hi": r"\b(?:dusr|doosr)[aei] wal[aei]\b|\bwo (?:dusr|doosr)[aei]\b|(?:दूसर|दूसऱ)[ाेी] वाल[ाेी]",
        "id": r"\b(?:yang|yg) (?:satunya|satu lagi|lainnya|lain)\b",
    },
    "long_wished": {
        "en": (
            r"\blong(?:er|ish)?\b(?![ -]?(?:sleeve|time|way|ago|lasting|wait|will|does|is|are|until|as"
            r"|hair))(?! enough)"
        ),
        "es": r"(?<!manga )(?<!mangas )(?<!lo )\blarg(?:o|a|os|as|it[oa]s?)\b",
        "pt": r"(?<!manga )(?<!mangas )\b(?:long|comprid|longuinh)(?:o|a|os|as)\b",
        "hi": r"\blamb[aei]\b|\blong\b(?! sleeve)|लंब[ाेी]|लॉन्ग|लॉंग",
        "id": r"(?<!lengan )\bpanjang\b|\bgamis\b",
    },
    "short_wished": {
        "en": r"\bshort(?:er)?\b(?![ -]?(?:sleeve|time|notice|on|person|girl|guy))|\bmini (?:dress|skirt)",
        "es": r"(?<!manga )(?<!mangas )\b(?:cort(?:o|a|os|as|it[oa]s?)|mini(?:vestid|fald)\w+)\b",
        "pt": r"(?<!manga )(?<!mangas )\bcurt(?:o|a|os|as|inh[oa]s?)\b",
        "hi": r"\bshort (?:dress|skirt|kurti|wal[aei])\b|शॉर्ट (?:ड्रेस|स्कर्ट|कुर्ती|वाल)",
        "id": r"(?<!lengan )(?<!celana )\b(?:pendek|selutut)\b",
    },
    "midi_wished": {
        "en": r"\bmidi\b|मिडी",
    },
    "maxi_wished": {
        "en": r"\bmaxi\b|मैक्सी",
    },
    "all_of_it": {
        "en": r"\b(?:everything|all of it|altogether|all together|in total|the total|total)\b",
        "es": r"\b(?:todo|total)\b",
        "pt": r"\b(?:tudo|total)\b",
        "hi": r"\b(?:sab|total|kul)\b|टोटल|कुल\b|\bसब\b",
        "id": r"\b(?:semua(?:nya)?|total(?:nya)?)\b",
    },
    "one_moment": {
        "en": (
            r"\b(?:someone'?s|somebody'?s|my (?:mum|mom|boss|kid)'?s) calling\b|\bphone(?:'s| is)? ringing\b"
            r"|\b(?:door ?bell|someone'?s at the door)\b"
        ),
        "es": (
            r"\bme (?:estan )?llam(?:an|ando)\b|\bsuena el telefono\b|\b(?:suena|tocan) (?:el|al) timbre\b"
            r"|\btocan la puerta\b"
        ),
        "pt": r"\b(?:tao|estao|to) me (?:ligando|chamando)\b|\btelefone (?:ta )?tocando\b|\bpera ?i\b|\bcampainha\b",
        "hi": r"\b(?:phone|call) aa (?:raha|rahi|gaya|gayi)\b|(?:फ़?ोन|कॉल) आ (?:रह|गय)",
        "id": r"\bada (?:telpon|telepon|yang nelpon)\b|\bdi(?:telpon|panggil)\b|\b(?:se)?bentar\b(?! lagi)",
    },
    "lacking": {
        "es": r"\bme (?:hace|haria|hacen|harian) falta\b",
    },
    "similar": {
        "es": r"\bde (?:ese|este) (?:rollo|palo|tipo)\b",
    },
    "only_new": {
        "en": r"\b(?:only|just) the (?:new|other|second)\b|\bnot both\b",
        "es": r"\bsolo (?:el|la) (?:nuev[oa]|segund[oa])\b|\bno l[oa]s dos\b",
        "pt": r"\bso (?:o|a) (?:nov[oa]|segund[oa])\b|\bnao (?:os dois|as duas)\b",
        "hi": r"\b(?:sirf|bas) na?y[aei]\b|\bdonon? nahi\b|(?:सिर्फ़?|बस) नय[ाेी]|दोनों नहीं",
        "id": r"\b(?:cuma|hanya) (?:yang|yg) baru\b|\b(?:bukan|jangan) (?:dua-?duanya|keduanya)\b",
    },
    "order_named": {
        "en": r"\border|\bparcel|\bpackage|\btracking",
        "es": r"\bpedido|\bpaquete|\bcompra\b|\borden\b",
        "pt": r"\bpedido|\bencomenda|\bpacote|\bcompra\b|\brastrei",
        "hi": r"\border|\bparcel|\bpackage|\bsaman\b|ऑर्डर|पार्सल|सामान",
        "id": r"\bpesanan|\borderan|\bpaket|\bresi\b|\bkiriman",
    },
    "late_anger": {
        "en": (
            r"!!|\bstill (?:nothing|waiting|not here|hasn'?t)|\bnothing (?:yet|so far)\b|\bwhere the (?:hell|heck)\b"
        ),
        "es": r"!!|\b(?:todavia|aun|sigo) (?:nada|no (?:llega|ha llegado|me llega)|esperando|sin)\b|\by nada\b",
        "pt": r"!!|\b(?:ate agora|ainda) (?:nada|nao (?:chegou|recebi|veio))\b|\be nada\b",
        "hi": r"!!|\b(?:abhi|ab) tak (?:nahi|nhi|kuch nahi)|(?:अभी|अब) तक (?:नहीं|कुछ नहीं)",
        "id": r"!!|\b(?:belum|blm) (?:juga )?(?:sampai|sampe|nyampe|datang|dateng)\b",
    },
    # Said of the talk itself, never of goods: nobody is handed over for it.
    "impatient": {
        "en": (
            r"\b(?:first|second|third|fourth|\d(?:st|nd|rd|th)) time (?:i'?m|i am|i have to|i'?ve|i) (?:ask|say|writ"
            r"|tell|repeat)\w*|\bwhy (?:does|is|are|do) (?:this|it|you)(?: guys)? (?:take|taking|so slow)|\bso slow\b"
            r"|\btak(?:es?|ing) (?:so|too) long to (?:reply|answer)|\bread what i (?:write|wrote|said|say)\b"
            r"|\b(?:finally|hurry up|come on already|still waiting for (?:an? )?(?:answer|reply))\b"
            r"|\bas i (?:already )?said\b|\bare you (?:even )?(?:listening|reading|there)\b|\bhello+ ?\?\?"
            r"|\bread (?:it |this )?(?:carefully|properly)\b|\bpay attention\b"
        ),
        "es": (
            r"\b(?:segunda|tercera|cuarta|enesima) vez q(?:ue)?\b|\bpor (?:que )?(?:tercera|segunda) vez\b"
            r"|\bque lent[oa]s?\b|\btarda[ns]? (?:mucho|tanto|un monton) en (?:contestar|responder)"
            r"|\bpor que tarda\w* tanto\b|\blee(?:n|d)? lo que (?:escribo|pongo|digo)\b|\b(?:ya te|ya les|ya os"
            r"|ya) (?:lo )?(?:dije|he dicho|puse)\b|\bcontest(?:a|an|en|e) (?:ya|de una vez|rapido)\b|\bde una vez\b"
            r"|\b(?:lee|lea|leed) bien\b|\bpresta(?:d|n)? atencion\b"
        ),
        "pt": (
            r"\b(?:segunda|terceira|quarta|enesima) vez q(?:ue)?\b|\bque demora\b|\bdemor\w+ (?:muito |tanto "
            r"|demais )?(?:pra|para|a|em) (?:responder|atender)|\bpor ?que demora\b|\b(?:le|leia"
            r"|leiam) o que (?:eu )?(?:escrev|falei|mandei|disse)\w*|\bja (?:te )?(?:falei|disse)\b|\brespond(?:e|am"
            r"|a) (?:logo|de uma vez)\b|\b(?:le|leia) direito\b|\bpresta atencao\b"
        ),
        "hi": (
            r"\b(?:dusri|doosri|teesri|tisri|kitni) ba+r (?:bol|puch|pooch|bata|likh)|\bitn[ai] (?:der|time|late)\b"
            r"|\bkitni der\b|\bjaldi (?:reply|jawab|bolo|batao)\b|\breply (?:kyu|kyon|kab|nahi)|\bpadh(?:o|ke"
            r"|iye)? (?:to|toh)\b|\bkab se (?:puch|pooch|wait|bol)|(?:दूसरी|तीसरी|कितनी) बार (?:बोल|पूछ|बता|लिख)"
            r"|इतनी देर|कितनी देर|जल्दी (?:जवाब|रिप्लाई|बोलो|बताओ)|कब से (?:पूछ|बोल|इंतज़?ार)|\bdhyan se (?:padh|sun"
            r"|dekh)|ध्यान से (?:पढ़|पढ|सुन|देख)"
        ),
        "id": (
            r"\blama (?:banget|bgt|amat|sekali)(?: sih)?(?: (?:balas|bales|jawab|respon|slow)\w*)?|\b(?:bales|balas"
            r"|jawab|respon)(?:nya|in)? (?:\w+ )?(?:lama|lelet|lambat)\b|\bslow ?resp\w*|\blelet\b|\budah (?:dua|tiga"
            r"|2|3|berapa) ?(?:kali|x)\b|\b(?:ketiga|kedua|keberapa) kali(?:nya)?\b|\bbaca (?:dong|dulu)\b"
            r"|\bkok lama\b|\b(?:yang|yg) bene?r do+ng\b|\bperhatiin dong\b"
        ),
    },
    "that_is_all": {
        "en": (
            r"\b(?:that'?s|that is|that'll be|thats) (?:all|it|everything)\b|\bnothing else\b|\bi'?m (?:all )?(?:set"
            r"|done)\b"
        ),
        "es": (
            r"\b(?:es|seria|con eso|eso es|ya es) todo\b|\bnada mas\b|\beso es todo\b|\bya esta(?:ria)?\b|\bsolo eso\b"
        ),
        "pt": (
            r"\b(?:e |eh |era |so |seria )?so isso\b|\be so\b|\bmais nada\b|\bpor enquanto e isso\b"
            r"|\be isso(?: ai)?\W*$"
        ),
        "hi": (
            r"\bbas (?:itna|yehi|yahi|ye|yeh|ho gaya)\b|\b(?:itna|yehi|yahi) (?:hi )?(?:bas|kaafi)\b|\baur kuch nahi\b"
            r"|बस (?:इतना|यही|ये|हो गया)|(?:इतना|यही) (?:ही )?(?:बस|काफ़?ी)|और कुछ नहीं"
        ),
        "id": (
            r"\b(?:udah|sudah|dah|udh|cukup) (?:itu|segitu|gitu|ini) (?:aja|saja|dulu)\b|\b(?:itu|segitu) (?:aja|saja"
            r"|dulu)(?: (?:kak|ka|ya|dong|deh|dulu|cukup))*\W*$|\bcukup (?:itu|segitu)\b|\bga ada lagi\b"
        ),
    },
    "can_buy": {
        "en": (
            r"\b(?:can|could|may) i (?:just )?(?:buy|order|get|purchase) (?:it|this|that|one|them)\b(?! (?:in|at"
            r"|online|from|with|by|tomorrow|later|for)\b)"
        ),
        "es": (
            r"\b(?:l[oa]s? )?(?:puedo|podria|se puede|me l[oa]s? puedo) (?:comprar|pedir"
            r"|llevar)(?:me)?(?:l[oa]s?)?\b(?! (?:en|por|con|desde|sin)\b)"
        ),
        "pt": (
            r"\b(?:posso|da pra|da para|consigo|queria) (?:comprar|levar|pedir)\b(?! (?:na|no|pel[oa]|com|sem|em)\b)"
        ),
        "hi": (
            r"\b(?:kh?ar[ie]+d|le|buy kar|order kar|mangwa) sakt[aei]\b|(?:ख़?रीद|ख़रीद|ले|ऑर्डर कर|मँगवा"
            r"|मंगवा) सकत[ाेी]"
        ),
        "id": (
            r"\b(?:bisa|boleh)(?: (?:aku|saya|langsung|di))? ?(?:beli|dibeli|order|diorder|pesan|dipesan)\b(?! (?:di"
            r"|lewat|pake|pakai|pas|kapan|yang|yg)\b)"
        ),
    },
    "pay_now": {
        "en": r"\b(?:let'?s|i'?ll|i want to|ready to|can i|how (?:do|can) i|time to) (?:pay|check ?out)\b",
        "es": (
            r"\b(?:vamos a |quiero |quisiera |puedo |como )?(?:pagamos|pagar ya|paga[rl]lo)\b|\b(?:quiero|quisiera"
            r"|vamos a) pagar\b"
        ),
        "pt": r"\b(?:vamos|quero|vou|bora|posso) pagar\b|\bbora fechar\b|\bfecha (?:a conta|o pedido)\b",
        "hi": (
            r"\b(?:pay|payment) (?:kar|kr)(?:t[aei]|ungi|unga|enge|te|do|dete|deta|deti| de| dun| doon| lu| lete)"
            r"|\bpay karne\b|(?:पे|पेमेंट|भुगतान) कर (?:द|ल)|(?:पे|पेमेंट|भुगतान) कर(?:त|ूँग|ूंग|ेंगे|ना|ने)"
        ),
        "id": r"\b(?:mau|gas|langsung|lanjut|yuk|ayo) (?:di)?bayar\b|\bbayar (?:sekarang|yuk|dong)\b",
    },
    # About the one who is to wear it: "she's 60 and likes classic things".
    "taste": {
        "en": (
            r"\b(?:she|he|they|mum|mom|dad)(?:'?s| is| are)? .{0,30}\b(?:likes?|loves?|years old|classic|simple"
            r"|elegant|modern)\b|\b(?:likes?|loves?) (?:classic|simple|elegant|modern|colou?rful|plain)\b"
        ),
        "es": r"\ble gusta[n]?\b|\btiene \d\d anos\b|\bes (?:muy |mas bien )?(?:clasic|sencill|modern|elegant)\w+",
        "pt": r"\b(?:ela|ele) (?:gosta|curte|adora|ama)\b|\b(?:gosta|curte|adora) de\b|\btem \d\d anos\b",
        "hi": (
            r"\b(?:pasand|psnd) (?:hai|h|hain|karti|karta|krti)\b|\b\d\d (?:saal|sal) k[ei]\b|पसंद (?:है|हैं|करत)"
            r"|\d\d साल क[ेी]"
        ),
        "id": (
            r"\b(?:suka|sukanya|seneng|demen)(?: (?:yang|yg))?\b.{0,20}\b(?:klasik|simpel|simple|polos|elegan|modern"
            r"|kalem|rame)\b|\b(?:umur|usia)(?:nya)? \d\d\b"
        ),
    },
    "length_asked": {
        "en": (
            r"\bhow long (?:is|are) (?:it|this|that|they|the (?!deliver|shipping|wait))|\b(?:is|are) (?:it|this|that"
            r"|they|these) (?:really |quite |very |that )?(?:long|short|cropped|midi|maxi|knee[ -]?length)\b"
            r"|\blength\b"
        ),
        "es": (
            r"\b(?:es|son|queda) (?:muy |bastante )?(?:larg|cort)[oa]s?\b|\b(?:que|cual es el) larg[oa]\b"
            r"|\bcuanto (?:mide de largo|de largo)\b|\bhasta donde (?:llega|queda)\b"
        ),
        "pt": (
            r"\b(?:e|eh|fica|sao) (?:muito |bem )?(?:long|comprid|curt)[oa]s?\b|\bqual (?:e )?o comprimento\b"
            r"|\bcomprimento\b|\bbate onde\b|\bvai ate onde\b"
        ),
        "hi": (
            r"\b(?:lamb[aei]|chh?ot[aei]) (?:hai|h|he)(?: kya| na)?\W*$|\bkitn[aei] lamb[aei]\b|\blength (?:kya|kitni"
            r"|batao)\b|(?:लंब[ाेी]|छोट[ाेी]) है(?: क्या)?\W*$|कितन[ाेी] लंब[ाेी]|लंबाई"
        ),
        "id": (
            r"\b(?:panjang|pendek)(?:nya)? (?:ga|gak|gk|nggak|ngga|kah|apa|ya|tidak)\b|\bpanjangnya (?:berapa|sampai"
            r"|sampe|brp)\b|\bse ?(?:lutut|betis|mata kaki) (?:ga|gak|kah|ya)\b"
        ),
    },
    "take_it": {
        "hi": r"^(?:\S+ ){0,4}kh?aree+d(?:na|ni|ungi|unga|enge)\b",
    },
    # More of cues that the languages have themselves.
    "pay_online": {
        "en": r"\bc[ar]{1,3}d\b|\bamex\b|\bmaster ?card\b",
        "es": r"\bvisa\b",
        "id": r"\bvisa\b",
    },
    "back_again": {
        "en": (
            r"\bsorry,? (?:i )?(?:had|was) (?:to |a |some )?\w+.{0,25}\b(?:tell me|go on|where)\b"
            r"|\bok(?:ay)?,? tell me now\b"
        ),
        "es": (
            r"\b(?:perdon|disculpa),? (?:estaba|tuve|tenia) .{0,30}\b(?:dime|dime ya|sigue|seguimos)\b"
            r"|\bahora si,? dime\b"
        ),
        "pt": (
            r"\b(?:desculpa|foi mal),? (?:tava|estava|tive) .{0,30}\b(?:fala|diz|me diz|continua)\b"
            r"|\bagora sim,? (?:fala|pode falar)\b"
        ),
        "hi": (
            r"\b(?:sorry|maaf)[ ,.]{1,3}.{0,20}\b(?:kaam|phone|call|busy)\b.{0,20}|\bab b(?:atao|ataiye|olo|oliye)\b"
            r"|(?:सॉरी|माफ़?)[ ,।]{1,3}.{0,20}(?:काम|फ़?ोन|कॉल|बिज़?ी)|अब ब(?:ताओ|ताइए|ोलो|ोलिए)"
        ),
        "id": (
            r"\bmaaf,? (?:tadi|baru) .{0,30}\b(?:lanjut|gimana|jadi)\b|\b(?:lanjut|terus) (?:gimana|yang tadi"
            r"|yg tadi)\b"
        ),
    },
    "hold": {
        "en": r"\b(?:hold|reserve|keep|save) (?:it|this|that|one|them)(?: \w+){0,2} (?:till|until|til)\b",
        "es": r"\b(?:apart|reserv|guard)\w+ (?:\w+ ){0,2}hasta\b",
        "pt": r"\b(?:guarda|segura|reserva|separa)\w* (?:\w+ ){0,3}ate\b",
        "hi": r"\btak (?:\S+ )?rakh|\brakh (?:loge|doge|sakte|lena|dena|lo|do)\b.{0,20}\btak\b|तक (?:\S+ )?रख",
        "id": r"\b(?:keep|simpan|tahan)(?:in|kan)? (?:\w+ ){0,3}(?:sampe|sampai|smp|besok)\b",
    },
    "too_dear": {
        "en": r"\b(?:too|so|bit|little|very|quite) (?:expensive|pricey|dear|steep)\b|\bexpensive\b|\bpricey\b",
        "es": r"\bcar[oa]s?\b|\bcarisim[oa]s?\b",
        "pt": r"\bcar[oa]s?\b|\bcarissim[oa]s?\b|\bcarinh[oa]s?\b|\bsalgad[oa]\b",
        "hi": r"\bme(?:h|hn|n)?a?ng[aei]\b|\bmeh?ng[aei]\b|\bmahang[aei]\b|म(?:हँ|हं|ह)ग[ाेी]",
        "id": r"\bmahal\b|\bkemahalan\b",
    },
    "would_be_tight": {
        "en": r"\b(?:tight|snug|small|loose|big|large|baggy)\b",
        "es": r"\b(?:apretad|ajustad|justo|justa|estrech|chic[oa]|pequen|holgad|grande|suelt)\w*",
        "pt": r"\b(?:apertad|justo|justa|pequen|folgad|larg|grande)\w*",
        "hi": (
            r"\b(?:tight|chust|chh?ot[aei]|loose|dhil[aei]|dheel[aei]|bad[aei])\b|टाइट|छोट[ाेी]|लूज़?|ढील[ाेी]"
            r"|बड़[ाेी]"
        ),
        "id": r"\b(?:kekecilan|kesempitan|sempit|ketat|ngepas|kebesaran|kegedean|longgar)\b",
    },
}
"""Searched in every message, since customers mix languages, except what only its own language means that way."""

OWN = frozenset({"all_of_it", "long_wished", "short_wished", "taste", "would_be_tight", "too_dear", "length_asked"})
"""Cues searched only in messages of the pattern's language."""
