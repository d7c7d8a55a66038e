"""Claims → a list or a page for a terminal, JSON, JSON Lines, CSV: who says it, who denies it, and where it comes from."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from allegedly.model_claims import Amounts, Claim, ClaimStatement, Origin, OriginLink, Origins
from allegedly.publishing.lines import harmless
from allegedly.publishing.safe import cell, line
from allegedly.publishing.words import day, many

if TYPE_CHECKING:
    from rich.console import Console
    from rich.tree import Tree

    from allegedly.weighing.origins.hints import Hint

_COLUMNS = (
    *("id", "words", "first_seen", "last_seen", "articles", "outlets", "families", "origins", "at_least", "denying_origins"),
    *("voices_for", "voices_against", "voices_doubting", "not_established", "circular"),
)
_SIDES = {"for": "says so", "against": "denies it", "doubting": "doubts it", "neutral": "says nothing either way"}
_COLOURS = {"for": "green", "against": "red", "doubting": "yellow", "neutral": "cyan"}
_KINDS = {"voice": "voice", "document": "document", "unnamed": "not named", "outlet": "own word", "external": "not in the ledger"}
_DEEPEST = 20


def write(claims: Sequence[Claim], form: str, file: TextIO, *, width: int, colour: bool) -> None:
    """Write a list of claims.

    Args:
        claims: The claims.
        form: ``text``, ``json`` (one list), ``jsonl`` or ``csv``.
        file: Where to.
        width: Columns of the text.
        colour: Whether the text has colour.
    """
    if form == "text":
        _print([_short(claim) for claim in claims], file, width=width, colour=colour)
    elif form == "csv":
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow(_COLUMNS)
        table.writerows([cell(value) if isinstance(value, str) else value for value in _row(claim)] for claim in claims)
    elif form == "jsonl":
        file.writelines(f"{harmless(msgspec.json.encode(claim).decode())}\n" for claim in claims)
    else:
        every = msgspec.json.format(msgspec.json.encode(list(claims)), indent=1).decode()
        file.write(harmless(every) + "\n")


def write_one(claim: Claim, form: str, file: TextIO, *, width: int, colour: bool, hints: Sequence[Hint] = ()) -> None:
    """Write one claim in full: its counts, the tree of its origins, who denies it, and every statement; or as ``write`` does.

    A page shows too what the articles that give no source may rest on (``hints``).
    """
    if form == "page":
        _print([_page(claim, hints)], file, width=width, colour=colour)
    elif form == "json":
        file.write(harmless(msgspec.json.format(msgspec.json.encode(claim), indent=1).decode()) + "\n")
    else:
        write([claim], form, file, width=width, colour=colour)


def summary(claim: Claim) -> str:
    """What is counted of it, in a line: *12 articles, 9 outlets, 2 independent origins; 1 denies; not established for 3*."""
    parts = [many(claim.articles, "article"), many(claim.outlets, "outlet")]
    if claim.families < claim.outlets:
        parts.append(f"{claim.families} {'publisher' if claim.families == 1 else 'publishers'}")
    more = []
    origins = claim.origins
    if origins is None:
        more.append("origins not traced; run 'allegedly weigh'")
    else:
        count = many(origins.independent, "independent origin")
        less = f" (at least {origins.at_least})" if origins.at_least < origins.independent else ""
        parts.append(count + less)
        if origins.denying:
            more.append(f"{origins.denying} {'denies' if origins.denying == 1 else 'deny'}")
        if origins.circular:
            more.append("outlets cite one another in a circle")
        if origins.unestablished:
            more.append(f"not established for {len(origins.unestablished)}")
    return "; ".join([", ".join(parts), *more])


def _row(claim: Claim) -> Iterable[Any]:
    o = claim.origins
    yield from (
        claim.id,
        claim.words,
        claim.first_seen or "",
        claim.last_seen or "",
        claim.articles,
        claim.outlets,
        claim.families,
    )
    yield from ("", "", "") if o is None else (o.independent, o.at_least, o.denying)
    yield from (claim.voices_for, claim.voices_against, claim.voices_doubting)
    yield from ("", "") if o is None else (len(o.unestablished), int(o.circular))


def _print(parts: Sequence[Any], file: TextIO, *, width: int, colour: bool) -> None:
    from rich.console import Console

    console = Console(
        file=file,
        width=max(width, 30),
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        with console.capture() as captured:
            _show(part, console)
        file.write("".join(f"{row.rstrip()}\n" for row in captured.get().splitlines()))


def _show(part: Any, console: Console) -> None:  # noqa: ANN401 (whatever rich prints)
    console.print(part)


def _short(claim: Claim) -> Any:  # noqa: ANN401 (the same)
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    head = Text(line(claim.words), style="bold")
    said = Text(f"{claim.id}  {summary(claim)}", style="dim")
    days = Text(_days(claim), style="dim")
    return Padding(Group(head, Padding(said, (0, 0, 0, 4)), Padding(days, (0, 0, 0, 4))), (0, 0, 1, 0))


def _days(claim: Claim) -> str:
    if not claim.first_seen:
        return "no day known"
    first, last = day(claim.first_seen), day(claim.last_seen or claim.first_seen)
    return first if first == last else f"{first} to {last}"


def _page(claim: Claim, hints: Sequence[Hint]) -> Any:  # noqa: ANN401 (the same)
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    parts: list[Any] = [
        Text(f"“{line(claim.words)}”", style="bold"),
        Text(f"{claim.id} · {_days(claim)}", style="dim"),
        Text(summary(claim)),
        Text(),
    ]
    if claim.origins is not None:
        parts += [Padding(tree, (0, 0, 1, 0)) for tree in _trees(claim, claim.origins, hints)]
    if claim.amounts:
        parts += [
            Text("How many, by voice", style="bold"),
            *(Padding(_amounts(one), (0, 0, 0, 2)) for one in claim.amounts),
            Text(),
        ]
    for side in ("for", "against", "doubting", "neutral"):
        own = [s for s in claim.statements if s.side == side]
        if own:
            parts.append(Text(f"{_SIDES[side].capitalize()}", style=f"bold {_COLOURS[side]}"))
            parts += [Padding(_statement(s), (0, 0, 0, 2)) for s in own]
    return Group(*parts)


def _amounts(one: Amounts) -> Any:  # noqa: ANN401 (whatever rich prints)
    from rich.text import Text

    span = " to ".join(f"{value:,.6f}".rstrip("0").rstrip(".") for value in dict.fromkeys((one.least, one.most)))
    text = Text(f"{line(one.fate or one.unit or '')}: {span}")
    for said in one.by:
        # Money and shares have their signs in the words.
        plain = said.unit if said.unit and said.unit.islower() and said.unit not in ("percent", "fraction") else ""
        text.append(f"\n  {' '.join(filter(None, (line(said.words), line(plain))))}  ")
        text.append(f"{line(said.source or 'nobody named')} · {_id(said.statement)}", style="dim")
    return text


def _statement(s: ClaimStatement) -> Any:  # noqa: ANN401 (the same)
    from rich.text import Text

    text = Text()
    text.append(line(s.source or "nobody named"), style="bold")
    text.append(f": {line(s.words)}")
    known = [line(s.outlet or ""), day(s.published) if s.published else "", _id(s.statement), f"{s.score:.0%}".replace("%", " %")]
    text.append(f"\n  {' · '.join(filter(None, known))}", style="dim")
    if s.reason:
        text.append(f" · {line(s.reason)}", style="dim")
    return text


def _id(statement: str) -> str:
    article, _, own = statement.removeprefix("sha256:").rpartition(":")
    return f"{article[:12]}:{own}"


def _trees(claim: Claim, origins: Origins, hints: Sequence[Hint]) -> list[Tree]:
    """From each root outward: who has it from there, and who from these."""
    from rich.text import Text
    from rich.tree import Tree

    onto: dict[str, list[OriginLink]] = {}
    for link in origins.links:
        onto.setdefault(link.onto, []).append(link)
    stations = {o.id: o for o in origins.origins}
    named: dict[str, str] = {}
    for s in claim.statements:
        article = s.statement.rpartition(":")[0]
        when = f", {day(s.published)}" if s.published else ""
        named.setdefault(article, f"{line(s.outlet or 'no outlet')}{when} · {_id(s.statement).partition(':')[0]}")
    shown: set[str] = set()

    def grow(tree: Tree, at: str, depth: int) -> None:
        for link in onto.get(at, ()):
            station = stations.get(link.of)
            label = Text(line(station.name or station.kind) if station else named.get(link.of, link.of))
            label.append(f"  {link.kind}", style="dim")
            again = link.of in shown
            shown.add(link.of)
            branch = tree.add(label)
            if again and onto.get(link.of):
                label.append("  (see above)", style="dim")
            elif depth < _DEEPEST:
                grow(branch, link.of, depth + 1)

    made = []
    for origin in origins.origins:
        if origin.root:
            tree = Tree(_origin(origin))
            grow(tree, origin.id, 0)
            made.append(tree)
    circle = [link.of for link in origins.links if link.of not in shown and link.of not in stations]
    loose = [*origins.unestablished, *(a for a in dict.fromkeys(circle) if a not in origins.unestablished)]
    if loose:
        tree = Tree(Text("not established where these have it from", style="yellow"))
        for article in loose:
            label = Text(named.get(article, article))
            cited = [link for link in origins.links if link.of == article]
            if cited:
                label.append(f"  {cited[0].kind} {named.get(cited[0].onto, cited[0].onto).partition(',')[0]}", style="dim")
            branch = tree.add(label)
            for hint in hints:
                if hint.article == article:
                    first = named.get(hint.onto, hint.onto).partition(" · ")[0]
                    branch.add(Text(f"may rest on {first}: {line(hint.reason)}", style="dim"))
        made.append(tree)
    return made


def _origin(origin: Origin) -> Any:  # noqa: ANN401 (whatever rich prints)
    from rich.text import Text

    style = {"for": "bold green", "against": "bold red", "both": "bold yellow"}[origin.side]
    label = Text(line(origin.name or "nobody named"), style=style)
    side = {"for": "", "against": ", denies it", "both": ", took it back"}[origin.side]
    label.append(f"  {_KINDS[origin.kind]}{side}", style="dim")
    return label
