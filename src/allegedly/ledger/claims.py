"""A ledger's claims as its users hold them: weighed, listed, one in full."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from allegedly.errors import BadLedger
from allegedly.ledger import store
from allegedly.ledger.claimed_amounts import amounts_by_voice
from allegedly.ledger.query import expression
from allegedly.model import Article
from allegedly.model_claims import Claim, ClaimStatement, Origin, OriginLink, Origins

if TYPE_CHECKING:
    from allegedly.weighing.origins.hints import Hint
    from allegedly.weighing.weigh import Weighed

Sort = Literal["disputed", "repeated", "single-origin", "circular", "newest"]
SORTS: tuple[str, ...] = get_args(Sort)
_ID = re.compile(r"c[0-9a-f]{4,}")
_ORDERS: dict[str, tuple[str, str]] = {
    "disputed": ("1", "min(coalesce(c.origins, 0), coalesce(c.denials, 0)) DESC, coalesce(c.denials, 0) DESC, c.outlets DESC"),
    "repeated": ("1", "c.outlets DESC"),
    "single-origin": ("c.origins = 1 AND c.outlets > 1", "c.outlets DESC"),
    "circular": ("c.circular", "c.outlets DESC"),
    "newest": ("1", "c.first_seen DESC"),
}
"""Which claims, and in which order."""
Row = tuple[Any, ...]


def names_claim(name: str) -> bool:
    """Whether this is the id of a claim rather than of an article."""
    return _ID.fullmatch(name.strip().lower()) is not None


class Claims:
    """What a ledger has of claims; a part of :class:`allegedly.ledger.Ledger`."""

    path: Path
    _connection: sqlite3.Connection

    def weigh(
        self,
        *,
        families: str | Path | None = None,
        authorities: Iterable[str | Path] = (),
        processes: int = 1,
        on_progress: Callable[[str, int, int], None] | None = None,
    ) -> Weighed:
        """Bring copies, entities, claims and origins up to date with the articles, readings and reviews that there are.

        Only what is new or changed is weighed; cut off, it goes on where it was when it is called again.

        Args:
            families: A CSV file ``outlet,family``: whose the outlets are. The ledger keeps it in place of an earlier one.
            authorities: Lists of who is who, CSV or FollowTheMoney JSON Lines. The ledger keeps them in place of earlier ones.
            processes: How many work where 50 to 1,000 articles are new; what they find is the same. A script that gives more
                than one works under ``if __name__ == "__main__":``, as with all processes that Python spawns.
            on_progress: Called with the step, and how many of how many parts of it are done.

        Raises:
            BadFamilies: The list of publishers cannot be read.
            BadList: A list of who is who cannot be read.
            BadLedger: The ledger cannot be written.
            ValueError: ``processes`` is below 1.
        """
        from allegedly.weighing.weigh import weigh

        try:
            return weigh(
                self._connection,
                families=Path(families) if families else None,
                authorities=[Path(one) for one in authorities],
                processes=processes,
                on_progress=on_progress,
            )
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error

    def claims(self, words: str = "", *, sort: Sort = "disputed", limit: int = 20, skip: int = 0) -> list[Claim]:
        """Claims, each with its statements and origins.

        Args:
            words: Words that a statement of it holds, as in :meth:`allegedly.ledger.Ledger.find`. Where there are
                none, only claims of more than one article are listed.
            sort: ``disputed``: those that are put forward and denied from most origins first; ``repeated``: by most outlets;
                ``single-origin``: by several outlets from one origin; ``circular``: whose outlets cite one another; ``newest``.
            limit: How many at most.
            skip: How many to pass over.

        Raises:
            BadLedger: The ledger cannot be read.
            ValueError: There is no such order.
        """
        if sort not in SORTS:
            raise ValueError(f"{sort!r} is no order of claims; there are {', '.join(SORTS)}")
        which, order = _ORDERS[sort]
        values: list[object] = []
        chosen = "c.articles > 1"
        if words.strip():
            found = expression(words.encode("utf-8", "replace").decode("utf-8"))
            if found is None:
                return []
            chosen = (
                "c.claim IN (SELECT x.claim FROM statement_words w CROSS JOIN claim_statements x ON x.statement = w.rowid"
                " WHERE statement_words MATCH ?)"
            )
            values.append(f"words : ({found})")
        try:
            rows = self._connection.execute(
                f"SELECT c.claim FROM claims c WHERE c.statement IS NOT NULL AND ({which}) AND {chosen}"
                f" ORDER BY {order}, c.articles DESC, c.claim LIMIT ? OFFSET ?",
                (*values, limit, skip),
            ).fetchall()
            return [_claim(self._connection, row) for (row,) in rows]
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error

    def hints(self, claim: Claim) -> tuple[Hint, ...]:
        """What those articles of a claim that give no source may rest on: earlier ones with the same rare words.

        These are hints for a person. They are no links, and count for nothing.

        Args:
            claim: The claim, as :meth:`claim` gives it.
        """
        from allegedly.ledger.restoring import article_of
        from allegedly.weighing.origins.hints import hints

        def article(name: str) -> Article:
            (row,) = self._connection.execute("SELECT article FROM articles WHERE id = ?", (name,)).fetchone()
            return article_of(self._connection, row)

        return hints(claim, article)

    def has_claim(self, name: str) -> bool:
        """Whether these words are the id of a claim; ids of articles are made of other letters, but may begin like one."""
        start = name.strip().lower()
        return names_claim(start) and self._begins_claim(start)

    def _begins_claim(self, start: str) -> bool:
        query = "SELECT 1 FROM claims WHERE id >= ? AND id < ?"
        return self._connection.execute(query, (start, f"{start}g")).fetchone() is not None

    def _without(self, name: str, start: str) -> str:
        """What is told where no article's id begins so: the one who asks may mean a claim's."""
        if not start.startswith("c"):
            return f"holds no article {name}; 'allegedly find' shows those that are there"
        if self._begins_claim(start):
            return (
                f"holds no article {name}, but a claim whose id begins so; 'allegedly show' takes five of its characters or more"
            )
        return f"holds no claim and no article {name}; 'allegedly claims' and 'allegedly find' show those that are there"

    def claim(self, name: str) -> Claim:
        """One claim by its id, or the beginning of it.

        Raises:
            BadLedger: There is none, or several begin so.
        """
        start = name.strip().lower()
        rows = []
        if names_claim(start):
            rows = self._connection.execute(
                "SELECT claim FROM claims WHERE id >= ? AND id < ? AND statement IS NOT NULL LIMIT 2", (start, f"{start}g")
            ).fetchall()
        if len(rows) != 1:
            how = "several claims begin with" if rows else "holds no claim"
            more = "give more of the id" if rows else "'allegedly claims' lists them, and 'allegedly weigh' makes them"
            raise BadLedger(str(self.path), f"{how} {name}; {more}")
        return _claim(self._connection, rows[0][0])


def _claim(connection: sqlite3.Connection, row: int) -> Claim:
    from allegedly.weighing.claims.proposition import proposition

    names = (
        *("id", "first_seen", "last_seen", "articles", "outlets", "voices_for", "voices_against", "voices_doubting"),
        *("families", "origins", "at_least", "denials", "unestablished", "circular", "statement"),
    )
    found = connection.execute(f"SELECT {', '.join(names)} FROM claims WHERE claim = ?", (row,)).fetchone()
    of = dict(zip(names, found, strict=True))
    statements = _statements(connection, row)
    own = next(s for s in statements if s[0] == of["statement"])[1]
    return Claim(
        **{name: of[name] for name in names[:8]},
        statement=own.statement,
        words=proposition(own.words),
        families=of["outlets"] if of["families"] is None else of["families"],
        statements=tuple(s for _, s in statements),
        amounts=amounts_by_voice(connection, statements),
        origins=None if of["origins"] is None else _origins(connection, row, of),
    )


def _statements(connection: sqlite3.Connection, claim: int) -> list[tuple[int, ClaimStatement]]:
    rows = connection.execute(
        "SELECT x.statement, a.id || ':s' || w.number, a.outlet, a.published,"
        " coalesce(w.source_name, w.source, iif(w.source_kind = 'outlet', a.outlet, NULL)), w.words, x.side, x.score, x.reason"
        " FROM claim_statements x JOIN statements_in_words w ON w.statement = x.statement JOIN articles a"
        " ON a.article = w.article WHERE x.claim = ? ORDER BY a.published IS NULL, a.published, a.article, w.number",
        (claim,),
    )
    return [
        (
            own,
            ClaimStatement(
                statement=name,
                outlet=outlet,
                published=published,
                source=source,
                words=" ".join(words.split()),
                side=side,
                score=score / 10_000,
                reason=reason,
            ),
        )
        for own, name, outlet, published, source, words, side, score, reason in rows.fetchall()
    ]


def _origins(connection: sqlite3.Connection, claim: int, of: dict[str, Any]) -> Origins:
    said = _named(
        connection,
        "SELECT statement FROM origins WHERE claim = ?1 UNION SELECT statement FROM origin_links WHERE claim = ?1",
        claim,
    )
    articles = dict(
        connection.execute(
            "SELECT DISTINCT a.article, a.id FROM claim_statements x JOIN statements s USING (statement) JOIN articles a"
            " USING (article) WHERE x.claim = ?",
            (claim,),
        ).fetchall()
    )
    roots = connection.execute(
        "SELECT number, kind, name, root, side, article, statement, reason FROM origins WHERE claim = ? ORDER BY number", (claim,)
    ).fetchall()
    links = connection.execute(
        "SELECT article, station, onto_article, onto_origin, kind, statement, reason FROM origin_links WHERE claim = ?"
        " ORDER BY number",
        (claim,),
    ).fetchall()
    made = tuple(
        OriginLink(
            of=articles[article] if article is not None else f"o{station}",
            onto=articles[onto] if onto is not None else f"o{origin}",
            kind=kind,
            statement=said.get(statement),
            reason=reason,
        )
        for article, station, onto, origin, kind, statement, reason in links
    )
    return Origins(
        independent=of["origins"],
        at_least=of["at_least"],
        denying=of["denials"],
        origins=tuple(
            Origin(
                id=f"o{number}",
                kind=kind,
                name=name,
                root=bool(root),
                side=side,
                article=articles.get(article),
                statement=said.get(statement),
                reason=reason,
            )
            for number, kind, name, root, side, article, statement, reason in roots
        ),
        links=made,
        unestablished=tuple(_loose(connection, claim, articles, made, roots)),
        circular=bool(of["circular"]),
    )


def _loose(
    connection: sqlite3.Connection, claim: int, articles: dict[int, str], links: Sequence[OriginLink], roots: Sequence[Row]
) -> list[str]:
    """The articles that put it forward and from which no link leads to an origin."""
    onward: dict[str, list[str]] = {}
    for link in links:
        onward.setdefault(link.of, []).append(link.onto)
    ends = {f"o{number}" for number, _, _, root, side, *_ in roots if root and side != "against"}
    rows = connection.execute(
        "SELECT DISTINCT s.article FROM claim_statements x JOIN statements s USING (statement) WHERE x.claim = ?"
        " AND x.side = 'for' ORDER BY s.article",
        (claim,),
    )
    loose = []
    for (article,) in rows.fetchall():
        seen: set[str] = set()
        open_ = [articles[article]]
        while open_:
            at = open_.pop()
            if at not in seen:
                seen.add(at)
                open_ += onward.get(at, ())
        if not seen & ends:
            loose.append(articles[article])
    return loose


def _named(connection: sqlite3.Connection, query: str, claim: int) -> dict[int, str]:
    """The public names of statements, by row."""
    rows = connection.execute(
        f"SELECT s.statement, a.id || ':s' || s.number FROM statements s JOIN articles a USING (article)"
        f" WHERE s.statement IN ({query})",
        (claim,),
    )
    return dict(rows.fetchall())
