"""Words of hard moments in every language, added to the cues of the language modules: a mind that changes, money that does
not arrive, hard words, a stranger's claim to rule the shop. Written as `shape.py` says."""

from collections.abc import Mapping

ADDED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "second_thought": (
            r"^\W*(?:no|nah|wait|oops|whoops|hmm+|hang on|hold on)\W+"
            r"(?!.{0,60}\b(?:also|too|as well|another|add|more|or|what|how|thanks?)\b)"
        ),
        "came_tight": (
            r"(?<!days )(?<!weeks )(?<!delivery )(?<!shipping )\b(?:is|are|was|were|came|turned out|feels?) (?:way "
            r"|far |much |a bit |a little |really |just )*too "
            r"(?:small|big|tight|large|loose|short|long|wide|narrow)\b|\b(?:does|did)(?:n'?t| not) fit(?: me)?\b"
        ),
        "one_of_several": r"\bone of (?:them|these|those|the)\b|\b(?:make|change|swap|switch) one (?:to|into|for)?\b",
        "address": (
            r"^\W*(?:(?:no|wait|sorry|oops|actually)\W+){1,3}(?:(?:it'?s|my"
            r"|the) )*(?:address (?:is )?)?\d+\w? (?:\w+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr)\b"
        ),
        "bargain": r"\b(?:lower|reduce|knock off|drop) (?:the |your )?price\b",
        "one_moment": r"\b(?:wait|give me|in|hold on) (?:a )?(?:few|couple(?: of)?|\d+|two|five|ten) (?:minutes?|mins?|seconds?|secs?)\b",
        "conditional": r"\bif\b|\bin case\b",
        "money_taken": (
            r"\b(?:money|amount|payment) (?:\S+ ){0,2}(?:taken|deducted|debited|charged)\b.{0,20}\b(?:but|no|not)\b"
            r"|\b(?:paid|charged|billed|debited|took|taken)\b.{0,40}\b(?:twice|double|two times|2 times|2x)\b"
            r"|\b(?:double|duplicate) (?:charge|payment|debit)|\b(?:two|2) (?:charges|debits)\b"
        ),
        "settle": r"\bring (?:me|it) up\b|\bthat'?s (?:it|all|everything)\W{1,3}(?:the bill|checkout|i'?ll pay|let me pay)",
        "payment_trouble": (
            r"\b(?:declin|reject|refus)ed (?:again|it)\b|\bblock(?:ed|s) (?:it|(?:my|the) (?:card|payment))\b"
            r"|\b(?:payment )?page (?:\S+ )?expired"
            r"|\blink (?:has |is |was )?(?:expired|dead|broken|old)"
        ),
        "competitor": (
            r"\bcompetitors?\b|\b(?:an)?other (?:shop|store|place|seller)s?\b.{0,20}\b(?:sells?|cheaper)\b"
        ),
        "instruction": (
            r"\bas (?:an? |the |your )?(?:shop )?(?:admin|owner|developer|manager|root)\b|\b(?:100|99) ?% (?:off|discount)"
            r"|\byou work for me\b|\bsystem (?:override|message)\b|\boverride\b"
        ),
        "abuse": r"\b(?:dumb|stupid)est\b|\byou (?:idiots?|morons?|clowns?)\b|\bidiots\b",
    },
    "es": {
        "second_thought": (
            r"^\W*(?:no|espera|esperate|espere|uy|ay|mejor)\W+"
            r"(?!.{0,60}\b(?:tambien|ademas|o|otr[oa]|agreg\w+|anad\w+|mas|cuanto|como|que tal|gracias)\b)"
        ),
        "came_tight": (
            r"\b(?:me|le) (?:quedan?|quedo|quedaron|vienen?|vino|vinieron|va|van|esta|estan) (?:muy |un poco |algo "
            r"|demasiado |super )*"
            r"(?:pequen|grande|chic[oa]|ajustad|apretad|suelt|holgad|larg|cort|anch|estrech|just|enorme)\w*"
            r"|\bno me (?:entran?|entro|sirven?|sirvio|valen?|cierran?|cerro)\b"
        ),
        "one_of_several": r"\bun[oa] de (?:ell[oa]s|est[oa]s|es[oa]s|l[oa]s)\b|\b(?:camb\w+|pon\w*) un[oa] (?:por|en|a)\b",
        "address": (
            r"^\W*(?:(?:no|espera|perdon|perdona|uy|digo)\W+){1,3}(?:(?:la|mi) )?(?:direccion )?(?:es )?(?:la )?(?:c/"
            r"|calle|av|avda|avenida|plaza|paseo)\b.{1,40}\d"
        ),
        "bargain": r"\b(?:baj|rebaj)\w+ (?:un poco|un poquito|el precio|algo)\b",
        "one_moment": r"\b(?:espera|esperame|dame|en) (?:un par de|unos|\d+|dos|cinco|diez) (?:minut|segund)\w*",
        "conditional": r"\bsi (?:no |me |la |lo )",
        "money_taken": (
            r"\bme (?:ha |han |habeis )?cobr\w+ (?:y|pero) no\b"
            r"|\b(?:cobrar?on|cobro|cobrad[oa]|cobrasteis|pague|pagado|cargad[oa]|cargaron|descontad[oa]|descontaron)\b.{0,30}"
            r"\b(?:dos veces|2 veces|doble|por duplicado)\b"
            r"|\b(?:doble|dos|2) (?:cargos?|cobros?)\b"
        ),
        "settle": (
            r"\b(?:pasame|pasa|dame|traeme|ponme) la cuenta\b|\bcobrame\b|\bcobrate\b"
            r"|\beso (?:es|seria) todo\W{1,3}(?:la cuenta|cobr|pag)"
        ),
        "payment_trouble": (
            r"\b(?:rechaz|deneg|declin)\w+ (?:otra vez|de nuevo)|\b(?:otra vez|de nuevo|sigue"
            r"|me)(?: \S+){0,3} (?:rechaz|deneg)\w*\b(?! (?:la|mi) devol)"
            r"|\bno (?:me )?(?:abre|funciona|carga|va) (?:el|la) (?:enlace|link|liga|pagina)"
            r"|\bbanco\b.{0,20}\b(?:bloque|rechaz|deneg)\w+|\b(?:bloque|rechaz)\w+ (?:el |mi )?(?:pago|tarjeta)"
        ),
        "new_address": (
            r"\b(?:esa|esta|la) (?:es (?:mi |la )?)?(?:direccion )?(?:direccion )(?:vieja|antigua|anterior|equivocada|mal)\b"
            r"|\bno es (?:esa|esta|mi) (?:la )?direccion\b|\besa no es (?:mi |la )?direccion\b"
        ),
        "instruction": (
            r"\bsoy (?:la |el )?(?:mism[oa] )?duen[oa]\b|^\W*sistema\b\W*:|\b(?:instruccion(?:es)?|reglas) internas\b"
            r"|\bdescuento del (?:100|99)\b"
        ),
        "abuse": r"\bbot de mierda\b|\bque te den\b|\bhij[oa]s? de puta\b|\bsois (?:un[oa]s )?(?:inutil|basura|idiota)\w*",
    },
    "pt": {
        "second_thought": (
            r"^\W*(?:(?:ai|ah|eita|opa|ih|putz)\W+)?(?:nao|espera|pera|perai|calma|ops|melhor|alias)\W+"
            r"(?!.{0,60}\b(?:tambem|ou|outr[oa]|mais|adicion\w*|coloc\w*|quanto|como|obrigad[oa])\b)"
        ),
        "came_tight": (
            r"\b(?:ficou|ficaram|veio|vieram|ta|esta|estao|tao) (?:muito |mt |meio |bem |super |um pouco )*"
            r"(?:apertad|pequen|grand|enorme|larg|folgad|just[oa]|comprid|curt)\w*|\bnao (?:me )?(?:serviu|coube|entrou"
            r"|fechou)\b"
        ),
        "how_much": r"\bqual (?:e |eh |seria )?o (?:valor do )?frete\b|\bqto (?:e|eh|ta|fica|custa)\b",
        "one_of_several": r"\buma? d(?:el[ea]s|ess[ea]s|est[ea]s|[oa]s)\b|\b(?:troca|muda) uma? (?:por|pra|para)\b",
        "address": (
            r"^\W*(?:(?:nao|espera|opa|desculpa|ai)\W+){1,3}(?:(?:o|meu) )?(?:endereco )?(?:e )?(?:na |a )?(?:rua|av"
            r"|avenida|travessa|alameda)\b.{1,40}\d"
        ),
        "bargain": r"\b(?:abaix|baix|diminu)\w+ (?:um pouco|um pouquinho|o preco)\b|\bfaz por menos\b",
        "one_moment": r"\b(?:espera|me da|em|so) (?:uns|\d+|dois|cinco|dez) (?:minut|segund)\w*",
        "conditional": r"\bse (?:nao |eu |ela |ele |ficar|der|precisar)",
        "money_taken": (
            r"\b(?:debitou|debitaram|cobrou|cobraram|descontou|descontaram)\b.{0,20}\b(?:e|mas) nao\b"
            r"|\b(?:paguei|cobraram|cobrou|cobrad[oa]|debitou|debitaram|descontou|descontaram|passou|passaram)\b.{0,30}"
            r"(?<!\bem )\b(?:duas vezes|2 vezes|em dobro|2x|duplicad[oa])\b"
            r"|\b(?:duas|2) cobrancas\b|\bcobranca (?:dupla|duplicada|em dobro)\b"
        ),
        "settle": (
            r"\bpassa a regua\b|\b(?:fecha|fechar|manda|traz) a conta\b|\bpode (?:fechar|cobrar)\b(?! (?:ess|est|el))"
            r"|\be (?:so )?isso\W{1,3}(?:pode )?(?:fecha|cobra|manda o link)"
        ),
        "payment_trouble": (
            r"\bdeu erro (?:de novo|no pagamento|na hora de pagar)|\blink (?:venceu|expirou|expirado|velho)"
            r"|\b(?:dando|da) erro (?:no|na hora do) pag\w+|\bbanco\b.{0,20}\b(?:bloque|recus|neg)\w+"
        ),
        "instruction": (
            r"\bsou (?:eu )?(?:o|a) don[oa]\b|\bsou (?:o |a )?don[oa] (?:d\w+ )?loja\b|^\W*sistema\b\W*:"
            r"|\bdesconto de (?:100|99)\b"
        ),
        "abuse": (
            r"\bgolpistas?\b|\bbando de (?:lixo|idiota|imbecil|burro|incompetente|inutil|otario)\w*|\bseus? (?:lixos?"
            r"|idiotas?|imbecis)\b"
        ),
    },
    "hi": {
        "second_thought": (
            r"^\W*(?:nahi+n?|nhi|arre+|arey|ruko|rukiye|rukie|ruk|sorry)\W+"
            r"(?!.{0,60}\b(?:bhi|aur|ya|kitn\w+|kaise|thanks|shukriya)\b)"
            r"|^\W*(?:नहीं|अरे|रुको|रुकिए|रुकिये|सॉरी)[\s,]+(?!.{0,60}(?:भी |और |या |कितन|कैसे))"
        ),
        "came_tight": (
            r"\b(?:tight|chh?ot[aie]|bad[aie]|dheel[aie]|loose) (?:aa|ho|lag|nikl?|pad)\w* ?(?:rah|gay|ga)\w*"
            r"|(?:तंग|टाइट|छोट[ाीे]|बड़[ाीे]|ढील[ाीे]|लूज़) (?:आ|हो|लग|निकल|पड़)\S* ?(?:रह|ग)"
        ),
        "one_of_several": r"\b(?:un|in)m(?:e|ein) se ek\b|\bek wal[aie]\b|(?:उन|इन)में से एक|एक वाल[ाीे]",
        "address": (
            r"^\W*(?:(?:nahi|nahin|sorry|arre|ruko)\W+){1,3}(?:(?:mera )?(?:address|pata) )?(?:hai )?.{0,30}\b(?:nagar"
            r"|vihar|colony|gali|marg|sector|road)\b.{0,40}\d{6}"
        ),
        "bargain": r"\bkam (?:kar|kr|lag)\w*|कम (?:कर|लगा)",
        "one_moment": r"\b(?:\d+|do|paanch|panch|das) (?:minute|min|second)s?\b|(?:\d+|दो|पाँच|पांच|दस) मिनट",
        "conditional": r"\b(?:agar|yadi)\b|अगर|यदि",
        "money_taken": (
            r"\b(?:paise|paisa|amount) (?:kat|cut|deduct)\w*.{0,20}\b(?:par|lekin|but|magar)\b.{0,30}\b(?:nahi|nhi)\b"
            r"|(?:पैसे|पैसा).{0,4} कट.{0,20}(?:पर|लेकिन).{0,30}नहीं"
            r"|\b(?:do|2|dono|double) (?:baar|bar|dafa)\b.{0,30}\b(?:kat|deduct|charge h)\w*"
            r"|\b(?:paise|paisa|payment|amount|charge)\b.{0,30}\b(?:do|2) (?:baar|bar|dafa)\b.{0,12}\b(?:kat|cut|deduct"
            r"|ho ga|hua|le li)|\bdouble (?:charge|payment)\b"
            r"|(?:पैसे|पैसा|पेमेंट|चार्ज).{0,30}(?:दो|2) (?:बार|दफ़ा|दफा)|(?:दो|2) (?:बार|दफ़ा|दफा).{0,30}(?:कट|पैसे"
            r"|पेमेंट|चार्ज)"
        ),
        "settle": (
            r"\b(?:bill|hisaa?b) (?:bana|kar|de|bhej|laga)\w*|\bbas itna hi\b.{0,30}\b(?:bill|payment|pay|link|order)\b"
            r"|(?:बिल|हिसाब) (?:बना|कर|दे|भेज)"
        ),
        "payment_trouble": (
            r"\b(?:phir se|fir se|dobara|wapas) (?:\S+ )?(?:fail|decline|reject|atak)\w*|\blink (?:khul|chal"
            r"|open)\w* (?:hi )?(?:nahi|nhi)"
            r"|(?:फिर से|दोबारा) (?:\S+ )?(?:फेल|फ़ेल|रिजेक्ट|अटक)|बैंक.{0,20}(?:ब्लॉक|रोक|मना)"
            r"|\bbank\b.{0,20}\b(?:block|rok|mana|reject|decline)\w*|लिंक (?:\S+ )?(?:खुल|चल)\S* ?(?:ही )?नहीं"
        ),
        "too_tight": (
            r"\b(?:tight|chhot[aiye]+|chot[aiye]+|bad[aie]|dheel[aie]|loose) (?:aa|ho|lag|nikl?|pad)\w* ?(?:rah|gay"
            r"|raha|rahi)?\w*"
            r"|(?:तंग|टाइट|छोट[ाीे]|बड़[ाीे]|ढील[ाीे]|लूज़) (?:आ|हो|लग|निकल|पड़)"
        ),
        "wants_return": (
            r"\b(?:exchange|badal)\w* (?:kar|ho|mil)\w* ?(?:jayega|jaega|sakt\w+|dijiye|do)?\b"
            r"|(?:एक्सचेंज|बदल)\S* (?:कर|हो|मिल)"
        ),
        "instruction": (
            r"\bmaa?lik\b.{0,10}\b(?:hu|hun|hoon)\b|\bowner\b.{0,10}\b(?:hu|hun|hoon)\b"
            r"|\bapn[ei] (?:\S+ )?(?:instructions?|nirdesh|rules?) "
            r"(?:dikha|bata)\w*|(?:मालिक|मालकिन|ओनर).{0,6}(?:हूँ|हूं)|अपने (?:\S+ )?(?:निर्देश|नियम) (?:दिखा|बता)"
            r"|^\W*सिस्टम\W*:"
        ),
        "abuse": (
            r"\bsaal[ae] (?:kutt|chor|log|kamin|tum|tu)\w*|\bkutt?[aei] (?:ho|kahin)|\bbhaa?d (?:me|mein) ja\w*"
            r"|^\W*kutt?[ae]\W*$"
            r"|साल[ेाी] (?:कुत्त|चोर|कमीन|तुम|तू)|कुत्त[ेाी] (?:हो|कहीं)|भाड़ में जा"
        ),
    },
    "id": {
        "second_thought": (
            r"^\W*(?:eh|bukan|bentar|tunggu|gak?|nggak|ngga|mending|maaf)\W+"
            r"(?!.{0,60}\b(?:juga|atau|tambah\w*|sekalian|lagi|berapa|gimana|makasih)\b)"
        ),
        "came_tight": (
            r"\b(?:kekecilan|kebesaran|kesempitan|kegedean|kependekan|kepanjangan|kelonggaran)\b(?! ga| gak| nggak|\?)"
            r"|\b(?:ga|gak|nggak|tidak) muat\b"
        ),
        "one_of_several": r"\bsalah satu(?:nya)?\b|\bsatunya\b|\byang satu\b|\bganti satu\b|\bsatu(?:nya)? (?:ganti|jadi)\b",
        "address": (
            r"^\W*(?:(?:bukan|eh|maaf|salah|bentar)\W+){1,3}(?:alamat(?:nya)? (?:di )?)?(?:jl|jalan|gang|gg"
            r"|perum)\b.{1,40}\d"
        ),
        "bargain": r"\b(?:kurang|turun)(?:in|i|kan)? (?:dikit|dong|lah|harga\w*)\b",
        "one_moment": r"\b(?:bentar|tunggu|sebentar)(?: ya)? (?:\d+|dua|lima|sepuluh) menit\b",
        "conditional": r"\b(?:kalau|kalo|klo|misal\w*|seandainya)\b",
        "money_taken": (
            r"\b(?:saldo|uang)\w* (?:udah |sudah |dah )?(?:kepotong|terpotong|kedebet)\b.{0,20}\b(?:tapi|tp|kok|belum)\b"
            r"|\b(?:kepotong|terpotong|ke?debet|kebayar|tertagih|ditagih|dipotong)\b.{0,25}\b(?:dua kali|2 kali|2x"
            r"|dobel|double)\b"
            r"|\b(?:dobel|double) (?:bayar|potong\w*|charge)\b"
        ),
        "settle": (
            r"\b(?:total|totalin|itung|hitung)(?:in|kan)? (?:semua|aja|dong|ya|kak)\b|\bitu aja\W{1,3}(?:totalin|bayar"
            r"|checkout)"
            r"|\b(?:minta|kirim|kasih|mau) link(?:nya)? (?:yang )?(?:baru|bayar\w*|pembayaran\w*|lagi)\b"
        ),
        "payment_trouble": (
            r"\b(?:ditolak|gagal|error) (?:terus|mulu|lagi)\b|\blink(?:nya)? (?:\S+ )?(?:ga|gak|nggak|tidak"
            r"|ngga) (?:bisa|mau) (?:di)?buka"
            r"|\bbank\b.{0,20}\b(?:blokir|tolak|nolak|menolak)\w*|\bpembayaran\w* (?:\S+ )?(?:gagal|error|ditolak)"
        ),
        "new_address": r"\b(?:salah|keliru) alamat\b|\balamat(?:nya)? (?:salah|keliru)\b",
        "instruction": (
            r"\byang punya toko\b|^\W*sistem\W*:|\binstruksi (?:rahasia|sistem|kamu|mu)|\binstruksi rahasiamu\b|\bowner toko\b"
        ),
        "abuse": r"\b(?:toko|admin|seller|penjual) (?:goblo[kg]|tolol|bego|anjing|tai|sampah)\b",
        "wants_return": r"\b(?:bisa|boleh|mau) (?:di)?(?:tukar|tuker|ganti) (?:yang|yg|ukuran|size|ke)\b",
    },
}  # fmt: skip
"""Language to cue to pattern, searched in every message like `LanguageWords.cues`."""

