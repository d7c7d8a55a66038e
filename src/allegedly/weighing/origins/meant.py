"""Which articles of a claim are meant by the words with which another one says where it has it: by name, by sort, by whose it is.

*The Post*, *the ANX agency*; *an Italian weekly*, *his union's paper*; *the county's Gazeti*; a body on whose page it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache, cached_property

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.citing import is_elsewhere
from allegedly.weighing.origins.hops import PLURAL_MEDIA, Hop, head, is_indefinite, is_name
from allegedly.weighing.origins.mentioning import nouns_of, sort_of
from allegedly.weighing.origins.namesakes import is_government, same_name
from allegedly.weighing.origins.outlets import alone, begins, best, called, is_cited, lowered, plain, telling
from allegedly.weighing.origins.parts import Side
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.resting import Rest
from allegedly.weighing.origins.vocabularies import rows, words

_FIRST_WORD = 7
"""Letters of an outlet's first word that may be what it is called by."""
_LEAST = 4
"""Letters of a word that tells something."""
_SHORT_WORD = 3
"""Letters of a word that tells nothing."""
_A_PAPER = re.compile(
    r"(?:[Aa]n?|[Oo]ne|[Tt]he) (?:[\w-]+ ){0,3}?(?P<noun>newspaper|paper|daily|magazine|weekly|tabloid|portal|blog|website"
    r"|podcast|radio|(?:radio|television|TV|local) (?:station|channel)|news agency|broadcaster"
    r"|(?:news|web|fan) (?:site|website|portal))(?: there)?$"
)
"""One outlet that nobody names, by its sort."""
_OF_A_PEOPLE = re.compile(r"(?:ish|ese|ian|can|ean|ch|eek|ss|qi|ani)$")
"""What *English*, *Chinese*, *Malaysian* end in: of which country an outlet is."""
_OFFICE_OF = re.compile(r"(?:Office of the )?([A-Z][^,]{3,40}?)['’]s? Office\b|Office of (?:the )?([A-Z][^,]{3,40})")
_MINISTER = re.compile(r"(?:the )?minister (?:of|for) (?:the )?([a-z ]{3,40})$")
_LEAKED = re.compile(
    r"\b(?:handed|leaked|passed|slipped|smuggled|shown|sent|obtained|seen|copy of which|copies of which|reached)\b"
)
"""What is told of a document that its outlet has not given out."""
_ON_AIR = frozenset("radio station television tv channel broadcaster".split())
"""Words of outlets that are no papers."""
_CUT = re.compile(
    r",| (?:which|who|that|there|here|abroad|over there|in|of|from|at|on|for|with|called|based|close) |(?: over)? there$| abroad$"
)
"""Behind the noun that says of what sort an outlet is."""
_PRESS_REPORTS = re.compile(
    r"\b(?:press|media|newspapers?|news) (?:reports?|coverage|articles?)\b|\bthe (?:press|media)\b|^newspapers$"
)
_SPOKE_ON = re.compile(
    r"\b(?:spoke|spoken|talked|told|said so|appeared|called in|rang in|quoted|interviewed|heard|wrote) (?:\w+ )?(?:on|to|in|by)"
    r" (?P<who>(?:an?|one|another) [^.,;]{3,60})"
)
_DETERMINED = re.compile(
    r"(?:(?:the|his|her|their) )?(?:an?|one|another|[\w-]+['’]s?) "
    r"|the (?=[\w'’-]+ |(?:radio|television|wireless)$)(?!(?:news|web) )",
    re.IGNORECASE,
)
"""Before it. *Its site* is its own, and *the site* a place."""
_ANY_PAPER = frozenset("newspaper paper daily weekly tabloid magazine journal outlet site website portal blog broadsheet".split())
"""What an outlet may be whose name does not say of what sort it is."""
_PAGES = frozenset(("website", "site", "page", "portal"))
"""What bodies have too."""
_NO_FIELD = frozenset(
    "local national regional foreign well known small large big other same said morning evening sunday leading popular former"
    " new old official online news daily weekly monthly public private state own".split()
)
"""What tells no outlet from another."""
_JOINING = frozenset(
    "about according after also another been before from have into more over reported said says than that their then there"
    " they this were what when where which while will with would writes wrote".split()
)
"""Words that sentences of any matter have."""
_STEM = 5
"""As many first letters of two words make them one."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


class Meant:
    """Which articles are meant, of those of one claim.

    Args:
        reports: The articles by row.
    """

    def __init__(self, reports: Mapping[int, Report]) -> None:
        self.reports = reports

    def when(self, row: int) -> tuple[str, int]:
        """The day of an article, by which they are put in order."""
        return self.reports[row].published or "9999", row

    def cited(self, side: Side, row: int, hop: Hop, *, copied: bool) -> list[int]:
        """The articles of the claim that are cited: of each outlet that is named the last one that was there by then."""
        held = hop.kind == "unnamed" and hop.definite and bool(hop.offices)
        if hop.kind not in ("outlet", "voice", "nobody", "document") and not held:
            return []
        if hop.kind == "document" and _LEAKED.search(hop.words):
            return []
        there = [r for r in side.articles if r != row and self.reports[r].outlet != self.reports[row].outlet]
        outlets = list(dict.fromkeys(self.reports[r].outlet for r in there if self.reports[r].outlet))
        names = (
            best(hop.name, outlets)
            if hop.kind == "outlet"
            else self._described(hop, outlets)
            if hop.kind in ("document", "unnamed")
            else [o for o in outlets if self._means(hop, o)]
        )
        if hop.kind == "outlet" and not names and not copied:
            # Who prints an agency's text has its article: *the agency FLN*, where one begins *KALLERSUND, March 4 (FLN) -*.
            signed = [r for r in there if plain(self.reports[r].signature) == plain(hop.name)]
            names = [self.reports[r].outlet for r in signed[:1]]
        if hop.kind == "voice" and not names and not is_name(hop.words):
            names = self._described(hop, outlets)
        if hop.kind == "voice" and not names and hop.sort == "person":
            names = [self.reports[r].outlet for r in there if self._wrote(hop, r)][:1]
        if (hop.kind == "voice" or held) and not names:
            pages = [r for r in there if self._speaks_on(hop, r)]
            names = [self.reports[r].outlet for r in pages[:1]] if is_name(hop.name) or len(pages) == 1 else []
        low = lowered(hop.words)
        named = [o for o in outlets if is_cited(o, low) and not is_elsewhere(o, hop.words)]
        day = self.reports[row].published
        found = []
        for outlet in dict.fromkeys(named if len(named) > 1 or not names else names):
            every = [r for r in there if self.reports[r].outlet == outlet]
            # What it had before then is not here: what it says later shows from whom it has it.
            fits = [r for r in every if by_then(self.reports[r].published, day)] or every
            before = [r for r in fits if day is None or (self.reports[r].published or "") <= day]
            # What came out on the same day and names this outlet comes after it.
            later = [r for r in before if self.reports[r].published == day and self.reports[r].names(self.reports[row].outlet)]
            before = [r for r in before if r not in later] or before
            if before:
                found.append(max(before, key=self.when))
            elif fits:
                found.append(min(fits, key=self.when))
        return found if hop.kind != "outlet" or len(named) > 1 else found[:1]

    @staticmethod
    def _described(hop: Hop, outlets: list[str]) -> list[str]:
        """The outlets two words of whose names stand in those for a document: *the league's own register*."""
        told = set(folded(hop.words).split())
        found = []
        for outlet in outlets:
            name = [w for w in plain(outlet.partition(",")[0]).split() if len(w) > _SHORT_WORD]
            if len(told & set(name)) > 1 and name[-1] in told:
                found.append(outlet)
        return found

    def _means(self, hop: Hop, outlet: str) -> bool:
        """Whether a voice is an outlet: *Cape Grim* is not the Cape Grim Examiner, where that is of the press."""
        name, words_ = hop.name, plain(hop.name).split()
        if called(name, outlet) < 2:
            if hop.words[:4] in ("the ", "The ") and name.split()[-1] in alone(outlet):
                return called(name, outlet) == 1
            if self._is_masthead(hop, outlet):
                return True
            # *The Bugler*, *the Newsreel agency*: the last word of its name, which is no place's.
            last = telling(outlet.partition(",")[0])
            first = plain(outlet).split()[:1]
            whole = words_ == last or (words_ == first and len(first[0]) >= _FIRST_WORD and hop.sort != "person")
            return called(name, outlet) == 1 and whole and not self._is_place(name, said=hop.sort == "place")
        if called(name, outlet) > 2 or begins(name, outlet):
            return True
        if (
            hop.sort in ("person", "other")
            and len(words_) > 1
            and plain(outlet).split()[: len(words_)] == words_
            and not self._is_place(name)
        ):
            # *Orrelar Alo*, of which nothing else tells that it is one: Orrelar Alo Magazine
            return True
        if (
            hop.sort == "person"
            and " " in name
            and re.search(rf"\b{re.escape(name)}['’]s? |\b(?:[Ww]ith|[Bb]y) {re.escape(name)}\b", outlet)
        ):
            # *Commissioner Ana Ruiz's newsletter*
            return True
        press = any(r.outlet == outlet and r.body is None for r in self.reports.values())
        return not press or plain(outlet).split()[-1] in words_ or len(words_) == 1

    def _is_masthead(self, hop: Hop, outlet: str) -> bool:
        """Whether words are an outlet's first or last one behind what no person's name follows: *the county's Gazeti*."""
        found, name = plain(hop.name).split(), re.split(r",| \(", outlet)[0].split()
        word = (
            re.search(rf"(?:\b[Tt]he|['’]s?) {re.escape(hop.name)}\b", hop.words)
            if len(found) == 1 and is_name(hop.name)
            else None
        )
        every = [folded(w) for w in name if w.lower() != "the"]
        return (
            word is not None
            and len(every) > 1
            and found[0] in (every[0], every[-1])
            and hop.sort not in ("place", "state")
            and not self._is_place(hop.name)
        )

    @cached_property
    def _towns(self) -> frozenset[str]:
        """The first words of papers' names."""
        return frozenset(plain(r.outlet).split()[0] for r in self.reports.values() if r.outlet and r.body is None)

    def is_a_town(self, hop: Hop) -> bool:
        """Whether a voice is no more than the town by whose name a paper is called: *recovered at Orrel*, the Orrel Post."""
        if hop.kind != "voice" or hop.sort != "organisation" or " " in hop.name or hop.bodies:
            return False
        return folded(hop.name) in self._towns and self._is_place(hop.name, said=False)

    def _is_place(self, name: str, *, said: bool = True) -> bool:
        """Whether something is at or near what a name means, or in it where the reader says so, in any of the articles."""
        where = "[Ii]n|[Aa]t|[Nn]ear|[Oo]f|[Tt]o" if said else "[Aa]t|[Nn]ear"
        there = re.compile(rf"\b(?:{where}) {re.escape(name)}\b")
        return any(there.search(report.text) for report in self.reports.values())

    def _wrote(self, hop: Hop, row: int) -> bool:
        """Whether a voice is who writes there by the byline, in full or by the first letter of the forename."""
        found, given = folded(self.reports[row].byline).split(), folded(hop.name).split()
        return len(given) > 1 and len(found) > 1 and found[-1] == given[-1] and found[0].startswith(given[0])

    def _speaks_on(self, hop: Hop, row: int) -> bool:
        """Whether a voice is the body on whose own page an article stands: there is what it says, and from whom it has it."""
        body = self.reports[row].body
        if body is None:
            return False
        office = _OFFICE_OF.match(body.name)
        if office and {*folded(office[1] or office[2]).split()} <= {*hop.offices}:
            # *The deputy prime minister* on the page of his office
            return True
        if (of := _MINISTER.match(folded(hop.words))) and {*of[1].split()} <= {*folded(body.name).split()}:
            return "ministry" in folded(body.name).split()
        if is_government(body.name) and {*hop.offices} & {"minister", "premier", "president", "governor"}:
            return True
        own = (hop.name, *hop.bodies)
        if hop.sort == "person" and is_name(hop.name):
            return any(same_name(hop.name, name) for name in body.bodies if " " in name)
        return any(same_name(name, body.name) for name in own if is_name(name) or head(folded(name)) in words("bodies"))

    def several(self, side: Side, row: int, rest: Rest) -> list[int]:
        """The earlier articles that are meant by *two newspapers*, as many as there are; or by *told several newspapers*."""
        day = self.reports[row].published or ""
        first: dict[str, int] = {}
        for r in side.articles:
            report = self.reports[r]
            if report.outlet != self.reports[row].outlet and report.body is None and (report.published or "9") <= day:
                first.setdefault(report.outlet, r)
        last, many = rest.hops[-1], re.match(r"(two|three|four|five) ", rest.hops[-1].words.lower())
        if last.kind == "nobody" and many and len(first) == _NUMBERS[many[1]]:
            return list(first.values())
        reported = last.kind == "nobody" and re.match(r"(?:several|a number of|various) \w+$", last.words.lower())
        if reported and len(first) > 1 and last.words.split()[-1].lower() in PLURAL_MEDIA:
            return list(first.values())
        if last.kind == "nobody" and self.reports[row].body is not None and _PRESS_REPORTS.search(last.words) and len(first) == 1:
            # *According to press reports*, on a body's page, where one paper had it.
            return list(first.values())
        told = last.words if last.kind == "nobody" else rest.told
        if of := {folded(w) for w in told.split()[1:-1] if w[:1].isupper() and not _OF_A_PEOPLE.search(w)}:
            # *A Kallersund newspaper*
            aired = frozenset() if _ON_AIR & {*told.split()} else _ON_AIR
            first = {o: r for o, r in first.items() if of <= {*plain(o).split()} and not aired & {*plain(o).split()}}
        if paper := _A_PAPER.match(told):
            # *A local newspaper*, where one had it before; *a blog*, where one of them is one.
            alike = {o: r for o, r in first.items() if paper["noun"].split()[-1] in nouns_of(sort_of(o))}
            chosen = alike or first
            if len(chosen) == 1:
                return list(chosen.values())
        if (sort := self._of_a_sort(side, row, rest, list(first.values()))) is not None:
            return [sort]
        media = rest.told and rest.told.split()[-1].lower() in PLURAL_MEDIA and len(rest.told.split()) > 1
        return list(first.values()) if media and last.kind == "unnamed" else []

    def _of_a_sort(self, side: Side, row: int, rest: Rest, first: list[int]) -> int | None:
        """The one earlier article of an outlet that is called by its sort: *an Italian weekly*, *his union's paper*."""
        open_hops = (
            h for h in rest.hops if h.kind in ("nobody", "outlet") or (h.kind in ("voice", "unnamed") and is_indefinite(h.words))
        )
        called_ = next((h.words for h in open_hops if h.words), "")
        if _DETERMINED.match(rest.told) and not re.search(r"[A-Z]", rest.told):
            called_ = rest.told  # *told his union's paper*
        if rest.hops[-1].kind == "unnamed" and (spoke := _SPOKE_ON.search(rest.hops[-1].words)):
            # *A cook who spoke on a local radio show*
            called_ = spoke["who"]
        start = _DETERMINED.match(called_)
        phrase = folded(_CUT.split(called_[start.end() :])[0]).split() if start else []
        noun = lexicons.singular(phrase[-1]) if phrase else ""
        if re.search(rf"\b{noun.title()}\b", called_) or not start or noun not in _nouns() or phrase[-1] != noun:
            return None
        owner = folded(start[0]).split()
        field = {
            w[:_STEM] for w in (*phrase[:-1], *owner) if len(w) >= _LEAST and w not in _NO_FIELD and not _OF_A_PEOPLE.search(w)
        }
        if noun in _PAGES or re.search(r"['’]", start[0]):
            # *The visitors' website of the county*, *his union's paper*: a body's page.
            seen = {self.reports[r].outlet for r in first}
            day, own_ = self.reports[row].published or "9", self.reports[row].outlet
            for r in side.articles:
                report = self.reports[r]
                if report.body is not None and report.outlet not in (own_, *seen) and (report.published or "9") <= day:
                    seen.add(report.outlet)
                    first = [*first, r]
        names = {r: {w[:_STEM] for w in folded(self.reports[r].outlet).split() if len(w) >= _LEAST} for r in first}
        fitting = [r for r in first if field & names[r]]
        if not fitting:
            direct = [r for r in first if noun in nouns_of(sort_of(self.reports[r].outlet)) or noun[:_STEM] in names[r]]
            open_ = [r for r in first if noun in _ANY_PAPER and sort_of(self.reports[r].outlet) == "newspaper"]
            fitting = list(dict.fromkeys((*direct, *open_)))
        if len(fitting) < 2:
            return next(iter(fitting), None)
        own = self._stems(row, (rest.statement,))
        alike = {r: len(own & self._stems(r, side.statements[r])) for r in fitting}
        best_ = [r for r in fitting if alike[r] == max(alike.values())]
        # What one of them has from another of them is one.
        had = {e.of[1] for e in side.edges if e.of[0] == e.onto[0] == "a" and e.of[1] in best_ and e.onto[1] in best_}
        first_ = [r for r in best_ if r not in had]
        return first_[0] if len(first_) == 1 else None

    def _stems(self, row: int, statements: Iterable[int]) -> frozenset[str]:
        """The words of the sentences of an article's statements, by their first letters."""
        report = self.reports[row]
        said = (report.sentence_of(report.sayings[report.at[s]]) for s in statements if s in report.at)
        return frozenset(w[:_STEM] for text in said for w in folded(text).split() if len(w) >= _LEAST and w not in _JOINING)


@cache
def _nouns() -> frozenset[str]:
    """By what sorts outlets are called."""
    return frozenset(noun for row in rows("media") for noun in row["nouns"].split())


def by_then(published: str | None, day: str | None) -> bool:
    """Whether an article was there when another was published; days of two places are not the same by a day."""
    if published is None or day is None:
        return True
    return date.fromisoformat(published) - date.fromisoformat(day) <= timedelta(days=1)
