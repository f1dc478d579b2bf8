"""Phrases that say stop and what: data of `consent_words`.

Matched on text in lower case, without accents (Latin script), punctuation and apostrophes. Every phrase names messages
or contact, or can mean nothing else; "don't send the red one" and "bus stop" must pass by.
"""

import re

_EN = r"(messag\w*|msgs?|texts?|texting|spam\w*|ads?|adverts?|promos?|promotions?|offers|notifications?|reminders?)"
_ES = r"(mensaj\w*|msjs?|publicidad|promo\w*|ofertas|notificaciones|recordatorios|spam)"
_PT = r"(mensage\w*|mensagi\w*|msgs?|propagandas?|promo\w*|ofertas|notificacoes|lembretes|spam)"
_NAO = r"\b(?:nao|num|naum|n)"
_HI = r"(messages?|msgs?|mesg|mesej|sandesh|sms|whatsapp)"
_HI_NATIVE = "(मैसेज|मेसेज|मैसेजेस|संदेश|एसएमएस|व्हाट्सएप)"
_ID = r"(pesan|chat|wa|sms|promo\w*|iklan|spam|notif\w*|broadcast)"
_NOT = r"(?<!you )(?<!they )(?<!u )(?<!we )(dont|do not)"
_WRITE = r"(messag\w*|msg|text|texting|contact\w*|write to|write|whatsapp|spam\w*|bother\w*|disturb\w*|ping)"
_SEND_ID = r"(di|me|meng|nge)?k?irim\w*"
_NEED_NOT_ID = r"((tidak|gak|ga|nggak|ngga|enggak) (usah|perlu)|gausah|gosah)"
_REFUSE_ID = r"((tidak|gak|ga|nggak|ngga|enggak) (mau|ingin)|ogah|gamau)"
_CHAT_ID = r"(chat|wa|hubungi|ganggu|kontak|spam|sms|broadcast|bc)"
_TO_ME = r"( (me|us|here|again|anymore|any more|this number|my number)\b| please\b|$)"
_ANY_MORE = rf"(anymore|more|anything|(any |these |those |such |this |more |your )*{_EN})"
_LOOSE = (
    r"(me|us|the|your|these|those|this|all|any|more|with|my|so|many|sending|such|of|stuff|things?|anything|from|you)"
)

