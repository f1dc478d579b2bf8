"""The story of the main job in a browser: the phone page on one side, the owner's portal on the other."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.end_to_end.browser import DESKTOP, PHONE, browser, executable, keep
from tests.end_to_end.running import Demo

pytestmark = [
    pytest.mark.browser,
    pytest.mark.processes,
    pytest.mark.xdist_group("demo"),
    pytest.mark.skipif(executable() is None, reason="NO CHROMIUM HERE: THE BROWSER STORY IS NOT TESTED"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def phone(chromium: Browser, demo: Demo) -> Page:
    page = chromium.new_context(viewport=DESKTOP).new_page()  # type: ignore[arg-type]  # Playwright's own mapping type
    page.goto(demo.info["phone_url"])
    return page


@pytest.fixture(scope="module")
def portal(chromium: Browser, demo: Demo) -> Page:
    """Sarah, signed in."""
    page = chromium.new_context(viewport=DESKTOP).new_page()  # type: ignore[arg-type]  # as above
    page.goto(demo.info["base_url"])
    page.get_by_label(re.compile("^Email")).fill(demo.info["owner_email"])
    page.get_by_label(re.compile("^Password")).fill(demo.info["owner_password"])
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sarah", timeout=15_000)
    return page


def screen(phone: Page) -> Locator:
    return phone.get_by_role("region", name="Phone")


def last(phone: Page) -> Locator:
    """The newest message of the shop."""
    return screen(phone).get_by_role("log").locator("li.out").last


def write(phone: Page, words: str) -> None:
    screen(phone).get_by_role("textbox", name="Message").fill(words)
    screen(phone).get_by_role("button", name="Send").click()


def framed(phone: Page) -> FrameLocator:
    """The page that is open in the phone's own browser."""
    return screen(phone).frame_locator("iframe")


def test_1_the_ad_is_greeted_by_name_and_product(phone: Page) -> None:
    phone.get_by_role("button", name=re.compile("Emma")).first.click()
    phone.get_by_role("button", name="Instagram ad").click()
    keep(phone, "phone-1-ad")
    phone.get_by_role("button", name="Chat with us").click()
    screen(phone).get_by_role("button", name="Send").click()
    expect(last(phone)).to_contain_text("Blue Floral Sundress", timeout=2_000)
    expect(last(phone)).to_contain_text("$49")
    expect(last(phone)).to_contain_text("XS, S, M and L")
    keep(phone, "phone-2-greeting")


def test_2_questions_in_free_text_are_answered(phone: Page) -> None:
    write(phone, "is it there in M?")
    expect(last(phone)).to_contain_text("M is in stock", timeout=15_000)
    write(phone, "how does it fit?")
    expect(last(phone)).to_contain_text(re.compile("fit|I'd take"), timeout=15_000)
    write(phone, "do you have something similar?")
    expect(last(phone)).to_contain_text("Wrap Dress", timeout=15_000)
    keep(phone, "phone-3-questions")


def test_3_the_cart_shows_shipping_and_total(phone: Page) -> None:
    write(phone, "add the blue floral sundress in M")
    expect(last(phone)).to_contain_text("Total $54", timeout=15_000)
    keep(phone, "phone-4-cart")


def test_4_the_portal_shows_the_live_conversation_with_its_reason(portal: Page) -> None:
    expect(portal.get_by_role("main")).to_contain_text("Live conversations")
    keep(portal, "portal-1-dashboard")
    portal.get_by_role("link", name=re.compile("Emma Wilson")).first.click()
    log = portal.get_by_role("log")
    expect(log).to_contain_text("Blue Floral Sundress")
    portal.get_by_role("button", name="Why?").last.click()
    expect(portal.get_by_role("main")).to_contain_text("Understood")
    keep(portal, "portal-2-conversation")


def test_5_she_pays_on_the_providers_page_and_gets_the_number(phone: Page) -> None:
    last(phone).get_by_role("button", name="Pay now").click()
    expect(last(phone)).to_contain_text("Pay $54.00", timeout=15_000)
    last(phone).get_by_role("button", name=re.compile("Pay \\$54.00")).click()
    framed(phone).get_by_role("button", name="Pay $54.00").click()
    keep(phone, "phone-5-payment")
    expect(framed(phone).get_by_text("practice page")).to_be_visible(timeout=15_000)
    keep(phone, "phone-5-provider")
    framed(phone).get_by_role("button", name="Pay $54.00").click()
    expect(screen(phone).get_by_role("log")).to_contain_text("#TT12", timeout=15_000)
    keep(phone, "phone-6-confirmation")


def test_6_the_money_stands_under_its_ad(portal: Page, demo: Demo) -> None:
    portal.goto(demo.info["base_url"])
    main = portal.get_by_role("main")
    expect(main).to_contain_text("Revenue today")
    expect(main).to_contain_text("Instagram ad")
    main.get_by_role("button", name=re.compile("Instagram ad")).click()
    expect(main).to_contain_text("Summer Collection")
    expect(main).to_contain_text("Funnel today")
    expect(main).not_to_contain_text("Revenue today $0.00")
    keep(portal, "portal-3-dashboard-paid")


@pytest.mark.parametrize(
    ("name", "shows"),
    [
        ("Orders", "#TT12345"), ("Catalogue", "Show more"), ("Inbox", "Emma Wilson"), ("Integrations", "WhatsApp Cloud API"),
        ("Settings", "API keys"),
    ],
)  # fmt: skip
def test_7_every_area_of_the_rail_opens(portal: Page, demo: Demo, name: str, shows: str) -> None:
    portal.goto(demo.info["base_url"])
    portal.get_by_role("navigation").first.get_by_role("link", name=re.compile(name)).first.click()
    expect(portal.get_by_role("heading", level=1)).to_contain_text(name)
    expect(portal.get_by_role("main")).to_contain_text(shows)
    keep(portal, f"portal-4-{name.lower()}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_8_the_dashboard_fits_a_phone_in_light_and_dark(portal: Page, demo: Demo, scheme: str) -> None:
    portal.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # Playwright's literal type
    portal.set_viewport_size(PHONE)  # type: ignore[arg-type]  # as above
    portal.goto(demo.info["base_url"])
    expect(portal.get_by_role("heading", level=1)).to_contain_text("Sarah")
    expect(portal.get_by_role("main")).to_contain_text("Revenue today")
    wide = portal.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    keep(portal, f"portal-5-phone-{scheme}")
    portal.set_viewport_size(DESKTOP)  # type: ignore[arg-type]  # as above
    portal.emulate_media(color_scheme="light")
    assert wide == 0


def test_9_a_changed_price_is_the_next_answer(portal: Page, phone: Page, demo: Demo) -> None:
    portal.goto(f"{demo.info['base_url']}/catalogue?q=Ink+Blazer")
    portal.get_by_role("link", name="Ink Blazer").click()
    portal.get_by_role("link", name="Change").click()
    prices = portal.get_by_role("group", name="Same price for all")
    prices.get_by_label("Price").fill("91,50")
    prices.get_by_role("button").click()
    portal.get_by_role("button", name="Save").click()
    expect(portal.get_by_role("main")).to_contain_text("$91.50", timeout=15_000)
    keep(portal, "portal-6-price")
    write(phone, "how much is the ink blazer?")
    expect(last(phone)).to_contain_text("$91.50", timeout=15_000)
