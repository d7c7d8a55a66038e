"""Entities across articles: ``python -m benchmarks.weigh_entities [--pairs]``.

Clusters across documents on MEANTIME (Wikinews on two companies) and ECB+ (people, bodies and places in 43 topics; its clusters
hold within a topic, so a prediction does too), for mentions that are names, with ``score/claims.py``. Two rows each: what the
reader finds in the articles, and the articles' own annotation with nothing but the step across them to do. *Before* is the same
full name and kind, as the ledger gathers what it adds; *after* is with variants joined and namesakes kept apart.

Then ``weigh_entities.tsv``: pairs of names that we wrote ourselves, of one and of two, with what is known of both; most of them
before the method was made, which was made to get these right, and 64 after it, looked at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from allegedly.intake import article_from_text
from allegedly.ledger.names import NAMED, folded, names_of, proper
from allegedly.model import Reading, Span
from allegedly.reading.lexicons import singular, sorts
from allegedly.reading.reader import read_article
from allegedly.weighing.entities.gathering import Found, Site, collect
from allegedly.weighing.entities.named import Identity
from allegedly.weighing.entities.resolving import resolve
from allegedly.weighing.entities.scoring import verdict
from benchmarks.shared import data, rows, score, table

Row = dict[str, Any]
Mention = tuple[int, int, str]
"""First and end, and the cluster."""
_KINDS = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "GEO": "place",
    "MET": "organisation",
}
_BEFORE = frozenset("a an the in at on to from of near outside inside into for by with".split())
_WITHIN = frozenset("of the and for in de la al bin van von der & - '".split())
_PRONOUNS = frozenset("he she it they his her him their them its i we you our your who whom whose this that these those".split())


def meantime() -> list[Row]:
    """The articles of MEANTIME, their mentions those that its annotators call names."""
    made = []
    for row in rows(data("dev/meantime.jsonl.gz")):
        mentions = [
            (m["start"], m["end"], m["cluster"], _KINDS.get(m.get("ent_type"), ""))
            for m in row["mentions"]
            if m["tag"] == "ENTITY_MENTION"
            and m.get("cluster")
            and m.get("syntactic_type") == "NAM"
            and _name_in(m["text"], begins=False)
        ]
        made.append({"id": row["id"], "text": row["text"], "topic": "", "mentions": mentions, "published": row["dct"]})
    return made


def ecb() -> list[Row]:
    """The articles of ECB+, their mentions those of people, bodies and places that look like names."""
    made = []
    for row in rows(data("dev/ecbplus_train_dev.jsonl.gz")):
        starts = {start for start, _ in row["gold_sents"]} | {0}
        mentions = []
        for m in row["mentions"]:
            sort = m["tag"].rpartition("_")[2]
            tag = m["tag"].startswith(("HUMAN", "LOC")) and m.get("cluster")
            if tag and _name_in(m["text"], begins=m["start"] in starts):
                kind = _KINDS.get(sort, "")
                mentions.append((m["start"], m["end"], m["cluster"], kind))
        made.append({"id": row["id"], "text": row["text"], "topic": str(row["topic"]), "mentions": mentions, "published": None})
    return made


def _name_in(text: str, *, begins: bool) -> str | None:
    """The name that a mention is, without prepositions and articles before it; null where other words stand in it too."""
    words = text.strip(" .,;'\"`").split()
    while words and words[0].lower() in _BEFORE:
        del words[0]
    if not words or not all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _WITHIN for w in words):
        return None
    if len(words) == 1 and (words[0].lower() in _PRONOUNS or (singular(words[0].lower()) in sorts() and begins)):
        return None
    return " ".join(words)


def annotated(row: Row) -> tuple[list[Found], dict[Span, int]]:
    """What the annotation has as entities of one article, by their longest names, and which each mention is."""
    by: dict[str, list[tuple[int, int, str]]] = {}
    for start, end, cluster, kind in row["mentions"]:
        by.setdefault(cluster, []).append((start, end, kind))
    found, of = [], {}
    for number, (_, spans) in enumerate(sorted(by.items())):
        names = [_name_in(row["text"][start:end], begins=False) or row["text"][start:end] for start, end, _ in spans]
        kind = next((k for _, _, k in spans if k), "organisation")
        name = max(names, key=lambda n: (len(n.split()), len(n), n))
        also = tuple({folded(n) for n in names} - {folded(name)})
        found.append(Found(article=row["id"], number=number, kind=kind, name=name, also=also, day=row["published"]))
        of.update({(start, end): number for start, end, _ in spans})
    return _accompanied(found), of


def read(row: Row, reading: Reading) -> tuple[list[Found], dict[Span, int]]:
    """What the reader has as entities of one article, and which each annotated mention is."""
    sites = {p.id: Site(p.country, p.region, p.kind) for p in reading.places}
    found, spans = [], {}
    for e in reading.entities:
        number = int(e.id[1:])
        spans.update(dict.fromkeys(e.mentions, number))
        if e.kind in NAMED and proper(e.name) and folded(e.name):
            also = tuple(sorted({*names_of(reading.article, e)} - {folded(e.name), ""}))
            roles = tuple(r.text for r in e.roles)
            site = sites.get(e.place or "")
            found.append(
                Found(
                    article=row["id"],
                    number=number,
                    kind=e.kind,
                    name=e.name,
                    roles=roles,
                    also=also,
                    site=site,
                    day=row["published"],
                )
            )
    of = {}
    for start, end, _, _ in row["mentions"]:
        best = spans.get((start, end))
        if best is None:
            inside = [
                (min(b, end) - max(a, start), number) for (a, b), number in spans.items() if b == end or (start <= a and b <= end)
            ]
            best = max(inside)[1] if inside else None
        if best is not None:
            of[start, end] = best
    return _accompanied(found), of


def _accompanied(found: list[Found]) -> list[Found]:
    import msgspec

    names = [folded(one.name) for one in found if one.kind in ("person", "organisation")]
    return [msgspec.structs.replace(one, company=tuple(n for n in names if n != folded(one.name))) for one in found]


def before(every: list[Found]) -> dict[tuple[str, int], str]:
    """The same full name and kind."""
    return {(one.article, one.number): f"{folded(one.name)} {one.kind}" for one in every}


def after(every: list[Found]) -> dict[tuple[str, int], str]:
    """By :func:`allegedly.weighing.entities.resolve`."""
    named, of = collect(every)
    group: dict[Identity, str] = {}
    for made in resolve(named):
        group.update(dict.fromkeys(made.members, " ".join(made.members[0])))
    return {key: group[identity] for key, identity in of.items()}


def clusters(
    articles: list[Row],
    entities: Callable[[Row], tuple[list[Found], dict[Span, int]]],
    joined: Callable[[list[Found]], dict[tuple[str, int], str]],
) -> Row:
    """What the scorer says of the clusters of named mentions."""
    every: list[Found] = []
    spans: dict[str, dict[Span, int]] = {}
    for row in articles:
        found, spans[row["id"]] = entities(row)
        every += found
    of = joined(every)
    gold, predicted = [], []
    for row in articles:
        gold.append(
            {"id": row["id"], "mentions": [{"start": s, "end": e, "cluster": c, "tag": ""} for s, e, c, _ in row["mentions"]]}
        )
        for start, end, *_ in row["mentions"]:
            number = spans[row["id"]].get((start, end))
            if number is not None:
                # What has no name is another one in every article.
                cluster = of.get((row["id"], number), f"{row['id']} {number}")
                predicted.append({"id": f"{row['id']}:{start}-{end}", "cluster": f"{row['topic']} {cluster}"})
    unique = {row["id"]: row for row in predicted}
    return score("claims.py", gold, unique.values())


def lines(name: str, result: Row) -> list[object]:
    """A line of the table."""
    b, pair = result["bcubed"], result["pairwise"]
    return [name, result["items"], result["items_missing_in_pred"], b["p"], b["r"], b["f1"], pair["p"], pair["r"], pair["f1"]]


def readings(articles: list[Row]) -> dict[str, Reading]:
    """What the reader makes of them."""
    return {row["id"]: read_article(article_from_text(row["text"], published=row["published"])) for row in articles}


def pairs() -> Iterator[tuple[str, Row, bool, str]]:
    """The pairs of our own table: what is one for us, whether they come out as one, and the sentence."""
    columns = ("one", "other", "kind", "roles of one", "roles of other", "same", "what it is", "written")
    for line in (Path(__file__).parent / "weigh_entities.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        row = dict(zip(columns, line.split("\t"), strict=True))
        found = [
            Found(
                article=str(i), number=0, kind=row["kind"], name=row[side], roles=tuple(filter(None, [row[f"roles of {side}"]]))
            )
            for i, side in enumerate(("one", "other"))
        ]
        named, of = collect(found)
        made = resolve(named)
        together = any({*of.values()} <= {*group.members} for group in made)
        words = verdict(*named).words if len(named) == 2 else "the same full name and kind"
        yield row["same"], row, together, words


def pairs_table() -> str:
    """Precision and recall over them, and the sentence of each that comes out wrong."""
    every, out, wrong = list(pairs()), [], []
    for written in ("before", "after"):
        own = [(same == "yes", row, together, words) for same, row, together, words in every if row["written"] == written]
        wanted, found = sum(same for same, *_ in own), sum(together for _, _, together, _ in own)
        right = sum(same and together for same, _, together, _ in own)
        out.append([f"pairs written {written} the method", len(own), wanted, right / found, right / wanted])
        wrong += [f"{row['one']} | {row['other']} ({row['what it is']}): {w}" for same, row, got, w in own if same != got]
    return "\n".join([table(["", "pairs", "of one", "precision", "recall"], out), "", "wrong:", *wrong, ""])


def _read(made: dict[str, Reading], row: Row) -> tuple[list[Found], dict[Span, int]]:
    return read(row, made[row["id"]])


def main(arguments: list[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--pairs", action="store_true", help="the pairs of names alone")
    options = parser.parse_args(arguments)
    print(pairs_table())
    if options.pairs:
        return
    out = []
    for name, articles in (("MEANTIME", meantime()), ("ECB+", ecb())):
        for what, entities in (("annotated", annotated), ("read", partial(_read, readings(articles)))):
            for when, joined in (("before", before), ("after", after)):
                out.append(lines(f"{name}, {what}, {when}", clusters(articles, entities, joined)))
    print(table(["", "named mentions", "missing", "B³ P", "B³ R", "B³ F1", "pairs P", "pairs R", "pairs F1"], out))


if __name__ == "__main__":
    main()
