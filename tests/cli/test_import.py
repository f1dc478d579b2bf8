"""`import-catalog` through the command line."""

from datetime import datetime
from pathlib import Path

import pytest

from leadnurturebot.cli import main
from leadnurturebot.leads.arrivals import ConsentGiven, record_consents
from leadnurturebot.leads.batch import ContactSeen, resolve_many
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed
from tests.cast import EMMA, open_boutique


@pytest.mark.parametrize(("pieces", "rings"), [(3, 1), (0, 0)])
def test_an_import_that_brings_more_of_what_somebody_waits_for_sets_the_timer(
    db: None, now: datetime, tmp_path: Path, pieces: int, rings: int
) -> None:
    shop, connection = open_boutique(borrowed(), now).shop, borrowed()
    seen = ContactSeen(shop_id=shop.id, wa_id=EMMA, name="Emma")
    lead = resolve_many(connection, [seen], {shop.id: ring().of(connection, shop.id)}, now=now)[0]
    row = connection.execute("SELECT id FROM catalog_variant WHERE sku = 'DR-BLUE-XL'").fetchone()
    assert row is not None
    wish = ConsentGiven(shop_id=shop.id, lead_id=lead.id, kind="restock", is_granted=True, at=now, variant_id=row[0])
    record_consents(connection, [wish])
    file = tmp_path / "goods.csv"
    file.write_text(
        "sku,name,category,color,size,price,stock\n"
        f"DR-BLUE-XL,Blue Floral Sundress,dress,blue,XL,49,{pieces}\nNEW-1,Tee,t-shirt,white,M,18,5\n"
    )
    assert main(["import-catalog", "--shop", "trendythreads", str(file)]) == 0
    timers = connection.execute("SELECT kind, purpose_key FROM message_path_timer").fetchall()
    assert timers == [("restock", str(row[0]))] * rings
