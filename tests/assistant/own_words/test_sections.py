from leadnurturebot.assistant.own_words.samples import Shown, samples
from leadnurturebot.assistant.own_words.sections import LOCKED, SECTIONS, group_of, section_of
from leadnurturebot.assistant.phrasing.texts import languages, texts
from leadnurturebot.assistant.phrasing.values import PARAMETER, Speech, value
from leadnurturebot.domain.money import Money

SHOWN = Shown(shop="Boutique", team="the team", country="US", product="Linen Dress", price=Money(4900, "USD"))
MAIN_GROUPS = {group for groups in SECTIONS.values() for group in groups}


def test_every_text_has_a_heading_or_stays_ours() -> None:
    groups = {group_of(key) for key in texts("en")}
    assert groups - MAIN_GROUPS - LOCKED == set()
    assert set() == MAIN_GROUPS & LOCKED


def test_no_heading_is_of_texts_that_are_gone() -> None:
    assert (MAIN_GROUPS | LOCKED) - {group_of(key) for key in texts("en")} == set()


def test_what_is_said_about_stop_and_consent_stays_ours() -> None:
    assert section_of("consent.stopped") == ""
    assert section_of("line.cart.total") == "cart"


def test_every_parameter_has_a_sample_in_every_language() -> None:
    told = samples(SHOWN)
    for language in languages():
        for key, wordings in texts(language).items():
            if section_of(key):
                for name, way in PARAMETER.findall(str(wordings)):
                    assert value(told[name], Speech(language, "US"), way) != "", (language, key, name)
