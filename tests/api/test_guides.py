"""The guides as pages of the installation."""

import re

import pytest
from django.test import Client

from leadnurturebot.api.guides import GUIDES, resolved, source_of
from leadnurturebot.api.markdown import to_html


@pytest.mark.parametrize("name", GUIDES)
def test_each_guide_is_a_page_without_outside_files_scripts_or_leftover_marks(name: str) -> None:
    page = Client().get(f"/docs/{name}").content.decode()
    assert "<h1 id=" in page
    assert page.count("<h2 ") == len(re.findall(r"^## ", source_of(name), re.MULTILINE))
    assert page.count("<table>") == len(re.findall(r"^\|[\s:|-]+\|$", source_of(name), re.MULTILINE))
    assert "<script" not in page
    assert re.findall(r"\*\*|\]\(|^\|", re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL), re.MULTILINE) == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_of_a_guide_leads_somewhere(name: str) -> None:
    page = Client().get(f"/docs/{name}").content.decode()
    inside = {link for link in re.findall(r'href="([^"]+)"', page) if link.startswith("/")}
    assert {link: Client().get(link).status_code for link in inside if link != "/"} == {
        link: 200 for link in inside if link != "/"
    }  # fmt: skip


def test_a_guide_cannot_carry_markup() -> None:
    assert to_html("<b>`<i>`</b> [x](javascript:1)", resolved) == "<p>&lt;b&gt;<code>&lt;i&gt;</code>&lt;/b&gt; x</p>"


def test_links_lead_to_guides_places_and_the_web_not_to_files() -> None:
    links = ["webhooks.md#signatures", "#top", "https://example.com/", "/docs/api/v1", "../SECURITY.md", "adr/1.md"]
    assert [resolved(link) for link in links] == [
        "/docs/webhooks#signatures", "#top", "https://example.com/", "/docs/api/v1", None, None
    ]  # fmt: skip


def test_blocks_become_what_they_are() -> None:
    source = "# A & B\n\nOne\ntwo **three**.\n\n- x\n  y\n- `z`\n\n1. first\n\n| a | b\\|c |\n|---|---|\n| 1 | 2 |\n\n```\n<x>\n```\n"
    assert to_html(source, resolved).split("\n", 4) == [
        '<h1 id="a-b">A &amp; B</h1>',
        "<p>One two <strong>three</strong>.</p>",
        "<ul><li>x y</li><li><code>z</code></li></ul>",
        "<ol><li>first</li></ol>",
        '<div class="table"><table><thead><tr><th scope="col">a</th><th scope="col">b|c</th></tr></thead>'
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>\n<pre><code>&lt;x&gt;</code></pre>",
    ]


def test_an_unknown_guide_is_not_found() -> None:
    assert Client().get("/docs/nobody").status_code == 404
