from tests.faults.plan import Fate, calm, draw


def test_a_seed_means_one_plan() -> None:
    assert draw(7, is_short=False) == draw(7, is_short=False)
    assert draw(7, is_short=False) != draw(8, is_short=False)


def test_every_plan_aims_at_every_state_and_every_process() -> None:
    for seed in range(50):
        kills = draw(seed, is_short=True).kills
        assert {"claimed", "sending", "committing"} < {kill.state for kill in kills}
        assert {kill.target for kill in kills} == {"worker", "sender", "scheduler", "web", "backend", "postgresql"}


def test_every_fate_but_being_read_in_silence_befalls_somebody_in_a_short_run() -> None:
    fates = {fate for person in draw(3, is_short=True).people for fate in person.fates.values()}
    assert fates == set(Fate) - {Fate.TAKEN, Fate.SILENT_READ}
    long = {fate for person in draw(3, is_short=False).people for fate in person.fates.values()}
    assert long == set(Fate) - {Fate.TAKEN}


def test_the_quiet_side_has_the_same_visits_and_no_fault() -> None:
    plan = draw(5, is_short=True)
    quiet = calm(plan)
    assert [(p.index, p.visit) for p in quiet.people] == [(p.index, p.visit) for p in plan.people]
    assert not quiet.kills
    assert not any(person.fates or person.deliveries or person.skew for person in quiet.people)


def test_every_kill_finds_customers_still_at_work() -> None:
    for seed in range(50):
        plan = draw(seed, is_short=True)
        steps = sum(len(person.story.steps) for person in plan.people)
        assert all(0 < kill.after < 0.9 * steps for kill in plan.kills)
