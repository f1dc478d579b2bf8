"""The Markdown of our own guides as HTML: headings, paragraphs, lists, tables, code, links. Everything else is text.

Not a general reader: what it makes is safe because every character of the source is escaped before a mark is read.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence

_FENCE = "```"
_HEADING = re.compile(r"^(#{1,4}) (.+)$")
_ITEM = re.compile(r"^(?:- |\d+\. )(.*)$")
_RULE = re.compile(r"^\|[\s:|-]+\|$")
_CELL = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<strong>.+?)\*\*|\*(?P<em>[^*]+)\*|\[(?P<text>[^\]]+)\]\((?P<link>[^)\s]+)\)"
)

Resolve = Callable[[str], str | None]
"""An address as the page may link it, None for a link that leads nowhere here and stays text."""


def to_html(source: str, resolve: Resolve) -> str:
    """The body of a page."""
    return "\n".join(_blocks(source.splitlines(), resolve))


def anchor(heading: str) -> str:
    """The name under which a heading is linked: lower case, words joined by hyphens."""
    return re.sub(r"[^\w]+", "-", heading.lower()).strip("-")


def _blocks(lines: Sequence[str], resolve: Resolve) -> Iterator[str]:
    at = 0
    while at < len(lines):
        end, block = _block(lines, at, resolve)
        at = end
        if block:
            yield block


def _block(lines: Sequence[str], at: int, resolve: Resolve) -> tuple[int, str]:
    """Where the block that begins at a line ends, and its HTML."""
    line = lines[at]
    if not line.strip():
        return at + 1, ""
    if line.startswith(_FENCE):
        end = next((n for n in range(at + 1, len(lines)) if lines[n].startswith(_FENCE)), len(lines))
        return end + 1, f"<pre><code>{html.escape(chr(10).join(lines[at + 1 : end]))}</code></pre>"
    if found := _HEADING.match(line):
        level, text = len(found[1]), found[2]
        return at + 1, f'<h{level} id="{anchor(text)}">{_inline(text, resolve)}</h{level}>'
    end = _end_of(lines, at)
    part = lines[at:end]
    if line.startswith("|"):
        return end, _table(part, resolve)
    if _ITEM.match(line):
        return end, _list(part, resolve)
    return end, f"<p>{_inline(' '.join(part), resolve)}</p>"


def _end_of(lines: Sequence[str], at: int) -> int:
    """The line after a paragraph, list or table."""
    stops = (n for n in range(at + 1, len(lines)) if not lines[n].strip() or lines[n].startswith((_FENCE, "#")))
    return next(stops, len(lines))


def _list(lines: Sequence[str], resolve: Resolve) -> str:
    items: list[str] = []
    for line in lines:
        if found := _ITEM.match(line):
            items.append(found[1])
        else:
            items[-1] += f" {line.strip()}"
    tag = "ul" if lines[0].startswith("- ") else "ol"
    return f"<{tag}>{''.join(f'<li>{_inline(item, resolve)}</li>' for item in items)}</{tag}>"


def _table(lines: Sequence[str], resolve: Resolve) -> str:
    rows = [_CELL.split(line.strip().strip("|")) for line in lines if not _RULE.match(line)]
    head, *body = [[_inline(cell.strip().replace("\\|", "|"), resolve) for cell in row] for row in rows]
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
    return f'<div class="table"><table><thead><tr>{heads}</tr></thead><tbody>{cells}</tbody></table></div>'


def _inline(text: str, resolve: Resolve) -> str:
    return _MARKS.sub(lambda found: _mark(found, resolve), html.escape(text, quote=True))


def _mark(found: re.Match[str], resolve: Resolve) -> str:
    if found["code"]:
        return f"<code>{found['code']}</code>"
    if found["strong"]:
        return f"<strong>{_inline_again(found['strong'], resolve)}</strong>"
    if found["em"]:
        return f"<em>{_inline_again(found['em'], resolve)}</em>"
    address = resolve(html.unescape(found["link"]))
    text = _inline_again(found["text"], resolve)
    return f'<a href="{html.escape(address, quote=True)}">{text}</a>' if address else text


def _inline_again(escaped: str, resolve: Resolve) -> str:
    return _MARKS.sub(lambda found: _mark(found, resolve), escaped)
