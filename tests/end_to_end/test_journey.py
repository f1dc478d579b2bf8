"""The main job on the real processes, over real wire formats, without a browser."""

import json
import urllib.error
import urllib.request

import pytest

from tests.end_to_end.running import Demo, Phone, get, opener, post, status_of, until, words

pytestmark = [pytest.mark.processes, pytest.mark.xdist_group("demo")]


def instagram_ad(demo: Demo) -> str:
    ads = get(f"{demo.simulator}/phone/state")["ads"]
    return str(next(ad["id"] for ad in ads if ad["platform"] == "instagram"))


def test_an_ad_tap_becomes_a_paid_order(demo: Demo) -> None:
    phone = Phone(demo, "jake")
    greeting = phone.do(ad=instagram_ad(demo), text="Hello! Can I get more info on this?")
    assert "Jake" in words(greeting)
    assert "*Blue Floral Sundress*" in words(greeting)
    phone.do(text="M. does it have pockets?")
    cart = phone.do(tap="Add M to cart")
    assert "*Total $54*" in words(cart)
    link = phone.do(tap="Pay now")
    pay_url = link["interactive"]["action"]["parameters"]["url"]
    assert status_of(pay_url) == 200
    session = session_of(pay_url)
    before = len(phone.received())
    assert post(f"{demo.simulator}/stripe/_test/{session}/pay", {})["status"] == "complete"
    confirmation = until(lambda: phone.received()[before:])[0]
    counts = json.loads(demo.command("inspect", "--shop", demo.info["shop"], "--json"))
    assert "#TT12" in words(confirmation)
    assert counts["parked"] == 0
    assert counts["messages"]["in:received"] > 0


def session_of(pay_url: str) -> str:
    """Press the button on our page; the provider's session it leads to."""

    with pytest.raises(urllib.error.HTTPError) as caught:
        opener().open(urllib.request.Request(pay_url, b"", method="POST"))
    with caught.value as answer:
        assert answer.code == 303
        return str(answer.headers["Location"]).rpartition("/")[2]


def test_reminders_follow_the_demo_clock(demo: Demo) -> None:
    phone = Phone(demo, "ana")
    phone.do(ad=instagram_ad(demo), text="Hello! Is the sundress there in S?")
    phone.do(text="add S to my cart")
    phone.do(tap="Save for later")
    before = len(phone.received())
    demo.command("demo-clock", "--advance", "2h")
    reminder = until(lambda: phone.received()[before:])[0]
    assert "Blue Floral Sundress" in words(reminder)


@pytest.mark.parametrize("deed", [{"voice": True}, {"raw": {"type": "poll_v9", "poll_v9": {}}}])
def test_what_cannot_be_read_gets_a_sensible_answer(demo: Demo, deed: dict[str, object]) -> None:
    assert words(Phone(demo, "putri").do(**deed))


def test_forged_unknown_and_broken_webhooks_are_refused(demo: Demo) -> None:
    url = demo.info["webhook_url"]
    assert status_of(url, method="POST", data=b"{}") == 401
    assert status_of(url[:-5] + "xxxx/", method="POST", data=b"{}") == 404
    assert status_of(url, method="POST", data=b"x" * (3 * 1024 * 1024 + 1)) == 413


def test_understand_reads_lines(demo: Demo) -> None:
    output = demo.command(
        "understand", "--shop", demo.info["shop"], "--json", given="do you have it in blue, size M?\nSTOP\n"
    )
    first, second = (json.loads(line) for line in output.splitlines())
    assert (first["intent"], first["entities"]["color"], first["entities"]["size"]) == ("availability", "blue", "M")
    assert (second["intent"], second["language"]) == ("opt_out", "en")


def test_chat_plays_a_script(demo: Demo, tmp_path: object) -> None:
    script = demo.home / "script.txt"
    script.write_text("hi, how much is the blue floral sundress?\nadd M\n[Pay now]\n")
    turns = [
        json.loads(line)
        for line in demo.command("chat", "--shop", demo.info["shop"], "--script", str(script)).splitlines()
    ]
    assert "$49" in turns[0]["text"]
    assert turns[0]["facts"]
    assert any(option["title"] == "Pay $54.00" for option in turns[2]["options"])


def test_a_new_shop_opens_while_the_system_runs(demo: Demo) -> None:
    made = json.loads(demo.command("create-shop", "--slug", "corner", "--name", "Corner Shop", "--json"))
    assert made["shop"] == "corner"
    assert made["webhook_url"] != demo.info["webhook_url"]
    file = demo.home / "goods.csv"
    file.write_text("sku,name,category,color,size,price,stock\nT-1,Plain Tee,t-shirt,white,M,18.00,5\n")
    demo.command("import-catalog", "--shop", "corner", str(file))
    demo.command("shop-set", "--shop", "corner", "shipping_flat=6.50", "return_days=30", "hours=Mon-Fri 09:00-18:00")
    script = demo.home / "corner.txt"
    script.write_text("do you have the plain tee in M?\n")
    turn = json.loads(demo.command("chat", "--shop", "corner", "--script", str(script)))
    assert "$18" in turn["text"]
