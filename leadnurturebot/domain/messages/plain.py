"""Messages without anything to press: words, files, places, people, reactions."""

from typing import ClassVar

from leadnurturebot.domain.messages.limits import BODY_MAX, TEXT_MAX, check, check_count, check_source, check_url
from leadnurturebot.domain.values import record, value

PLACE_MAX = 1000
NAME_MAX = 512
FILENAME_MAX = 240
CONTACTS_MAX = 257
EMOJI_MAX = 16


@value
class Text:
    """Plain text. With `preview` the first address in it, which must start with http(s)://, is shown with a picture."""

    kind: ClassVar[str] = "text"
    body: str
    preview: bool = False

    def __post_init__(self) -> None:
        check(self.body, TEXT_MAX, "text")

    def plain_text(self) -> str:
        """The message as read on the phone."""
        return self.body


@value
class Image:
    """A picture with words below."""

    kind: ClassVar[str] = "image"
    url: str
    caption: str = ""
    media_id: str = ""

    def __post_init__(self) -> None:
        check_source(self.url, self.media_id, "image")
        check(self.caption, BODY_MAX, "caption", may_be_empty=True)

    def plain_text(self) -> str:
        """The caption."""
        return self.caption


@value
class Video:
    """A film with words below."""

    kind: ClassVar[str] = "video"
    url: str = ""
    caption: str = ""
    media_id: str = ""

    def __post_init__(self) -> None:
        check_source(self.url, self.media_id, "video")
        check(self.caption, BODY_MAX, "caption", may_be_empty=True)

    def plain_text(self) -> str:
        """The caption."""
        return self.caption


@value
class Audio:
    """A sound; `voice` shows it as a recorded note and wants Ogg with Opus, mono."""

    kind: ClassVar[str] = "audio"
    url: str = ""
    media_id: str = ""
    voice: bool = False

    def __post_init__(self) -> None:
        check_source(self.url, self.media_id, "audio")

    def plain_text(self) -> str:
        """A note of music: a sound has no words."""
        return "♪"


@value
class Document:
    """A file; its name's ending picks the icon."""

    kind: ClassVar[str] = "document"
    url: str = ""
    caption: str = ""
    filename: str = ""
    media_id: str = ""

    def __post_init__(self) -> None:
        check_source(self.url, self.media_id, "document")
        check(self.caption, BODY_MAX, "caption", may_be_empty=True)
        check(self.filename, FILENAME_MAX, "file name", may_be_empty=True)

    def plain_text(self) -> str:
        """Name and caption."""
        return "\n".join(part for part in (self.filename, self.caption) if part)


@value
class Sticker:
    """A WebP picture without a frame."""

    kind: ClassVar[str] = "sticker"
    url: str = ""
    media_id: str = ""

    def __post_init__(self) -> None:
        check_source(self.url, self.media_id, "sticker")

    def plain_text(self) -> str:
        """Nothing: a sticker has no words."""
        return ""


@value
class Location:
    """A place on the map, in degrees."""

    kind: ClassVar[str] = "location"
    latitude: float
    longitude: float
    name: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError("latitude is from -90 to 90 and longitude from -180 to 180")
        check(self.name, PLACE_MAX, "place name", may_be_empty=True)
        check(self.address, PLACE_MAX, "place address", may_be_empty=True)

    def plain_text(self) -> str:
        """Name and address, else the degrees."""
        return "\n".join(part for part in (self.name, self.address) if part) or f"{self.latitude}, {self.longitude}"


@value
class ContactPhone:
    """A number of a contact card; `type` is HOME, WORK, CELL or any word."""

    phone: str
    type: str = ""
    wa_id: str = ""


@record
class ContactCard:
    """A person or shop to be kept in the address book. Besides the whole name one part of it is wanted."""

    formatted_name: str
    first_name: str = ""
    last_name: str = ""
    middle_name: str = ""
    prefix: str = ""
    suffix: str = ""
    phones: tuple[ContactPhone, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    company: str = ""
    job_title: str = ""
    birthday: str = ""

    def __post_init__(self) -> None:
        check(self.formatted_name, NAME_MAX, "contact name")
        if not any((self.first_name, self.last_name, self.middle_name, self.prefix, self.suffix)):
            raise ValueError("a contact has its whole name and at least one part of it, such as the first name")
        for url in self.urls:
            check_url(url, "contact address")


@value
class Contacts:
    """Contact cards."""

    kind: ClassVar[str] = "contacts"
    contacts: tuple[ContactCard, ...]

    def __post_init__(self) -> None:
        check_count(self.contacts, 1, CONTACTS_MAX, "a message with contacts")

    def plain_text(self) -> str:
        """A line for each: name and first number."""
        return "\n".join(
            " ".join([contact.formatted_name, *(phone.phone for phone in contact.phones[:1])])
            for contact in self.contacts
        )


@value
class Reaction:
    """An emoji on a customer's message, named by the provider's id; an empty one takes it back. It quotes nothing."""

    kind: ClassVar[str] = "reaction"
    message_id: str
    emoji: str

    def __post_init__(self) -> None:
        check(self.message_id, NAME_MAX, "message id")
        if len(self.emoji) > EMOJI_MAX or any(character.isalnum() for character in self.emoji):
            raise ValueError("a reaction is one emoji, or empty to take it back")

    def plain_text(self) -> str:
        """The emoji."""
        return self.emoji
