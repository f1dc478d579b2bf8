"""Taking back a notice that was asked for ("cancel the notice", "ya no hace falta el aviso"), in every language.

What asks for no messages at all is STOP and is read before this.
"""

import re
from functools import cache

from leadnurturebot.domain.dialogue.words.every import pattern, plain

_TAKEN_BACK = (
    r"\b(?:cancel|stop|remove|forget|drop|undo|turn off|switch off)\b.{0,24}\b(?:notice|notification|alert|back[- ]in[- ]stock)"
    r"|\b(?:no need to|need ?n[o']?t|you do ?n[o']?t (?:need|have) to|do ?n[o']?t bother to) (?:tell|notify|write|let me know|remind)"
    r"|\b(?:cancela|anula|quita|olvida|borra)\w*.{0,20}\baviso|\bya no (?:hace falta|necesito|quiero) (?:el aviso|que me avis)"
    r"|\bno hace falta que me avis|\bno me avises (?:cuando|ya)"
    r"|\b(?:cancela|tira|esquece|remove)\w*.{0,20}\b(?:aviso|alerta)|\bnao precisa (?:mais )?(?:me )?avisar|\bnao quero mais o aviso"
    r"|\b(?:notification|notice|alert) (?:cancel|band|hata|nahi chahiye)|\bbatane ki (?:zaroorat|zarurat|jarurat) nahi"
    r"|(?:नोटिफ़?िकेशन|अलर्ट|नोटिस) (?:कैंसल|कैंसिल|बंद|हटा|नहीं चाहिए)|बताने की (?:ज़|ज)रूरत नहीं"
    r"|\b(?:batal(?:in|kan)?|hapus|cancel)\b.{0,20}\b(?:notif|pengingat|kabar|pemberitahuan)"
    r"|\b(?:ga|gak|nggak|ngga|tidak|tdk) (?:usah|perlu|jadi) (?:di)?kabari"
)


def notice_taken_back(text: str) -> bool:
    """Whether a text takes back the notice that something is back."""
    return _found().search(plain(text)) is not None


@cache
def _found() -> re.Pattern[str]:
    return re.compile(pattern(_TAKEN_BACK), re.IGNORECASE)
