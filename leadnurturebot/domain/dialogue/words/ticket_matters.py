"""How customers tell of trouble with an order, ask after it, and say that it goes on; languages are mixed.

Patterns as `shape.py` describes them, in the order English, Spanish, Portuguese, Hindi in both scripts, Indonesian. What is
damaged or wrong is read by `return_reasons.py`.
"""

from functools import cache

from leadnurturebot.domain.dialogue.words.every import pattern, plain
from leadnurturebot.domain.dialogue.words.return_reasons import reason_said
from leadnurturebot.domain.pattern_table import PatternTable

NEWS, NOT_SOLVED, PROBLEM = "news", "not_solved", "problem"

TICKETS: dict[str, tuple[str, ...]] = {
    NOT_SOLVED: (
        r"\b(?:not|isn'?t|still not|never) (?:been )?(?:solved|resolved|fixed|sorted)\b"
        r"|\bstill (?:the )?same problem\b",
        r"\bno (?:esta|se ha|quedo|ha sido) (?:\w+ )?(?:resuelt|solucionad|arreglad)\w*"
        r"|\bsigue (?:igual|el (?:mismo )?problema)",
        r"\bnao (?:esta|foi|ficou) (?:\w+ )?(?:resolvid|solucionad)\w*|\bcontinua (?:igual|o (?:mesmo )?problema)",
        r"\b(?:solve|theek|resolve|hal) nahi (?:hua|hui|hai)|\bproblem (?:abhi bhi|ab bhi|wahi)"
        r"|(?:हल|ठीक|सॉल्व) नहीं (?:हुआ|हुई|है)|(?:समस्या|दिक्कत) (?:अभी भी|अब भी|वही)",
        r"\b(?:belum|blm|tidak|ga|gak) (?:selesai|beres|kelar)\b|\bmasalah(?:nya)? masih",
    ),
    "charged_twice": (
        r"\b(?:charged|paid|billed|debited|deducted|money taken|took (?:the |my )?money"
        r"|taken)(?: \w+){0,4} (?:twice|double|two times)"
        r"|\b(?:double|two|twice) (?:charge[ds]?|payments?|debit)|\bpaid but\b.{0,40}\b(?:no|not|nothing|never)\b",
        r"\b(?:cobr|pag|carg)\w+(?: \w+){0,4} (?:dos veces|doble|2 veces)|\bdoble (?:cobro|cargo)|\bcobro doble",
        r"\b(?:cobr|pag|debit)\w+(?: \w+){0,4} (?:duas vezes|em dobro|2 vezes)"
        r"|\bcobranca (?:duplicada|em dobro)|\bduplicad",
        r"\b(?:do baar|2 baar|double|twice) (?:paise|paisa|payment|charge|kat|cut)\w*|\b(?:paise"
        r"|paisa|payment) (?:do baar|2 baar|double|twice)"
        r"|(?:दो बार|डबल) (?:पैसे|पैसा|पेमेंट|चार्ज|कट)|(?:पैसे|पैसा|पेमेंट) (?:दो बार|डबल)",
        r"\b(?:kepotong|terpotong|dipotong|bayar|kebayar|ditagih|tertagih)(?: \w+){0,2} (?:dua kali"
        r"|2x|2 kali|dobel|double)"
        r"|\b(?:dua kali|dobel|double) (?:bayar|kepotong|potong|tagih)",
    ),
    "refund_missing": (
        r"(?:\bnot|n't|\bnever|\bno)\b.{0,30}\b(?:refund|money back|refunded)\b|\bwhere(?:'s"
        r"| is) my (?:refund|money)\b"
        r"|\brefund\b.{0,30}\b(?:not|n'?t|never)\b.{0,20}\b(?:come|came|arrive|receive|here|get|got)",
        r"\b(?:no|aun no|todavia no)\b.{0,30}(?<!contra )\b(?:reembols|devuelto el dinero"
        r"|devolucion del dinero)\w*|\bdonde esta mi (?:reembolso|dinero)"
        r"|\breembolso\b.{0,20}\bno\b.{0,15}\b(?:lleg|recib|aparec)",
        r"\bnao\b.{0,30}\b(?:reembols|estorn)\w*|\bcade (?:o )?meu (?:reembolso|estorno|dinheiro)"
        r"|\b(?:reembolso|estorno)\b.{0,20}\bnao\b",
        r"\b(?:refund|paise wapas|paisa wapas)\b.{0,25}\b(?:nahi|nhi|nahin)\b|\bmera refund (?:kahan"
        r"|kaha)|(?:रिफ़ंड|रिफंड|पैसे वापस|पैसा वापस).{0,25}नहीं",
        r"\b(?:refund|uang(?:nya|ku)?|dana(?:nya)?)\b.{0,30}\b(?:belum|blm|ga|gak"
        r"|tidak)\b.{0,25}\b(?:masuk|kembali|balik|diterima|cair)"
        r"|\b(?:belum|blm)\b.{0,20}\b(?:refund|uang kembali|dikembalikan)",
    ),
    "missing": (
        r"\b(?:one|an?|some|something|two|part|item|items|piece|top|belt) (?:\w+ ){0,3}(?:is|are|was"
        r"|were) missing\b|\bmissing (?:from|in) (?:my|the|our) (?:order|parcel|package|box)"
        r"|\b(?:parcel|package|box|order) (?:is|was|came) (?:incomplete|empty)|\bonly (?:got"
        r"|received) (?:one|half|part)\b",
        r"(?<!hace )(?<!hacen )(?<!haria )(?<!harian )\b(?:falta|faltan|faltaba|falto) (?:un|una|algo|el|la"
        r"|los|las|parte|dos|pieza|prenda)\b"
        r"|\b(?:pedido|paquete) (?:incompleto|vacio|llego incompleto)",
        r"(?<!faz )(?<!faria )\b(?:falta|faltou|faltando|faltam) (?:um|uma|algo|o|a|parte|dois|peca)\b|\b(?:pedido"
        r"|pacote) (?:veio |chegou )?(?:incompleto|vazio)",
        r"\b(?:ek|kuch|item|cheez|piece)(?: \w+){0,3} (?:missing|kam (?:hai|tha|thi|aaya|aayi|nikla"
        r"|mila)|gayab)\b|\b(?:parcel|order|packet) (?:adhoora|incomplete|khali)"
        r"|(?:एक|कुछ|आइटम|चीज़|पीस).{0,25}(?:मिसिंग|कम (?:है|था|थी|आया|आई|निकला|मिला)|गायब)"
        r"|(?:पार्सल|ऑर्डर|पैकेट) (?:अधूरा|खाली)",
        r"\b(?:kurang|kurangnya) (?:satu|1|barang|item|dua)\b|\b(?:barang|isi|paket"
        r"|item)(?:nya)? (?:kurang|tidak lengkap|ga lengkap|gak lengkap|kosong)",
    ),
    "not_arrived": (
        r"\b(?:has|have|did|is|was)(?:n'?t| ?not| still not| never) (?:\w+ )?(?:arrived?|come|here"
        r"|delivered|received|shown up)\b"
        r"|\b(?:not|never|still not) (?:arrived|delivered|received|come|here yet)\b"
        r"|\bhaven'?t (?:received|got|gotten) (?:my|the|it|any)"
        r"|\b(?:parcel|package|order|delivery) is (?:late|lost)\b|\bnothing (?:came|arrived|has come"
        r"|has arrived)\b|\bstill waiting for (?:my|the) (?:order|parcel|package)",
        r"\b(?:no|aun no|todavia no|nunca) (?:me )?(?:ha |han )?(?:llegado|llego|llega|recibido"
        r"|recibi|entregado)\b|\bpaquete (?:perdido|retrasado)",
        r"\b(?:nao|ainda nao|nunca) (?:me )?(?:chegou|chega|recebi|foi entregue|entregaram)\b"
        r"|\b(?:pedido|pacote|encomenda) (?:atrasad|sumiu|perdid)\w*",
        r"\b(?:nahi|nhi|nahin) (?:aaya|aayi|aya|mila|mili|pahu[n]?cha)\b|\b(?:parcel"
        r"|order) (?:abhi tak|ab tak) (?:nahi|nhi)"
        r"|नहीं (?:आया|आई|मिला|मिली|पहुँचा|पहुंचा)",
        r"\b(?:belum|blm|belom|ga|gak|nggak|tidak) (?:juga )?(?:sampai|sampe|nyampe|nyampai|datang"
        r"|dateng|diterima|tiba)\b",
    ),
    PROBLEM: (
        r"\b(?:problem|issue|trouble|something(?:'s| is)? wrong) with (?:my|the|an?"
        r"|our) (?:\w+ )?(?:order|parcel|package|purchase|delivery)\b",
        r"\bproblema con (?:mi|el|un) (?:pedido|paquete|compra|envio)\b",
        r"\bproblema com (?:o )?(?:meu|o|um) (?:pedido|pacote)\b|\bproblema (?:com"
        r"|na) (?:a )?(?:minha )?(?:compra|encomenda|entrega)\b",
        r"\b(?:order|parcel) (?:me|mein|mai|ke saath|ka) (?:\w+ )?(?:problem|dikkat|gadbad|issue)\b"
        r"|(?:ऑर्डर|पार्सल) (?:में|के साथ) .{0,12}(?:दिक्कत|समस्या|गड़बड़|प्रॉब्लम)",
        r"\b(?:ada )?masalah (?:sama|dengan|di|soal) (?:pesanan|paket|order)(?:an|ku|nya| saya"
        r"| aku)?\b|\b(?:pesanan|paket)(?:ku|nya| saya| aku)? (?:ada masalah|bermasalah)\b",
    ),
    NEWS: (
        r"\bany (?:news|updates?)\b|\b(?:what|how|news|update|status)(?:'s| is)? (?:about|on|with"
        r"|of) (?:my|the) (?:ticket|complaint|claim|case)\b|\bmy ticket\b",
        r"\b(?:hay|alguna|tienen|tienes) (?:alguna )?(?:novedad|noticia)(?:es|s)?\b|\b(?:mi"
        r"|el) (?:ticket|reclamo|incidencia|queja)\b|\bque (?:paso|pasa) con mi (?:caso|reclamo"
        r"|queja)",
        r"\b(?:alguma|tem|teve) (?:alguma )?(?:novidade|noticia)s?\b|\b(?:meu|o) (?:chamado|ticket|protocolo)\b",
        r"\b(?:koi|kuch) (?:update|news|khabar)\b|\b(?:meri|mera) (?:ticket|complaint|shikayat)\b"
        r"|(?:कोई|कुछ) (?:अपडेट|खबर|ख़बर|न्यूज़)|मेरी? (?:टिकट|शिकायत)",
        r"\b(?:ada|gimana|bagaimana) (?:kabar|update|kelanjutan)(?:nya)?\b|\b(?:tiket|komplain)(?:ku"
        r"|nya| saya| aku)\b",
    ),
}
"""What is said to patterns. The first found counts, in this order."""

