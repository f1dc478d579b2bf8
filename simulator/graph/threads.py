"""Whose thread it is when several apps share a number: another app (perhaps Meta's own agent) may hold it."""

from simulator.graph.errors import GraphError
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World


def is_ours(world: World, number: Number, person: Person) -> bool:
    return not world.chats.thread(number.phone_number_id, person.id).owner


def check_owner(world: World, number: Number, person: Person) -> None:
    """Raises GraphError 131070 while another app owns the thread."""
    if not is_ours(world, number, person):
        raise GraphError(131070, "This app is not the owner of the thread.")