INTERJECTIONS = frozenset({
    *("oh no", "oh", "wow", "ugh", "damn", "hm", "hmm", "ok", "wait", "oops", "come on", "forget it", "never mind", "oh well"),
    *("vaya", "vaya tela", "jo", "jolin", "uf", "uy", "ay", "ay no", "madre mia", "que pena", "venga", "venga va", "bueno"),
    *("espera", "dejalo", "olvidalo", "no pasa nada", "vale", "que rabia", "que lastima", "que mal"),
    *("poxa", "puxa", "nossa", "putz", "ai", "ai espera", "espera", "eita", "que pena", "deixa pra la", "deixa", "ah vai"),
    *("ai nao", "que droga", "calma"),
    *("uff", "uf", "oho", "are yaar", "arre", "arre yaar", "ruko", "rukiye", "rehne do", "chhodo", "chodo", "chalo", "acha"),
    *("उफ़", "उफ", "अरे", "अरे यार", "ओहो", "रुको", "रुकिए", "रहने दो", "छोड़ो", "चलो", "अच्छा"),
    *("yah", "yaah", "aduh", "waduh", "eh", "eh bentar", "bentar", "ya udah", "yaudah", "yah sayang", "ayolah"),
})  # fmt: skip
"""Whole sentences, without accents, that ask for nothing of their own beside another one."""

