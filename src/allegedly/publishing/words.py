"""What a reading says, in words that people read: who, what kind of saying, through which voices, when."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from allegedly.model import (
    Amount,
    Entity,
    Happening,
    Label,
    Participant,
    Place,
    Reading,
    Reason,
    Role,
    Span,
    Statement,
    Tie,
    Time,
    Voice,
)
from allegedly.publishing.safe import line

KINDS = {
    "statement": "says",
    "belief": "believes",
    "promise": "promises",
    "demand": "demands",
    "question": "asks",
    "judgement": "judges",
}
STANCES = {"denies": "denies", "doubts": "doubts", "neutral": "leaves open"}
_THAT = re.compile(r"that\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_PRONOUNS = frozenset("i we you he she it they who which that this these those".split())
_UNNAMED = "nobody named"


class Words:
    """A reading with the words for everything in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        # By its id, so that the number stays where others are left out.
        self.number = {s.id: int(s.id[1:]) if s.id[1:].isdecimal() else i for i, s in enumerate(reading.statements, 1)}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {e.id: e for e in self.reading.entities}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {s.id: s for s in self.reading.statements}

    @cached_property
    def times(self) -> dict[str, Time]:
        """Times by id."""
        return {t.id: t for t in self.reading.times}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return {p.id: p for p in self.reading.places}

    @cached_property
    def amounts(self) -> dict[str, Amount]:
        """Amounts by id."""
        return {a.id: a for a in self.reading.amounts}

    @property
    def outlet(self) -> str:
        """What the article's own outlet is called."""
        return line(self.reading.article.outlet or "") or "this outlet"

    def title(self) -> str:
        """The headline, or the first words."""
        article = self.reading.article
        if article.title:
            return line(article.title)
        begin = article.dateline.span[1] if article.dateline else 0
        words = line(self.text[begin : begin + 400]).lstrip("-–—: ").split()
        short = " ".join(words[:14])
        return short + (" …" if len(words) > 14 else "") if words else "(no words)"

    def head(self) -> list[str]:
        """Outlet, day, dateline, words, reader: what is known of the article."""
        article, reader = self.reading.article, self.reading.reader
        known = [line(article.outlet or "outlet not known")]
        known.append(day(article.published) if article.published else "date not known")
        if article.dateline and article.dateline.place:
            known.append(line(article.dateline.place))
        if article.byline:
            known.append(f"by {line(article.byline)}")
        known.append(f"{len(self.text.split()):,} words")
        known.append(f"{reader.name} {reader.version} over {reader.pipeline}")
        return known

    def quote(self, span: Span) -> str:
        """The words of a span on one line."""
        return line(self.text[span[0] : span[1]])

    def who(self, statement: Statement) -> str:
        """Who says it, by the best name there is."""
        if statement.mode == "narration":
            return self.outlet
        source = statement.source
        if source.entity is None:
            return line(source.text or "") or _UNNAMED
        entity = self.entities[source.entity]
        name = line(entity.name)
        said = line(source.text or "")
        plain = entity.kind == "group" and said and said.casefold() not in _PRONOUNS
        return said if plain else name or said

    def known(self, statement: Statement) -> str:
        """What is known of who says it: roles, else the words by which the article means them here."""
        source = statement.source
        if statement.mode == "narration" or source.entity is None:
            return ""
        entity = self.entities[source.entity]
        name = line(entity.name)
        roles = [line(r.text) for r in told_roles(entity)][:2]
        if roles:
            return ", ".join(roles)
        said = line(source.text or "")
        told = _bare(said) in _bare(name) or name.split()[-1] in said or said.casefold() in _PRONOUNS
        return f"“{said}”" if said and not told and self.who(statement) == name else ""

    def verb(self, statement: Statement) -> str:
        """What kind of saying it is, as a word."""
        if statement.stance != "affirms":
            return STANCES[statement.stance]
        return KINDS[statement.act]

    def cue(self, statement: Statement) -> str:
        """The cue's own words."""
        return " … ".join(filter(None, (self.quote(span) for span in statement.cue)))

    def said(self, statement: Statement) -> str:
        """The words said, without a leading *that*."""
        pieces = [self.quote(span) for span in statement.content]
        if statement.mode != "direct" and pieces:
            pieces[0] = _THAT.sub("", pieces[0], count=1) if _THAT.match(pieces[0]) else pieces[0]
        return " … ".join(pieces)

    def chain(self, statement: Statement) -> str:
        """The voices from the outlet inward, where there are more than the outlet and the source."""
        if len(statement.chain) < 3:
            return ""
        return " → ".join(self.voice(hop) for hop in statement.chain)

    def voice(self, voice: Voice) -> str:
        """One voice by name."""
        if voice.outlet:
            return self.outlet
        entity = self.entities.get(voice.entity or "")
        said = line(voice.text or "")
        if entity is None:
            return said or _UNNAMED
        plain = entity.kind in ("group", "document") and said and said.casefold() not in _PRONOUNS
        return said if plain else line(entity.name)

    def evidence(self, statement: Statement) -> str:
        """What it rests on, whose that is where its words do not say so, and whether the outlet has seen it."""
        told = []
        for e in statement.evidence:
            seen = f", {self.quote(e.seen)}" if e.seen and not (e.span[0] <= e.seen[0] and e.seen[1] <= e.span[1]) else ""
            told.append(f"{line(e.text)} ({e.kind}{seen})")
        return "; ".join(told)

    def nameless(self, statement: Statement) -> str:
        """What the article says of why a source has no name."""
        anonymity = statement.source.anonymity
        return f"“{line(anonymity.text)}”" if anonymity else ""

    def answers(self, statement: Statement) -> str:
        """Which statements it denies, doubts, comments on or answers in another way, by number."""
        if not statement.answers:
            return ""
        how = {"denies": "denies", "doubts": "doubts", "neutral": "comments on"}.get(statement.stance, "answers")
        return f"{how} {', '.join(str(self.number[a]) for a in statement.answers)}"

    def when(self, statement: Statement) -> str:
        """The times in its words, with their days."""
        return "; ".join(self.time(self.times[t]) for t in statement.times)

    def time(self, time: Time) -> str:
        """A time in the article's words and the days that it covers."""
        said = line(time.text)
        if not time.start:
            return said
        if time.grain == "year" and said.isdigit():
            return said
        days = days_of(time.start, time.end or time.start)
        return said if said == days else f"{said} ({days})"

    def where(self, statement: Statement) -> str:
        """The places in its words."""
        return ", ".join(line(self.places[p].name) for p in statement.places)

    def much(self, statement: Statement) -> str:
        """The amounts in its words."""
        return ", ".join(line(self.amounts[a].text) for a in statement.amounts)

    def to(self, statement: Statement) -> str:
        """To whom it is said."""
        if statement.addressee is None:
            return ""
        entity = self.entities.get(statement.addressee.entity or "")
        said = line(statement.addressee.text)
        return f"{said} ({line(entity.name)})" if entity and line(entity.name).casefold() not in said.casefold() else said

    def reviewed(self, statement: Statement) -> str:
        """What people decided about it, and when."""
        review = statement.review
        if review is None:
            return ""
        fields = f" ({', '.join(map(line, review.fields))})" if review.fields else ""
        return f"{review.standing} by {' and '.join(map(line, review.who))}, {day(review.at[:10])}{fields}"

    def label(self, label: Label) -> tuple[str, str, str, str]:
        """Who calls whom what: voice, verb, words, whom."""
        of = self.entities.get(label.of or "")
        return (
            self.voice(label.by),
            "calls" if label.use == "applied" else "does not call",
            line(label.text),
            line(of.name) if of else "",
        )

    def participant(self, one: Participant) -> str:
        """Who has a part in a happening: by name where it is known whom the words mean."""
        entity = self.entities.get(one.entity or "")
        return line(entity.name if entity else one.text)

    def happening(self, happening: Happening) -> tuple[str, str, str]:
        """A happening in a line: whose voices tell of it, the words and what became of it, and who, when and where."""
        by = []
        for mention in happening.mentions:
            said = self.statements.get(mention.statement or "")
            by.append(self.outlet if said is None else self.who(said))
        first = happening.mentions[0]
        sort = f"{happening.type}, {happening.mode}" if happening.mode else happening.type
        turned = ["not so"] if first.polarity == "negative" and first.status not in ("denied", "failed") else []
        how = ", ".join([first.status, *turned, *([] if first.certainty == "certain" else [first.certainty])])
        actors, targets = ([self.participant(p) for p in happening.participants if p.role == r] for r in ("actor", "target"))
        others = [f"{p.role} {self.participant(p)}" for p in happening.participants if p.role not in ("actor", "target")]
        where = self.entities.get(happening.place or "")
        rest = [
            f"{', '.join(actors)} → {', '.join(targets)}".strip() if targets else ", ".join(actors),
            *others,
            *(line(self.times[t].text) for t in happening.times),
            f"in {line(where.name)}" if where else "",
        ]
        told = ", ".join(dict.fromkeys(by))
        return told, f"“{line(first.text)}” ({sort}; {how})", " · ".join(part for part in rest if part)

    def tie(self, tie: Tie) -> tuple[str, str, str, str]:
        """Who is said to be tied to whom: voice, who, how, to whom."""
        said = self.statements.get(tie.statement or "")
        how = f"formerly {tie.kind}" if tie.former else tie.kind
        return (
            self.outlet if said is None else self.who(said),
            line(self.entities[tie.of].name),
            how if tie.use == "applied" else f"not {how}",
            line(self.entities[tie.to].name),
        )

    def why(self, statement: Statement) -> list[tuple[str, str]]:
        """Why a statement is as it is, and what stands in its words: what is told of, and the sentence; none if nobody asked."""
        inside: list[Time | Place | Amount] = [
            *(self.times[t] for t in statement.times),
            *(self.places[p] for p in statement.places),
            *(self.amounts[a] for a in statement.amounts),
        ]
        return [(f.field, told(f)) for f in statement.why or ()] + [
            (f"{record.id} {f.field}", told(f)) for record in inside for f in record.why or ()
        ]

    def counts(self) -> str:
        """The closing line of counts."""
        said = [s for s in self.reading.statements if s.mode != "narration"]
        voices = {s.source.entity or s.source.text for s in said}
        parts = [
            many(len(said), "statement"),
            f"from {many(len(voices), 'voice')}",
            many(sum(s.stance == "denies" for s in said), "denial"),
            many(sum(s.source.kind == "unnamed" for s in said), "unnamed source"),
            f"{many(len(self.reading.statements) - len(said), 'sentence')} in the outlet’s own voice",
            many(len(self.reading.labels), "label"),
        ]
        return " · ".join(parts)

    def depth(self, statement: Statement) -> int:
        """How deep a statement stands in others."""
        outer = {s.id: s.within for s in self.reading.statements}
        above, deep = statement.within, 0
        while above is not None and deep < 6:
            above, deep = outer[above], deep + 1
        return deep