_ANGER: tuple[str, ...] = (
    r"\b(?:unacceptable|outrageous|ridiculous|scam|fraud|furious|angry|disgusting|worst|terrible|never again)\b|!!",
    r"\b(?:inaceptable|indignante|estafa|verguenza|harta?|pesimo|fatal|ladrones)\b",
    r"\b(?:inaceitavel|absurdo|golpe|vergonha|pessimo|palhacada|ladroes)\b",
    r"\b(?:bakwas|dhokha|ghatiya|fraud|bekaar|chor)\b|बकवास|धोखा|घटिया|फ्रॉड|बेकार",
    r"\b(?:penipu(?:an)?|parah|kecewa(?: banget| sekali)?|nyesel|kapok)\b",
)


@cache
def _table() -> PatternTable[str]:
    return PatternTable({name: "|".join(pattern(each) for each in found) for name, found in TICKETS.items()})


@cache
def _anger() -> PatternTable[str]:
    return PatternTable({"anger": "|".join(pattern(each) for each in _ANGER)})


def told(text: str) -> str:
    """What a text says around an order: a key of `TICKETS`; empty when nothing."""
    return next(iter(_table().found_in(plain(text))), "")


def matter_said(text: str) -> str:
    """The kind of ticket that a text gives reason for, as `TicketKind` names it; empty when none."""
    found = told(text)
    if found in _KINDS:
        return _KINDS[found]
    reason = reason_said(text)
    return reason if reason in ("damaged", "wrong_item") else ""


def is_angry(text: str) -> bool:
    """Whether somebody is upset: strong words, or words in capitals."""
    shouted = sum(word.isupper() and len(word) > 3 and word.isalpha() for word in text.split())
    return shouted > 0 or bool(_anger().found_in(plain(text)))


_KINDS = {
    "charged_twice": "payment", "refund_missing": "refund", "missing": "missing", "not_arrived": "not_arrived",
}  # fmt: skip
