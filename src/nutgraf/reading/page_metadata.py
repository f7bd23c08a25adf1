"""What a web page says about itself in so many words: JSON-LD, meta tags, and time elements.

Nothing is inferred here, neither from the layout nor from the address.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from nutgraf.reading.bylines import split_authors
from nutgraf.reading.days import parse_day
from nutgraf.reading.document import Metadata
from nutgraf.reading.languages import language_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

# The names of meta tags, the surest first. Times of modification are no dates of publication.
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "dc.date",
    "dcterms.date",
    "date",
)
_TITLE = ("og:title", "citation_title", "dc.title", "dcterms.title", "headline", "twitter:title")
_AUTHOR = ("author", "byl", "citation_author", "dc.creator", "dcterms.creator", "parsely-author")
_LANGUAGE = ("content-language", "og:locale", "dc.language", "dcterms.language")

# The types of schema.org that are an article: these, and all whose name ends in "Article".
_ARTICLE_TYPES = ("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting")
# A page describes more things than its article; a bound against a hostile one.
_MOST_JSON_LD_OBJECTS = 200


class Element(Protocol):
    """The little of an lxml element that is used here."""

    @property
    def text(self) -> str | None:
        """The text in front of the first child."""
        ...

    def get(self, key: str) -> str | None:
        """Return an attribute."""
        ...

    def iter(self, *tags: str) -> Iterable[Element]:
        """Yield the descendants with these tags, in the order of the page."""
        ...


def read_page_metadata(page: Element) -> Metadata:
    """Read the metadata that a page states; what it does not state is None.

    JSON-LD of an article goes before meta tags, these before ``time`` elements. A date counts as
    printed, in the page's own zone.

    Args:
        page: The ``html`` element.
    """
    tags = _meta_tags(page)
    return _json_ld(page).over(
        Metadata(
            title=next(_values(tags, _TITLE), None),
            published=_first_day(_values(tags, _PUBLISHED)) or _time_element(page),
            authors=_written_by(_values(tags, _AUTHOR)),
            language=_language(page, tags),
        )
    )


def _meta_tags(page: Element) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in page.iter("meta"):
        content = (tag.get("content") or "").strip()
        names = (tag.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
        name = next((name.strip().lower() for name in names if name), None)
        if name and content:
            tags.setdefault(name, []).append(content)
    return tags


def _values(tags: Mapping[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    return (value for name in names for value in tags.get(name, ()))


def _first_day(values: Iterable[str]) -> date | None:
    return next((day for day in map(parse_day, values) if day), None)


def _written_by(values: Iterable[str]) -> tuple[str, ...]:
    """Take names; a page may give the address of the author's page as the author."""
    return tuple(name for value in values if "://" not in value for name in split_authors(value))


def _time_element(page: Element) -> date | None:
    """Read the element that is marked as the date of publication, or the one day all name.

    Lists of other articles have times too, so unmarked elements count only if they agree.
    """
    marked: list[str] = []
    others: list[str] = []
    for element in page.iter("time", "span", "abbr", "div"):
        value = element.get("datetime") or element.get("content") or element.text or ""
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            marked.append(value)
        elif element.get("datetime"):
            others.append(value)
    days = {parse_day(value) for value in others}
    return _first_day(marked) or (days.pop() if len(days) == 1 else None)


def _language(page: Element, tags: Mapping[str, list[str]]) -> str | None:
    stated = [page.get("lang") or "", page.get("xml:lang") or "", *_values(tags, _LANGUAGE)]
    return next((code for code in map(language_code, stated) if code), None)


def _json_ld(page: Element) -> Metadata:
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            for described in _objects(script.text or ""):
                if _is_article(described.get("@type")):
                    return _article(described)
    return Metadata()


def _objects(source: str) -> Iterator[Mapping[str, object]]:
    """Yield the objects at the top of a JSON-LD script and in its ``@graph``."""
    try:
        # Not strict: sites put raw line ends into strings.
        loaded: object = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    waiting = [loaded]
    for _ in range(_MOST_JSON_LD_OBJECTS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing)
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing[key] for key in ("@graph", "mainEntity") if key in thing)


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(
        isinstance(name, str) and (name.endswith("Article") or name in _ARTICLE_TYPES)
        for name in kinds
    )


def _article(described: Mapping[str, object]) -> Metadata:
    language = _text(described.get("inLanguage"))
    return Metadata(
        title=_text(described.get("headline")),
        published=parse_day(_text(described.get("datePublished")) or ""),
        authors=_people(described.get("author")),
        language=language_code(language) if language else None,
    )


def _people(author: object) -> tuple[str, ...]:
    """Read the names of an author, or of a list of them; schema.org allows text and objects."""
    authors = author if isinstance(author, list) else [author]
    named = (one.get("name") if isinstance(one, dict) else one for one in authors)
    return _written_by(name for name in named if isinstance(name, str))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
