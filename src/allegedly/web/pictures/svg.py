"""Elements of an SVG picture. Whatever is put into one is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from allegedly.web.templates import shown

_WIDE = frozenset("mwMWABCDEFGHKNOPQRSTUVXYZ@%&—…")
_NARROW = frozenset("iljtfrI.,:;'’!|()[] -")


def element(name: str, content: str | Markup | Iterable[str] = "", /, **attributes: object) -> Markup:
    """One element; ``class_`` is written ``class``, other underscores as hyphens, and what is null is left out."""
    # Not by Markup.format, which takes ten times as long: a map has hundreds of elements.
    told = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    given = "".join(f' {key}="{escape(_number(value))}"' for key, value in told)
    inner = escape(shown(content)) if isinstance(content, str) else Markup("").join(content)
    return Markup(f"<{name}{given}>{inner}</{name}>")  # noqa: S704 (our own names; all else is escaped above)


def _number(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else shown(value)


def picture(width: float, height: float, content: Iterable[Markup], *, title: str, kind: str) -> Markup:
    """A whole picture, as large as it says; on a narrow screen its frame scrolls.

    Args:
        width: In pixels.
        height: In pixels.
        content: Its elements.
        title: What it shows, for those who do not see it.
        kind: The class by which the page's style sheet knows it.
    """
    return element(
        "svg",
        [element("title", title), *content],
        class_=f"picture {kind}",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=round(width),
        height=round(height),
        role="group",
        aria_label=title,
    )


def breadth(words: str, size: float = 13.0) -> float:
    """About how wide words are, in pixels, in the page's sans serif."""
    units = sum(0.74 if c in _WIDE else 0.34 if c in _NARROW else 0.58 if ord(c) < 0x2000 else 1.0 for c in words)
    return units * size
