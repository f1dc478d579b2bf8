"""What a shop words itself is said by everything that writes to its customers, from the next message on."""

from leadnurturebot.assistant.own_words.actions import unword_text, word_text
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from tests.cast import text
from tests.message_path.driving import Drive


def own(drive: Drive, *wordings: str) -> None:
    with system_scope():
        key = ring().of(borrowed(), drive.boutique.shop.id)
        if wordings:
            given = [{"other": wording} for wording in wordings]
            word_text(key, text="thanks.plain", language="en", wordings=given, now=drive.now)
        else:
            unword_text(key, text="thanks.plain", language="en", now=drive.now)


def thanked(drive: Drive) -> str:
    drive.later(minutes=1)
    (reply,) = drive.hear(text("thank you", at=drive.now, wamid=f"thanks{drive.now}"))
    return reply.plain_text()


def test_the_next_answer_is_in_the_shops_words(drive: Drive) -> None:
    own(drive, "You're so welcome!")
    assert "You're so welcome!" in thanked(drive)


def test_ours_are_said_again_when_the_shop_takes_its_own_back(drive: Drive) -> None:
    own(drive, "You're so welcome!")
    thanked(drive)
    own(drive)
    assert "so welcome" not in thanked(drive)
