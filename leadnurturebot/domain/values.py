"""Values: classes whose objects nobody changes, checked by the type checker instead of at run time.

`@dataclass(frozen=True)` sets each field through `object.__setattr__`, which makes an object of twenty fields four times
as dear. A customer's message makes a hundred such objects on its way; measured, a worker spends an eighth of its time
there. So what lies on that way is a `value`: mypy refuses an assignment to a field all the same.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[Class]) -> type[Class]:
    """A value with slots, compared and hashed by its fields."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[Class]) -> type[Class]:
    """A `value` whose fields are given by name."""
    return dataclass(slots=True, unsafe_hash=True, kw_only=True)(cls)
