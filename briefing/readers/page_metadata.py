"""What a web page states of itself: JSON-LD first, then OpenGraph and meta tags, then its title, language and links."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lxml import html

from briefing.readers.page_tree import Tree

ARTICLES = ("newsarticle", "reportagenewsarticle", "report", "article", "blogposting", "webpage")
"""Types of JSON-LD that a page's text may be, the likeliest first."""

KINDS = {"newsarticle": "news", "reportagenewsarticle": "news", "report": "report"}

LINKED: Mapping[str, tuple[str, ...]] = {
    "title": ("headline", "name"),
    "publisher": ("publisher.name", "publisher"),
    "author": ("author.name", "author"),
    "published": ("datePublished",),
    "url": ("url", "mainEntityOfPage.@id", "mainEntityOfPage"),
    "language": ("inLanguage.alternateName", "inLanguage"),
    "rights": ("license", "copyrightNotice"),
}
"""For each field, where JSON-LD states it; a point leads into an object."""

TAGS: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name"),
    "author": ("author", "dc.creator", "dcterms.creator", "citation_author", "article:author", "parsely-author"),
    "published": (
        *("article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publish-date"),
        *(
            "dc.date",
            "dcterms.date",
            "dc.date.issued",
            "dcterms.issued",
            "citation_publication_date",
            "parsely-pub-date",
        ),
    ),
    "url": ("og:url",),
    "language": ("og:locale", "dc.language", "content-language"),
    "rights": ("dc.rights", "dcterms.rights", "copyright"),
}
"""For each field, the meta tags (property, name, itemprop or http-equiv, in lower case) that state it."""

MOST_OBJECTS = 10_000
"""Objects of JSON-LD that are looked at."""


def stated(page: Tree) -> dict[str, object]:
    """What the page states, by field of metadata. Of several statements the first in the order above counts."""
    found = dict(_linked(page.linked_data))
    for field, value in (*_tags(page.root), *_elements(page.root)):
        if value:
            found.setdefault(field, value)
    if "language" in found:
        found["language"] = found["language"].replace("_", "-")
    return dict(found)


def _linked(blocks: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What JSON-LD states of the page's article."""
    article = min(
        (each for block in blocks for each in _objects(block) if _rank(each) is not None), key=_rank, default={}
    )
    for field, places in LINKED.items():
        value = next((value for place in places if (value := _at(article, place))), None)
        if value and not (field == "author" and value.startswith("http")):
            yield field, value
    if kind := KINDS.get(_type(article)):
        yield "kind", kind


def _objects(block: str) -> Iterator[Mapping[str, object]]:
    """The objects of one block that may be an article: at its top, in lists and in graphs. No JSON, no objects."""
    try:
        todo = [json.loads(block)]
    except (ValueError, RecursionError):
        return
    for _ in range(MOST_OBJECTS):
        if not todo:
            return
        each = todo.pop()
        if isinstance(each, list):
            todo += reversed(each)
        elif isinstance(each, dict):
            yield each
            todo.append(each.get("@graph"))


def _type(item: Mapping[str, object]) -> str:
    kind = item.get("@type")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    return kind.lower() if isinstance(kind, str) else ""


def _rank(item: Mapping[str, object]) -> int:
    """The place of an object's type in ARTICLES; past the end where it is no article."""
    return next((place for place, name in enumerate(ARTICLES) if _type(item) == name), len(ARTICLES))


def _at(item: object, place: str) -> str:
    """The text at a place in an object, several texts joined by commas; "" where there is none."""
    several = item if isinstance(item, list) else [item]
    for key in place.split("."):
        several = [each[key] for each in several if isinstance(each, dict) and key in each]
        several = [part for each in several for part in (each if isinstance(each, list) else [each])]
    return ", ".join(dict.fromkeys(each.strip() for each in several if isinstance(each, str) and each.strip()))


def _tags(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What meta tags state; several authors, each with a tag, are all named."""
    met: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        name = next((tag.get(key) for key in ("property", "name", "itemprop", "http-equiv") if tag.get(key)), "")
        content = (tag.get("content") or "").strip()
        if content:
            met.setdefault(name.strip().lower(), []).append(content)
    for field, names in TAGS.items():
        values = next((met[name] for name in names if name in met), [])
        if field == "author":
            yield from ((field, ", ".join(dict.fromkeys(values))) for _ in values[:1] if "://" not in values[0])
        elif values:
            yield field, values[0]


def _elements(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What elements state: canonical link, language of the page, machine-readable time, title."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield "url", link.get("href")
    if language := root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang"):
        yield "language", language
    for time in root.iter("time"):
        if (time.get("itemprop") or "").lower() == "datepublished" or time.get("pubdate") is not None:
            yield "published", time.get("datetime") or ""
    for title in root.iter("title"):
        yield "title", " ".join(title.text_content().split())