def told_roles(entity: Entity) -> list[Role]:
    """The roles without those whose words stand in another one's: *Turkish* beside *Turkish lawyer*."""
    spans = [r.span for r in entity.roles]
    return [r for r in entity.roles if not any(a <= r.span[0] and r.span[1] <= b and (a, b) != r.span for a, b in spans)]


def told(reason: Reason) -> str:
    """A reason on one line: the sentence, who decided, where the words stand, how sure."""
    spans = " ".join(f"[{start}, {end})" for start, end in reason.spans)
    sure = "" if reason.confidence is None else f"{round(100 * reason.confidence)} %"
    return " · ".join(part for part in (line(reason.because), reason.by, spans, sure) if part)


def _bare(name: str) -> str:
    """A name without its article, in lower case."""
    return _ARTICLE.sub("", name.casefold())


def days_of(start: str, end: str) -> str:
    """A stretch of days as people write it: *14–15 December 2019*."""
    first, last = day(start), day(end)
    if first == last:
        return first
    a, b = first.split(), last.split()
    if len(a) != 3 or len(b) != 3:
        return f"{first} – {last}"
    if start.endswith("-01-01") and end.endswith("-12-31"):
        return a[2] if a[2] == b[2] else f"{a[2]}–{b[2]}"
    if a[1:] == b[1:]:
        return f"{a[0]}–{last}"
    return f"{a[0]} {a[1]} – {last}" if a[2] == b[2] else f"{first} – {last}"


def many(count: int, noun: str) -> str:
    """A count with its noun: *1 voice*, *2 voices*."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def day(iso: str) -> str:
    """A day as people write it: *18 December 2019*."""
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    months = "January February March April May June July August September October November December".split()
    return f"{found.day} {months[found.month - 1]} {found.year}"
