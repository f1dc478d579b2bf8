"""STOP and its opposite in English, Spanish, Portuguese, Hindi (both scripts) and Indonesian.

STOP always wins over any other reading, so a false hit silences a customer and a miss breaks a promise. Three layers:
a clause that is nothing but a stop word and politeness; a phrase that says stop *and* what (messages, contact); else
no. A clear stop word beside other content is `doubt`: we stop too, and say how to undo it (CONVERSATIONS, "Consent and
STOP"). Everyday words (baja, sair, parar) count only as the whole message. `shop`, `top`, `sari` are goods, so typos
are repeated letters and swapped neighbours of a few words only.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import Literal

from leadnurturebot.domain.consent_phrases import NOT_STOP, STATEMENTS, STOP_PHRASES, STOP_THEN_REASON, TRIGGERS

StopVerdict = Literal["stop", "doubt"]

_CLEAR = """
stop|stop all|stopall|stop messages|stop message|stop msg|stop msgs|stop texting|stop spam|stop promo|stop promos|unsub
unsubscribe|optout|opt out|opt me out|leave me alone|setop|berhenti|hentikan|berenti|stop chat|stop pesan|stop kirim
dar de baja|darme de baja|dame de baja|darse de baja|desuscribir|desuscribirme|desuscribeme|stop mensajes|stop mensagens
dejame en paz|dejenme en paz|descadastrar|descadastre|me descadastra|descadastra|me deixa em paz|me deixe em paz
stop karo|stop kar do|stop kro|pareshan mat karo|tang mat karo|परेशान मत करो|परेशान न करें|स्टॉप|स्टाप
"""
_EVERYDAY = """
baja|de baja|parar|pare|paren|parem|para ya|para ja|dejen|sair|quero sair|band karo|bandh karo|band kardo|band kar do
bandh kardo|bandh kar do|band kro|band krdo|band kijiye|band kariye|band karein|band karen|band kar dijiye|mat bhejo
mat bhejiye|mat bhejna|rok do|rokdo|बंद करो|बन्द करो|बंद करें|बंद कर दो|बंद कर दें|बंद कीजिए|बंद करिए|बंद कर दीजिए
रोक दो|रोको|मत भेजो|मत भेजिए|मत भेजें
"""
_DOUBTFUL = "para|basta|chega|keluar|quit|end|stop it|stop this|stop that|salir"
_OPT_IN = """
start|unstop|subscribe|resume|opt in|optin|opt me in|alta|dame de alta|darme de alta|suscribirme|suscribeme|reanudar
quiero recibir mensajes|quiero recibir ofertas|quero receber mensagens|quero receber ofertas|voltar a receber|inscrever
me inscreve|mulai|mulai lagi|langganan|berlangganan|langganan lagi|berlangganan lagi|mau langganan|mau berlangganan
mau langganan lagi|aktifkan lagi|daftar langganan|mau terima promo|mau terima promo lagi|mau terima pesan lagi
shuru karo|shuru kar do|chalu karo|chalu kar do
शुरू करो|शुरू करें|चालू करो|चालू करें
"""
_FILLERS = """
please pls plz plss ok okay now just hi hello hey thanks thank you u can could will would i said want to the no nope nah
team shop guys already right immediately asap sir maam bro ya yes por favor porfa gracias obrigado obrigada hola oi ola
solicito ahora agora faz pfv pf kripya kripaya bhai yaar ab abhi ji aap sab mujhe ye yeh ise isko dong kak tolong mohon
deh aja saja sekarang min kakak udah sudah se me कृपया अब अभी जी भाई सब मुझे ये यह इसे प्लीज
"""
_NO_THANKS = """
not interested|im not interested|no me interesa|nao tenho interesse|sem interesse|nahi chahiye|tidak tertarik|gak minat
no quiero nada|nao quero nada|dont want anything|नहीं चाहिए
"""
_TYPO_SAFE = ("stop", "unsubscribe", "berhenti", "parar")

_ACCENTS = re.compile("[̀-ͯ]")
_SPELLED_OUT = re.compile(r"\b([a-z])[ .*_-](?=[a-z]\b)")
_ELONGATED = re.compile(r"([a-z])\1{2,}")
_REPEATED = re.compile(r"([a-z])\1+")
_CLAUSE_ENDS = re.compile(r"([.!?,;:\n।…]+)")


# Understanding, deciding and the worker each ask about the same words within a turn.
@lru_cache(maxsize=1024)
def stop_verdict(text: str) -> StopVerdict | None:
    """Whether `text` asks us to stop writing: `stop`, `doubt` (stop, and say how to undo), or None."""
    clauses = _clauses(text)
    commands = [_command(words, is_question) for words, is_question in clauses]
    others = [words for (words, _), found in zip(clauses, commands, strict=True) if not found]
    if any(_says_stop(words, is_question) for words, is_question in clauses):
        return "stop"
    said = {found for found in commands if found}
    is_alone = all(_is_small_talk(words) for words in others)
    if "clear" in said:
        return "stop" if is_alone else "doubt"
    if said and is_alone:
        return "stop" if "everyday" in said else "doubt"
    return "doubt" if any(STOP_THEN_REASON.search(words) for words, _ in clauses) else None


def is_opt_in(text: str) -> bool:
    """Whether `text`, as a whole, takes a STOP back: `START`, `alta`, `mulai`…"""
    said = [words for words, _ in _clauses(text) if not _is_small_talk(words)]
    return len(said) == 1 and any(core in _OPT_INS for core in _cores(said[0]))


def _clauses(text: str) -> list[tuple[str, bool]]:
    """Normalised clauses with whether each was a question."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()))
    plain = _SPELLED_OUT.sub(r"\1", unicodedata.normalize("NFC", plain))
    pieces = [*_CLAUSE_ENDS.split(plain), ""]
    found = [(_words(words), "?" in end) for words, end in zip(pieces[::2], pieces[1::2], strict=True)]
    return [(words, is_question) for words, is_question in found if words]


