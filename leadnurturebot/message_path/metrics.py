"""Figures for Prometheus, read from the database: whichever process is asked, the answer is that of the whole system."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from leadnurturebot.message_path import counters, shared_counters
from leadnurturebot.message_path.channel import UNTIL_RESUMED
from leadnurturebot.platform.sql import Connection

KEPT = timedelta(seconds=5)
"""An answer is good for this long: many scrapers cost no more than one."""

_QUEUES = """
SELECT
  (SELECT count(*) FROM message_path_inbox WHERE state = 'due'),
  (SELECT extract(epoch FROM %(now)s - min(due_at)) FROM message_path_inbox WHERE state = 'due' AND due_at <= %(now)s),
  (SELECT count(*) FROM message_path_inbox WHERE state = 'parked'),
  (SELECT count(*) FROM message_path_outbox WHERE state = 'due' AND due_at < %(resumed)s),
  (SELECT extract(epoch FROM %(now)s - min(due_at)) FROM message_path_outbox WHERE state = 'due' AND due_at <= %(now)s),
  (SELECT count(*) FROM message_path_outbox WHERE state = 'due' AND due_at >= %(resumed)s),
  (SELECT count(*) FROM message_path_outbox WHERE state = 'sending'),
  (SELECT count(*) FROM message_path_outbox WHERE state = 'unknown'),
  (SELECT count(*) FROM message_path_status),
  (SELECT extract(epoch FROM %(business)s - min(due_at)) FROM message_path_timer WHERE due_at <= %(business)s)
"""
_GAUGES = (
    ("leadnurturebot_inbox_depth", "Events that wait to be handled"),
    ("leadnurturebot_inbox_lag_seconds", "How long the oldest due event has waited"),
    ("leadnurturebot_inbox_parked", "Events set aside after repeated failures"),
    ("leadnurturebot_outbox_depth", "Messages that wait to be sent"),
    ("leadnurturebot_outbox_lag_seconds", "How long the oldest due message has waited"),
    ("leadnurturebot_outbox_stopped", "Messages that wait for an account to be set right"),
    ("leadnurturebot_outbox_sending", "Messages just being sent"),
    ("leadnurturebot_outbox_unknown", "Sends whose answer never came, not settled yet"),
    ("leadnurturebot_status_depth", "Delivery statuses that wait to be applied"),
    ("leadnurturebot_timer_lag_seconds", "How long the oldest due timer has waited, in business time"),
)
_NUMBERS = """
SELECT CASE WHEN s.stopped_at IS NOT NULL THEN 'stopped' WHEN s.slow_until > %(now)s THEN 'slowed' ELSE 'sending' END, count(*)
FROM shops_businessnumber n LEFT JOIN message_path_numberstate s ON s.number_id = n.id GROUP BY 1
"""
_TEMPLATES = "SELECT status, count(*) FROM nurture_messagetemplate GROUP BY 1"


class Figures:
    """A collector that answers from one look at the database."""

    def __init__(self, connection: Connection, *, wall: datetime, business: datetime) -> None:
        self._connection, self._now, self._business = connection, wall, business

    def collect(self) -> Iterable[Metric]:
        """All figures."""
        yield from self._queues()
        yield self._states("leadnurturebot_numbers", "Business numbers by what they can do", _NUMBERS)
        yield self._states("leadnurturebot_templates", "Message templates by state", _TEMPLATES)
        yield from self._counters()

    def _queues(self) -> Iterable[Metric]:
        values = {"now": self._now, "business": self._business, "resumed": UNTIL_RESUMED}
        row = self._connection.execute(_QUEUES, values).fetchone() or ()
        for (name, about), value in zip(_GAUGES, row, strict=True):
            yield GaugeMetricFamily(name, about, value=float(value or 0))

    def _states(self, name: str, about: str, statement: str) -> Metric:
        family = GaugeMetricFamily(name, about, labels=["state"])
        for state, count in self._connection.execute(statement, {"now": self._now}):
            family.add_metric([state], count)
        return family

    def _counters(self) -> Iterable[Metric]:
        found = shared_counters.totals(self._connection)
        for metric in counters.REGISTRY.collect():
            labels = ["code"] if metric.name == "leadnurturebot_send_errors" else []
            family = CounterMetricFamily(metric.name, metric.documentation, labels=labels)
            for (name, label), value in sorted(found.items()):
                if name == metric.name:
                    family.add_metric([label] if labels else [], value)
            yield family


def page(connection: Connection, *, wall: datetime, business: datetime) -> bytes:
    """The figures in Prometheus' text format."""
    registry: Any = CollectorRegistry()
    registry.register(Figures(connection, wall=wall, business=business))
    text: bytes = generate_latest(registry)
    return text