STOP_PHRASES = re.compile(
    "|".join(
        f"(?:{phrase})"
        for phrase in (
            # English
            rf"(?<!bus )\b(stop|quit|cease) ({_LOOSE} )*{_EN}\b",
            rf"\b(stop|quit|cease) sending( {_LOOSE}| {_EN}| again| anymore| please)*$",
            r"\b(stop|quit|cease) (contacting|writing|bothering|disturbing|pinging|calling) (to )?(me|us|here)\b",
            rf"({_NOT}|^never|^please never|can you not) (ever |keep )?{_WRITE}{_TO_ME}",
            rf"{_NOT} (ever )?send (me |us )?{_ANY_MORE}( (more|of|please|again|anymore|me))*$",
            rf"\b(dont|do not|no longer) (want|wish|need|like)( (to|receive|get|{_LOOSE}))* {_EN}\b",
            r"\b(unsub\w*|unsuscrib\w*|opt(ing)? ?out|opt me out)\b",
            r"\b(remove|delete|take) (me|my (number|contact|phone))( off| from| out|$)",
            r"\bleave me alone\b",
            # Spanish
            r"\b(dejen|deja|deje|dejad|paren|para|pare) (ya )?de (estar )?"
            r"(escrib|mand|envi|molest|contact|llam|freg|jod|fastidi|spam)\w*",
            r"\bno me (escriban?|escribas|contacten?|contactes|molesten?|molestes|hablen|hables|llamen)\b",
            rf"\bno me (manden?|mandes|envien?|envies) (ya )?(mas( {_ES}| cosas|$)|nada\b|estas cosas\b|{_ES})",
            rf"\bno (manden?|mandes|envien?|envies) (ya )?(mas )?{_ES}",
            rf"\bno (quiero|deseo)( ya| mas| recibir| sus| tus| que me manden)* {_ES}",
            r"\bno (quiero|deseo) recibir (ya )?(nada|mas)$",
            r"\b(dar|darme|darse|denme|dame|dado|doy|deme|dadme) (la |de )+baja\b(?! (el|mi|ese|un) )",
            r"\b(salgo|salir|salirme|borro|quito) de (esta|esa|la|su|tu) (lista|difusion|grupo)\b",
            r"\b(cancel|anul)\w+ (mi|la) suscripcion\b",
            rf"\b(parenle|parele|parale|bajenle) (ya )?(a|con) (los |sus |tus |tantos? )*{_ES}",
            r"\b(saca|saquen|quita|quiten|borra|borren|elimina|eliminen)me (de|del)\b.*\b(lista|numero|contactos)\b",
            # Portuguese
            r"\b(para|parem?|pare|parar|deixem|chega) de (me )?"
            r"(mandar|enviar|escrever|chamar|perturbar|encher|incomodar|importunar|contatar|mensage\w*)",
            rf"\b(para|parem?|parar|chega|basta) (com|de) (com |as?|os?|ess[ae]s?|tant[ao]s?|receber| )*{_PT}\b",
            rf"{_NAO} (me )?(mand\w+|envi\w+) (mais( {_PT}| nada|$)|{_PT}|nada mais)",
            rf"{_NAO} me (escreva|escrevam|chame|chamem|chama mais|perturbe|perturbem|perturba|contate|contatem|procurem)\b",
            rf"{_NAO} (quero|desejo|gostaria|autorizo)( mais| de| receber| ver| suas| essas| nenhuma)* {_PT}",
            rf"{_NAO} (quero|desejo|gostaria de)( mais)* receber( mais)* nada\b|\bde {_NAO} receber( mais)* {_PT}",
            r"\b(quero|desejo|prefiro|gostaria de|preciso|como faco (para|pra)) (parar|deixar) de receber\b",
            r"\b(sair|tira\w*|remov\w*|exclu\w*|retir\w*) (me )?d(a|essa|esta|as) (lista|mensagens|promocoes)\b",
            r"\b(tira\w*|remov\w*|exclu\w*|retir\w*|apag\w*) (o )?meu (numero|contato|nome|telefone|whatsapp|zap)"
            r"( (da|dessa|das|dai|daqui|por favor)\b|$)",
            rf"\bcancel\w+ (as? |o |minhas? )?(inscricao|assinatura|{_PT}\b)",
            r"\bme (descadastr|desinscrev)\w*|\b(descadastr|desinscrev)\w*$",
            r"\bsai(a|am)? do meu (whats\w*|zap|wpp|celular|numero|pe)\b",
            r"\b(bloquear|denunciar) .*\b(mandando|mandar(em)?|mensage\w*|spam)\b",
            # Hindi in Latin letters
            rf"\b{_HI} (\w+ )?(mat|na|nahi|nhi|mt) (bhej\w*|kar\w*|kro|kr|kijiye|do)\b",
            rf"\b{_HI} (bhejna |karna |krna )?(band|bandh|bnd) (kar\w*|kro|krdo|kr|kijiye)\b",
            r"\b(mujhe|muje) (dobara )?(mat|nahi) bhej\w*$",
            rf"\b(mat|na) (bhej\w*|karo|kijiye) {_HI}\b",
            # Hindi in Devanagari
            rf"{_HI_NATIVE} (\S+ )?(मत|न|नहीं) (भेज|कर)",
            rf"{_HI_NATIVE} (\S+ )?(बंद|बन्द) (कर|की)",
            # Indonesian
            rf"\b(jangan|jgn|stop|berhenti|berenti|setop|hentikan|{_NEED_NOT_ID}) {_SEND_ID} (saya |aku |lagi )*"
            rf"({_ID}|lagi|apa ?apa|apa2|apapun)\b",
            rf"\b(jangan|jgn|ojo|ulah) (di ?)?{_CHAT_ID}( (saya|aku|gue|lagi|terus|kak|nomor ini)\b|$)",
            rf"\b{_NEED_NOT_ID} (di ?)?{_CHAT_ID} (saya|aku|gue|lagi|nomor ini)\b",
            rf"\b{_REFUSE_ID} (lagi )?(terima|menerima|nerima|dapat|dapet|dikirim\w*) {_ID}\b",
            rf"\b(berhenti|berenti|stop|hentikan|setop) (semua )?(langganan|berlangganan|{_ID})\b",
            r"\b(hapus|keluarkan|keluarin|coret|cabut|hilangkan) (nomor|nomer|no|kontak) (wa )?(saya|aku|ini)( kak| ya)*"
            r"( (dari|di) (\w+ )?(list|daftar|broadcast|grup|kontak|promo)\b|$)",
            r"\b(hapus|keluarkan|keluarin|coret) (saya|aku|gue) (dari|dr) (\w+ )?(list|daftar|broadcast|grup|langganan)\b",
            r"\b(matikan|matiin|nonaktifkan) (semua )?(notif\w*|broadcast|pesan promo|promo|iklan|langganan)\b",
        )
    )
)
TRIGGERS = frozenset(
    """
    stop quit cease dont not never longer opt opting optout remove delete take leave dejen deja deje dejad paren
    para pare no baja salgo salir salirme borro quito suscripcion parenle parele parale bajenle sacame saquenme
    quitame quitenme borrame borrenme eliminame eliminenme parem parar deixem
    chega nao sair tira tirar tire tirem remover remova removam removem exclui excluam retirem excluir exclua
    retira retirar retire retirem apaga apagar apague apaguem num naum n basta cancela cancelar cancele cancelem sai
    saia saiam bloquear denunciar descadastrar descadastro descadastre descadastra
    desinscrever desinscreva desinscreve mat na nahi nhi mt band bandh bnd jangan jgn berhenti setop hentikan tidak gak ga
    nggak ngga enggak ogah gamau gausah gosah ojo ulah berenti hapus keluarkan keluarin coret cabut hilangkan
    matikan matiin nonaktifkan मत न नहीं बंद बन्द
    """.split()  # noqa: SIM905 - a word list reads better in rows
)
"""One of these words, or one that starts with `unsu`, is in every phrase: most messages need no closer look."""

STATEMENTS = re.compile(rf"\bno (more|further) (messag\w*|msgs?|texts?|spam|ads|notifications?)\b|\bno mas {_ES}")
"""Only when they are no question: "no more messages" against "no more messages from the courier?"."""

NOT_STOP = re.compile(
    r"\b(cant|cannot|can not|couldnt|wont|dont|do not|never|did you|do you|does it|why did|when did) (ever )?stop\b"
    r"|\bwhen (do|will|does) \w+ stop\b|\bno (pares?|paren|dejes|dejen) de\b|\bnao (pare|para|parem) de\b"
    r"|\b(jangan|jgn) (berhenti|stop)\b"
    # "Where is my order, and don't message me about anything else": the order still is to be told of.
    r"|\b(dont|do not|never) (message|msg|text|contact|write to|write|whatsapp) me (about|for) any ?thing else\b"
)
STOP_THEN_REASON = re.compile(r"^(stop|berhenti) (i|im|no|not|dont|enough|you|u|ya|jangan|saya|nao|porque)\b")
"""A message that opens with the word and goes on with a reason, without punctuation: doubt."""