def _words(clause: str) -> str:
    letters = (
        letter if unicodedata.category(letter)[0] in "LMN" else "" if letter in "'’`´\u200d" else " "
        for letter in clause
    )  # fmt: skip
    return _ELONGATED.sub(r"\1", " ".join("".join(letters).split()))


def _cores(words: str) -> set[str]:
    """The clause without any number of polite words at either end."""
    tokens = words.split()
    start, end = 0, len(tokens)
    while start < end and tokens[start] in _FILLER_SET:
        start += 1
    while end > start and tokens[end - 1] in _FILLER_SET:
        end -= 1
    return {" ".join(tokens[first:last]) for first, last in product(range(start + 1), range(end, len(tokens) + 1))}


def _command(words: str, is_question: bool) -> Literal["clear", "everyday", "doubtful"] | None:
    cores = {_spelled_right(core) for core in _cores(words)} if len(words) < 80 else set()
    if cores & _CLEAR_SET:
        return "doubtful" if is_question else "clear"
    if is_question:
        return None
    if cores & _EVERYDAY_SET:
        return "everyday"
    return "doubtful" if cores & _DOUBTFUL_SET else None


def _spelled_right(word: str) -> str:
    """The stop word that `word` is a slip of (a letter twice, two neighbours swapped), else `word`."""
    return _SLIPS.get(word) or _SLIPS.get(_REPEATED.sub(r"\1", word), word)


def _says_stop(words: str, is_question: bool) -> bool:
    if ("unsu" not in words and TRIGGERS.isdisjoint(words.split())) or NOT_STOP.search(words):
        return False
    return bool(STOP_PHRASES.search(words)) or (not is_question and bool(STATEMENTS.search(words)))


def _is_small_talk(words: str) -> bool:
    return words in _NO_THANKS_SET or all(word in _FILLER_SET for word in words.split())


def _slips(word: str) -> dict[str, str]:
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    return dict.fromkeys((word, *swapped), word)


def _entries(table: str) -> frozenset[str]:
    """The entries of a table, spelled as normalised text is."""
    return frozenset(_clauses(entry)[0][0] for entry in table.strip().replace("\n", "|").split("|"))


_FILLER_SET = frozenset(
    word for line in _FILLERS.split("\n") for word in _words(unicodedata.normalize("NFC", line)).split()
)
_CLEAR_SET, _EVERYDAY_SET, _DOUBTFUL_SET = _entries(_CLEAR), _entries(_EVERYDAY), _entries(_DOUBTFUL)
_SLIPS = {slip: word for target in _TYPO_SAFE for slip, word in _slips(target).items()}
_OPT_INS, _NO_THANKS_SET = _entries(_OPT_IN), _entries(_NO_THANKS)
