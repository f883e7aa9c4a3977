"""A page's tree: reading it, cutting what is no article, and its text by blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

from timeline.ingest.formats.records import tidy


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
#: pictures written into the page itself; they can make up most of a saved file
_DATA_URI = re.compile(r"data:[\w/+.;=-]{0,80},[^\"'\s)>]{200,}")
_BLOCKS = _words(
    "p h1 h2 h3 h4 h5 h6 li dt dd blockquote pre td th figcaption div section article header",
    "footer aside main nav ul ol dl table tr tbody thead form figure address details summary",
)
_DROPPED = _words(
    "script style noscript template nav aside footer form button select iframe svg figure",
    "figcaption picture video audio dialog amp-ad amp-embed amp-sidebar amp-consent",
    "amp-social-share amp-iframe",
)
_SILENT = frozenset({"script", "style", "template", "head"})
_PIECES = _words("span a time b strong em i small abbr")
#: words in classes and ids that name a box beside the article
_BOX = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|adslot|anzeigen?|werbung|advert\w*|sponsor\w*|newsletter\w*|related"
    r"|relatedarticles|mehr-zum-thema|meistgelesen|most-?read|lesetipps?|recommend\w*|empfehlung\w*"
    r"|shar(?:e|ing)\w*|social\w*|comments?|kommentare?|cookie\w*|consent\w*|cmp|breadcrumbs?|menu"
    r"|author-?(?:box|bio|info)|autoren-?(?:box|info)|promo\w*|outbrain|taboola|paywall\w*"
    r"|offer\w*|abo-?\w{0,12}|subscribe\w*|tags?|tag-?list|themen|toolbar"
    r"|teaser-?(?:list|group|box))(?=$|[\s_-])",
    re.IGNORECASE,
)
#: and those of boxes that belong to it without being its text
_OWN_BOX = re.compile(
    r"(?:^|[\s_-])(?:metadata|meta-?info|byline|lesezeit|reading-?time|bildunterschrift|caption"
    r"|copyright|credits?|author|autor)(?=$|[\s_-])",
    re.IGNORECASE,
)
#: what is never a box by its class
_KEPT = frozenset({"html", "head", "body", "main", "article", "h1"})
_ROLES = frozenset({"navigation", "banner", "complementary", "contentinfo", "search", "dialog"})
#: of the page's paragraphs; a box that holds more is a frame around the article
_FRAME = 0.4


def parse(text: str) -> HtmlElement | None:
    """The tree of a page, however untidy; None where there is nothing."""
    text = _DATA_URI.sub("data:,", _DECLARATION.sub("", text)).replace("\x00", "")
    try:
        # lxml mends what browsers mend, and gives up on trees deeper than any page.
        return lxml.html.document_fromstring(text)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def prune(tree: HtmlElement, *, own: bool = False) -> None:
    """Cut boxes, menus and captions off, in place; with ``own`` the article's byline, too."""
    whole = sum(len(p.text_content()) for p in tree.iter("p")) or 1
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in _KEPT or element.getparent() is None:
            continue
        named = own and _OWN_BOX.search(_names(element)) is not None
        if element.tag == "p":
            named |= _BOX.search(_names(element)) is not None
        elif element.tag == "header":
            named = False  # it holds the headline
        else:
            named |= _is_box(element)
        if named and (element.tag == "script" or _inside(element) < _FRAME * whole):
            drop(element)


def drop(element: HtmlElement) -> None:
    """Cut one element off; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _is_box(element: HtmlElement) -> bool:
    if element.tag in _DROPPED or element.get("role") in _ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = (element.get("style") or "").replace(" ", "")
    return "display:none" in style or _BOX.search(_names(element)) is not None


def is_foreign(element: HtmlElement) -> bool:
    """The element stands in a box beside the article, or in a link to another one."""
    frames = (element, *element.iterancestors())
    return any(
        frame.tag not in ("time", *_KEPT)
        and (frame.tag == "a" or (frame.tag != "header" and _is_box(frame)))
        for frame in frames
    )


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _inside(element: HtmlElement) -> int:
    return sum(len(p.text_content()) for p in element.iter("p"))


def blocks(tree: HtmlElement) -> list[str]:
    """The visible text, one string a block, in the order of the page."""
    found: list[str] = []
    piece: list[str] = []

    def close() -> None:
        text = tidy("".join(piece)).replace("\n", " ")
        if text:
            found.append(text)
        piece.clear()

    for kind, value in _walk(tree):
        if kind == "text":
            piece.append(value)
        else:
            close()
    close()
    return found


def _walk(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Text and block borders, without recursion: broken pages nest very deep."""
    stack: list[tuple[HtmlElement, bool, bool]] = [(tree, False, False)]
    while stack:
        element, apart, done = stack.pop()
        is_block = apart or element.tag in _BLOCKS or element.tag == "br"
        if done:
            if is_block:
                yield "border", ""
            if element is not tree and element.tail:
                yield "text", re.sub(r"\s+", " ", element.tail)
            continue
        stack.append((element, apart, True))
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            continue
        if is_block:
            yield "border", ""
        if element.text:
            yield "text", re.sub(r"\s+", " ", element.text)
        row = _is_row(element)
        stack.extend((child, row, False) for child in reversed(element))


def _is_row(parent: HtmlElement) -> bool:
    """Small pieces side by side without words between them: a byline, a date and a
    reading time that only the style sheet keeps apart."""
    if len(parent) < 2 or (parent.text or "").strip():
        return False
    return all(child.tag in _PIECES and not (child.tail or "").strip() for child in parent)


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML (a feed entry, a cell), paragraphs apart."""
    if "<" not in markup:
        return tidy(
            lxml.html.fromstring(f"<p>{markup}</p>").text_content() if "&" in markup else markup
        )
    tree = parse(f"<html><body>{markup}</body></html>")
    if tree is None:
        return ""
    for element in list(tree.iter("script", "style", "figure", "figcaption", "noscript")):
        drop(element)
    return "\n\n".join(blocks(tree))


def fragment_line(markup: str) -> str:
    """The same as one line: a title."""
    return " ".join(tidy(fragment_text(markup)).split())


#: what nobody writes in running text
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li|strong|em|a|span|b|i|section)\b[^<>]*>", re.I)


def is_markup(text: str) -> bool:
    return _TAG.search(text, 0, 5000) is not None
