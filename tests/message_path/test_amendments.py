from typing import Any

from leadnurturebot.platform.encryption import ring
from tests.cast import EMMA, text
from tests.message_path.driving import Drive


def item(drive: Drive, kind: str, content: dict[str, Any], wamid: str) -> dict[str, Any]:
    return {
        "from": EMMA,
        "from_user_id": f"GB.{EMMA}",
        "id": wamid,
        "timestamp": drive.stamp(),
        "type": kind,
        kind: content,
    }


def reaction(drive: Drive, target: str, emoji: str, wamid: str) -> dict[str, Any]:
    return item(drive, "reaction", {"message_id": target, "emoji": emoji}, wamid)


def said(drive: Drive) -> str:
    """The provider's id of what the bot answered to a greeting."""
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    ((wamid,),) = drive.rows("SELECT provider_id FROM conversations_message WHERE direction = 'out'")
    return str(wamid)


def test_a_reaction_stands_at_our_message_and_is_taken_away_again(drive: Drive) -> None:
    ours = said(drive)
    assert drive.hear(reaction(drive, ours, "❤️", "w2")) == []
    assert drive.stored(ours)["reactions"]["customer"]["emoji"] == "❤️"
    drive.later(seconds=5)
    drive.hear(reaction(drive, ours, "", "w3"))
    assert drive.stored(ours)["reactions"]["customer"]["emoji"] == ""
    assert drive.count("conversations_message") == 2


def test_an_older_reaction_that_comes_late_changes_nothing(drive: Drive) -> None:
    ours = said(drive)
    late = reaction(drive, ours, "😡", "w2")
    drive.later(seconds=5)
    drive.hear(reaction(drive, ours, "❤️", "w3"))
    drive.hear(late)
    assert drive.stored(ours)["reactions"]["customer"]["emoji"] == "❤️"


def test_an_edit_changes_what_is_shown(drive: Drive) -> None:
    drive.hear(text("size S please", at=drive.now, wamid="w1"))
    drive.later(seconds=5)
    edit = {"original_message_id": "w1", "message": {"type": "text", "text": {"body": "size M please"}}}
    assert drive.hear(item(drive, "edit", edit, "w2")) == []
    assert drive.stored("w1")["text"] == "size M please"
    assert "edited_at" in drive.stored("w1")


def test_of_a_message_deleted_for_everyone_nothing_is_left_but_that_it_was_there(drive: Drive) -> None:
    drive.hear({**item(drive, "image", {"id": "901", "mime_type": "image/jpeg", "caption": "my secret"}, "w1")})
    drive.later(seconds=5)
    drive.hear(item(drive, "revoke", {"original_message_id": "w1"}, "w2"))
    gone = drive.stored("w1")
    assert (gone["text"], gone["content"], "deleted_at" in gone) == ("", {}, True)
    assert drive.rows("SELECT state, provider_media_id FROM conversations_mediafile") == [("erased", "")]


def test_the_inbox_no_longer_quotes_what_was_deleted(drive: Drive) -> None:
    drive.hear(text("my secret", at=drive.now, wamid="w1"))
    drive.connection.execute("DELETE FROM conversations_message WHERE direction = 'out'")
    drive.hear(item(drive, "revoke", {"original_message_id": "w1"}, "w2"))
    ((preview,),) = drive.rows("SELECT preview_sealed FROM conversations_thread")
    assert ring().of(drive.connection, drive.boutique.shop.id).open_text(preview) == ""


def test_a_deletion_that_overtakes_its_message_waits_for_it(drive: Drive) -> None:
    message = text("my secret", at=drive.now, wamid="w1")
    drive.later(seconds=3)
    drive.hear(item(drive, "revoke", {"original_message_id": "w1"}, "w2"))
    assert drive.count("message_path_inbox") == 1
    drive.hear(message)
    assert drive.stored("w1")["text"] == ""
    assert drive.count("message_path_inbox") == 0


def test_an_edit_whose_message_never_comes_is_kept(drive: Drive) -> None:
    edit = {"original_message_id": "gone", "message": {"type": "text", "text": {"body": "size M please"}}}
    drive.hear(item(drive, "edit", edit, "w2"))
    drive.later(seconds=30)
    drive.work()
    assert drive.stored("w2")["text"] == "size M please"
