"""Who may hold the phone."""

import hashlib
import re
import uuid
from dataclasses import asdict, dataclass, fields, replace

from simulator.jsontypes import Json
from simulator.live import LiveFeed
from simulator.number_forms import kept_digits
from simulator.rates import CALLING_CODES, calling_code
from simulator.state import Documents


class PersonError(ValueError):
    """A person that can not be: the text says why."""


@dataclass(frozen=True)
class Person:
    """A user of the messenger. `phone` is digits without `+`; a hidden phone is known to nobody outside.

    `listed` people are offered on the phone page; the others are numbers the product wrote to by itself.
    """

    id: str
    name: str
    phone: str | None = None
    username: str | None = None
    phone_hidden: bool = False
    country: str = "US"
    language: str = "en"
    note: str = ""
    read_receipts: bool = True
    phone_on: bool = True
    on_whatsapp: bool = True
    blocked: bool = False
    stopped_marketing: bool = False
    listed: bool = True
    moves: int = 0

    @property
    def visible_phone(self) -> str | None:
        """What the business sees: the messenger's own form of the number, nothing when it is hidden."""
        return None if self.phone_hidden else self.kept_phone

    @property
    def kept_phone(self) -> str | None:
        return kept_digits(self.phone) if self.phone else None

    def business_scoped_id(self, portfolio_id: str) -> str:
        """The same person has another id towards every business portfolio, and a new one with a new phone."""
        moved = f":{self.moves}" if self.moves else ""
        seed = f"{portfolio_id}:{self.id}:{self.phone or ''}{moved}".encode()
        return f"{self.country}.{int.from_bytes(hashlib.sha256(seed).digest()[:8]) % 10**17 + 10**17}"


CAST = (
    Person("emma", "Emma Wilson", "447700900142", country="GB", note="English, London, came back"),
    Person("lucia", "Lucía Romero", "34612345678", country="ES", language="es", note="Spanish, Valencia, new"),
    Person("ana", "Ana Beatriz Lima", "5511912345678", country="BR", language="pt", note="Portuguese, São Paulo, new"),
    Person("neha", "Neha Sharma", "919876543210", country="IN", language="hi", note="Hindi and English, Pune, new"),
    Person("putri", "Putri Ayu", "6281234567890", country="ID", language="id", note="Indonesian, Bandung, new"),
    Person("jake", "Jake Miller", "15125550147", country="US", note="English, Austin, US number"),
    Person("noor", "Noor", username="noor.k", phone_hidden=True, country="AE", note="No phone number, only a name"),
)
_EDITABLE = {each.name for each in fields(Person)} - {"id"}


class People:
    """The stored cast. Changes are told to the phone pages."""

    def __init__(self, store: Documents, live: LiveFeed) -> None:
        self._store = store
        self._live = live
        self._by_id = {data["id"]: Person(**data) for data in store.all()}
        self._by_phone = {person.phone: person.id for person in self._by_id.values() if person.phone}

    def fill(self, wanted: tuple[Json, ...]) -> None:
        """The people of the configuration, or else the usual cast; those already known stay as they are."""
        for person in [_from_json(each) for each in wanted] or list(CAST):
            if person.id not in self._by_id:
                self.put(person)

    def all(self) -> list[Person]:
        return list(self._by_id.values())

    def get(self, person_id: str) -> Person | None:
        return self._by_id.get(person_id)

    def by_phone(self, digits: str) -> Person | None:
        person_id = self._by_phone.get(digits)
        return self._by_id[person_id] if person_id else None

    def by_business_scoped_id(self, portfolio_id: str, wanted: str) -> Person | None:
        return next((each for each in self._by_id.values() if each.business_scoped_id(portfolio_id) == wanted), None)

    def reached_at(self, digits: str) -> Person:
        """Whoever has this number. A number nobody holds yet belongs to a silent person that no page lists."""
        found = self.by_phone(digits)
        if found is not None:
            return found
        code = calling_code(digits)
        country = CALLING_CODES[code][0] if code else "US"
        return self.put(Person(f"n{digits}", f"+{digits}", digits, country=country, listed=False, read_receipts=False))

    def create(self, raw: Json) -> Person:
        """Raises PersonError: no name, bad or taken phone, unknown field."""
        person = _from_json({"id": uuid.uuid4().hex[:12], **raw})
        if person.id in self._by_id:
            raise PersonError(f"id {person.id} is taken")
        holder = self.by_phone(person.phone) if person.phone else None
        if holder is None:
            return self.put(person)
        if holder.listed:
            raise PersonError(f"+{person.phone} belongs to {holder.name}")
        return self.put(replace(person, id=holder.id))

    def change(self, person: Person, changes: Json) -> Person:
        """Raises PersonError on a field that is none."""
        unknown = set(changes) - _EDITABLE
        if unknown:
            raise PersonError(f"unknown field {min(unknown)}")
        return self.put(_from_json({**asdict(person), **changes}))

    def move(self, person: Person, phone: str) -> Person:
        """Another number; without one only the ids change. Raises PersonError when it is taken or none."""
        wanted = {"phone": phone} if phone else {}
        changed = _from_json({**asdict(person), **wanted, "moves": person.moves + 1})
        holder = self.by_phone(changed.phone) if changed.phone else None
        if holder is not None and holder.id != person.id:
            raise PersonError(f"+{changed.phone} belongs to {holder.name}")
        if person.phone and changed.phone != person.phone:
            del self._by_phone[person.phone]
        return self.put(changed)

    def put(self, person: Person) -> Person:
        self._store.put(person.id, asdict(person))
        self._by_id[person.id] = person
        if person.phone:
            self._by_phone[person.phone] = person.id
        if person.listed:
            self._live.publish("people", {"id": person.id})
        return person


def _from_json(raw: Json) -> Person:
    unknown = set(raw) - _EDITABLE - {"id"}
    if unknown:
        raise PersonError(f"unknown field {min(unknown)}")
    name = str(raw.get("name") or "").strip()
    phone = re.sub(r"[+\s()\-.]", "", str(raw.get("phone") or "")) or None
    if not name or not raw.get("id"):
        raise PersonError("a person wants a name")
    if phone is not None and not re.fullmatch(r"[1-9]\d{7,14}", phone):
        raise PersonError(f"{raw.get('phone')} is no full phone number")
    if phone is None and not raw.get("username"):
        raise PersonError("a person wants a phone number or a username")
    return Person(**{**raw, "name": name, "phone": phone, **_place(raw, phone)})


def _place(raw: Json, phone: str | None) -> Json:
    code = calling_code(phone) if phone else None
    country = raw.get("country") or (CALLING_CODES[code][0] if code else "US")
    return {"country": country, "phone_hidden": bool(raw.get("phone_hidden", phone is None))}