OFFERED = "for|at|a|por|en|jadi"
"""What stands before a price that somebody offers."""

MENDED = (
    r"(?:oh |uh )?(?:actually|no|sorry|wait|i mean|rather|oops|hmm)(?:\W+(?:no|wait|sorry|i mean|make that))?"
    r"|(?:uy |ay )?(?:no|digo|perdon|mejor|bueno|espera|quiero decir)(?:\W+(?:no|mejor|digo))?"
    r"|(?:ai |opa )?(?:nao|digo|alias|ops|melhor|quer dizer|desculpa)(?:\W+(?:nao|melhor|digo))?"
    r"|(?:arre )?(?:nahi|nahin|matlab|sorry)|नहीं|मतलब"
    r"|(?:eh|bukan|maksudnya|maaf|deng)(?:\W+(?:bukan|maksudnya|salah))?"
)
"""What stands between a slip and what was meant, without accents."""

BEFORE_ADDRESS = (
    r"^\W*(?:(?:no|wait|sorry|oops|actually|espera|perdon|perdona|uy|digo|nao|opa|desculpa|ai|nahi|nahin|arre|ruko"
    r"|bukan|eh|maaf"
    r"|salah|bentar)\W+)*(?:(?:it'?s|my|the|la|mi|o|meu|mera) )*(?:(?:address|direccion|endereco|pata|alamat(?:nya)?)\W+)?"
    r"(?:(?:is|es|e|di) )?"
)
"""What stands before an address that is sent once more."""
