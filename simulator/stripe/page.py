"""The hosted page, as a payer sees it on a phone. A practice page: no money moves."""

from html import escape
from pathlib import Path
from string import Template

from simulator.jsontypes import Json
from simulator.world import World

TEMPLATES = Path(__file__).resolve().parent.parent / "static"
DECIMALS = {"jpy": 0, "krw": 0, "vnd": 0, "clp": 0, "bhd": 3, "jod": 3, "kwd": 3, "omr": 3, "tnd": 3}
SYMBOLS = {"usd": "$", "eur": "€", "gbp": "£", "inr": "₹", "brl": "R$", "mxn": "MX$", "idr": "Rp", "jpy": "¥"}


def money(amount: int, currency: str) -> str:
    """Minor units as people read them."""
    decimals = DECIMALS.get(currency, 2)
    figure = f"{amount / 10**decimals:,.{decimals}f}"
    return f"{SYMBOLS[currency]}{figure}" if currency in SYMBOLS else f"{figure} {currency.upper()}"


def pay_page(world: World, session: Json, notice: str = "") -> str:
    """HTML of a session: the form while it is open, else what became of it."""
    name = _shop_name(world, session)
    facts = {
        "shop": escape(name),
        "initial": escape(name[:1]),
        "total": escape(money(session["amount_total"], session["currency"])),
        "lines": _lines(world, session),
        "notice": f'<p class="notice" role="alert">{escape(notice)}</p>' if notice else "",
    }
    if session["status"] != "open":
        return _template("pay-closed.html").substitute(facts, **_outcome(session))
    payer = escape(session["metadata"].get("customer_name") or "Practice Payer")
    seconds = session["expires_at"] - world.clock.now_unix()
    action = escape(f"/stripe/pay/{session['id']}")
    return _template("pay.html").substitute(facts, payer=payer, seconds=max(seconds, 0), action=action)


def _template(name: str) -> Template:
    return Template((TEMPLATES / name).read_text(encoding="utf-8"))


def _shop_name(world: World, session: Json) -> str:
    numbers = world.numbers.all()
    return str(session["metadata"].get("shop_name") or (numbers[0].name if len(numbers) == 1 else "Your order"))


def _lines(world: World, session: Json) -> str:
    rows = [_line(world, line, session["currency"]) for line in session["_lines"]]
    if session["_shipping"]:
        amount = money(session["_shipping"]["amount"], session["currency"])
        rows.append(
            f'<li class="small"><span>{escape(session["_shipping"]["name"])}</span><span>{escape(amount)}</span></li>'
        )
    return "".join(rows)


def _line(world: World, line: Json, currency: str) -> str:
    picture = f'<img src="{escape(world.pictures.address(line["images"][0]))}" alt="">' if line["images"] else ""
    pieces = f"{line['quantity']} piece{'' if line['quantity'] == 1 else 's'}"
    detail = ", ".join(part for part in (str(line["description"]), pieces) if part)
    words = f"<span><b>{escape(line['name'])}</b><small>{escape(detail)}</small></span>"
    return f"<li>{picture}{words}<span>{escape(money(line['amount_total'], currency))}</span></li>"


def _outcome(session: Json) -> dict[str, str]:
    if session["status"] == "expired":
        return {
            "title": "This payment link has expired",
            "text": "Nothing was paid.",
            **_way_back(session["cancel_url"]),
        }
    paid = session["payment_status"] == "paid"
    text = "Thank you." if paid else "Your bank confirms it in a moment."
    title = "Paid" if paid else "Payment started"
    return {
        "title": title,
        "text": text,
        **_way_back(session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"])),
    }


def _way_back(address: str | None) -> dict[str, str]:
    return {"back": f'<a class="button" href="{escape(address)}">Back to the shop</a>' if address else ""}
