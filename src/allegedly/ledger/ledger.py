"""The ledger as its users hold it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from allegedly.errors import BadLedger, Refused
from allegedly.intake import MAX_CHARACTERS, Source, received
from allegedly.ledger import checking, store
from allegedly.ledger.adding import Added, Adding
from allegedly.ledger.beside import Beside
from allegedly.ledger.claims import Claims
from allegedly.ledger.fetches import Fetches
from allegedly.ledger.finding import Found, Sort, Wanted, day_of, find
from allegedly.ledger.history import History, history_of
from allegedly.ledger.keeping import machine_of, shown_of
from allegedly.ledger.labels import Labels
from allegedly.ledger.looking import Looking
from allegedly.ledger.rereading import Reread, Rereading
from allegedly.ledger.restoring import article_of
from allegedly.ledger.reviewing import Reviews
from allegedly.ledger.reviews import Review
from allegedly.ledger.timeline import Times
from allegedly.ledger.who import Who
from allegedly.model import Article, Reading


class Ledger(Claims, Looking, Beside, Who, Labels, Times, AbstractContextManager["Ledger"]):
    """Articles and their readings in one SQLite file, to add to, to search and to check.

    Examples:
        >>> ledger = Ledger("reports.ledger")  # doctest: +SKIP
        >>> [found.statement.stance for found in ledger.find("bridge", by="Ana Ruiz")]  # doctest: +SKIP
        ['denies']
    """

    def __init__(self, path: str | Path, *, make: bool = False, on_warning: Callable[[str], None] | None = None) -> None:
        """Open the ledger. One that an earlier Allegedly made is brought up to date first, and a copy of it is kept beside it.

        Args:
            path: The file.
            make: Make it where there is none.
            on_warning: Called with a sentence where the file is brought up to date.

        Raises:
            BadLedger: It is missing, damaged, newer than this program, or no ledger.
        """
        self.path = Path(path)
        self._connection = store.opened(self.path, make=make, on_warning=on_warning)
        self.reviews = Reviews(self._connection, self.path, self._row)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def add(
        self,
        sources: Iterable[str | Path | Source | Refused],
        *,
        published: str | None = None,
        outlet: str | None = None,
        force: bool = False,
        mend: bool = False,
        max_characters: int = MAX_CHARACTERS,
        max_unpacked: int | None = None,
        map: Mapping[str, str] | None = None,  # noqa: A002 (the command's own word for it)
        fetch: bool = False,
        allow_private: bool = False,
        keep_raw: bool = False,
        pipeline: str | None = None,
        reader: str = "trained",
        gazetteer: str | Path | None = None,
        processes: int = 1,
        stdin: BinaryIO | None = None,
        command: str = "Ledger.add",
        on_refused: Callable[[Refused], None] | None = None,
        on_warning: Callable[[str], None] | None = None,
        on_article: Callable[[Article], None] | None = None,
    ) -> Added:
        """Read articles and store them. What is there already is not read again; the rest of a batch that was cut off is.

        Args:
            sources: Files, folders, globs, web addresses, ``-`` for standard input. What was fetched before, and all of it
                stored, is fetched again only where it has changed.
            published: Day of publication of all of them.
            outlet: Outlet of all of them.
            force: Read what does not look like English; otherwise it is kept, marked and unread.
            mend: Mend text that was decoded wrongly before it came here.
            max_characters: Longer articles are refused.
            max_unpacked: Bytes that a packed file or an archive may unpack to, as in :func:`allegedly.read_many`.
            map: Which column of a table, or field of a JSON record, is read as what, as in :func:`allegedly.read_many`.
            fetch: Fetch what feeds and lists of feeds in files link to.
            allow_private: Fetch from machines of the own network too.
            keep_raw: Keep the bytes that each article was read from, too; :meth:`raw` gives them back.
            pipeline: Name of the spaCy pipeline.
            reader: ``trained``, or ``rules`` for the rules alone.
            gazetteer: A table of places that adds to the packaged gazetteer, or a gazetteer's SQLite file that replaces it.
            processes: How many processes read; one writes.
            stdin: What ``-`` reads.
            command: What is written down as the command that brought them.
            on_refused: Called for each input that is not read.
            on_warning: Called with a sentence for what is read but should be looked at.
            on_article: Called with each article when it is done.

        Raises:
            BadLedger: The ledger cannot be written: the disk is full, or another command does not end.
            NoPipeline: The spaCy pipeline is not installed.
            BadGazetteer: The gazetteer is missing, or is neither.
            ValueError: ``published`` is no day, ``processes`` is below 1, ``map`` names no field, or there is no such reader.
        """
        from allegedly.reading.batch import read_articles
        from allegedly.reading.reader import check_reader

        check_reader(reader)
        if processes < 1:
            raise ValueError(f"{processes} processes cannot read; give 1 or more")
        run = Adding(self._connection, command)
        fetches = Fetches(self._connection)

        def refuse(refused: Refused) -> None:
            run.refuse(refused)
            if on_refused:
                on_refused(refused)

        def fail(article: Article, refused: Refused) -> None:
            fetches.forget()
            run.fail(article, refused)
            if on_refused:
                on_refused(refused)
            if on_article:
                on_article(article)

        given = received(
            [str(s) if isinstance(s, Path) else s for s in sources],
            published=published,
            outlet=outlet,
            force=True,
            mend=mend,
            max_characters=max_characters,
            max_unpacked=max_unpacked,
            map=map,
            fetch=fetch,
            allow_private=allow_private,
            memory=fetches,
            stdin=stdin,
            keep_raw=keep_raw,
            on_refused=refuse,
            on_warning=on_warning,
            on_input=run.seen,
        )
        try:
            try:
                new = run.new(given, force=force, on_article=on_article)
                for reading in read_articles(
                    new, pipeline=pipeline, reader=reader, gazetteer=gazetteer, processes=processes, on_failed=fail
                ):
                    run.put(reading.article, reading)
                    if on_article:
                        on_article(reading.article)
            finally:
                run.flush()
            fetches.keep(run.done.refused)
            if run.done.added:
                store.tidy(self._connection, added=run.done.added)
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error
        return run.done

    def find(
        self,
        words: str = "",
        *,
        by: str | None = None,
        about: str | None = None,
        denied_by: str | None = None,
        stance: str | None = None,
        act: str | None = None,
        evidence: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        outlet: str | None = None,
        label: str | None = None,
        place: str | None = None,
        min_confidence: float = 0.0,
        rejected: bool = False,
        undecided: bool = False,
        sort: Sort = "newest",
        after: str | None = None,
        limit: int = 20,
        skip: int = 0,
    ) -> list[Found]:
        """Statements by words and by what is known of them.

        Args:
            words: Words that its content holds; ``"in a row"``, ``begin*``, ``OR``, ``NOT`` and brackets. Never a syntax error.
            by: A name, or part of it, of who says it.
            about: A name that its words mention.
            denied_by: A name of who denies it, itself or in an answer to it.
            stance: ``affirms``, ``denies``, ``doubts``, ``neutral``.
            act: ``statement``, ``belief``, ``promise``, ``demand``, ``question``, ``judgement``.
            evidence: What it is said to rest on: ``document``, ``recording``, ``poll`` …
            since: First day of publication; as text: ``2019-12-18``.
            until: Last day of publication.
            outlet: Name, or part of it, of the outlet.
            label: A word that somebody is called in it.
            place: A place that it names.
            min_confidence: Least confidence, 0 to 1.
            rejected: Find also what people rejected.
            undecided: Find only what nobody has decided about.
            sort: ``newest``: those of the articles added last first; ``least-sure``: those that the reader is least sure of.
            after: Id of a statement: only what comes behind it in that order.
            limit: How many at most.
            skip: How many to pass over.

        Raises:
            BadLedger: The ledger cannot be read, or has no such statement.
            ValueError: ``since`` or ``until`` is no day.
        """
        wanted = Wanted(
            words=words,
            by=by,
            about=about,
            denied_by=denied_by,
            stance=stance,
            act=act,
            evidence=evidence,
            since=day_of(since),
            until=day_of(until),
            outlet=outlet,
            label=label,
            place=place,
            min_confidence=min_confidence,
            rejected=rejected,
            undecided=undecided,
        )
        try:
            return list(find(self._connection, wanted, limit, skip, sort, self._statement(after) if after else None))
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error

    def reading(self, name: str, *, rejected: bool = False, machine: bool = False) -> Reading:
        """The current reading of an article, people's decisions applied.

        Args:
            name: The article's id, or the beginning of it; a statement's id of :meth:`find` names its article.
            rejected: With the statements that people rejected.
            machine: What the reader alone found, without any decision.

        Raises:
            BadLedger: There is none, or several articles begin so.
        """
        row = self._row(name)
        found = machine_of(self._connection, row) if machine else shown_of(self._connection, row, rejected=rejected)
        if found is None:
            raise BadLedger(
                str(self.path), f"{name} is kept unread, since it is not English; 'allegedly reread' with --force reads it"
            )
        return found

    def show(self, name: str, *, rejected: bool = False, machine: bool = False) -> Reading:
        """The reading of an article, or of it no more than one statement (``acc6fb7de38d:s3``) with what stands within that.

        Args:
            name: The id.
            rejected: With the statements that people rejected.
            machine: What the reader alone found.

        Raises:
            BadLedger: There is none.
        """
        found = self.reading(name, rejected=rejected, machine=machine)
        statement = name.removeprefix("sha256:").partition(":")[2].strip()
        return only(found, statement, str(self.path)) if statement else found

    def article(self, name: str) -> Article:
        """An article by its id or the beginning of it.

        Raises:
            BadLedger: There is none, or several begin so.
        """
        return article_of(self._connection, self._row(name))

    def raw(self, name: str) -> bytes:
        """The bytes that an article was read from: the file, the page, the line.

        Raises:
            BadLedger: There is no such article, or its bytes were not kept.
        """
        kept = self._connection.execute(
            "SELECT bytes FROM intake JOIN raws USING (digest) WHERE article = ? ORDER BY intake DESC LIMIT 1", (self._row(name),)
        ).fetchone()
        if kept is None:
            raise BadLedger(str(self.path), f"the bytes of {name} were not kept; add its file again with --keep-raw")
        return zlib.decompress(kept[0])

    def versions(self, name: str) -> list[tuple[Article, Reading | None]]:
        """All versions of an article, the oldest first, each with its reading; null where it is kept unread."""
        rows = [self._row(each.id) for each in self.versions_listed(name)]
        return [(article_of(self._connection, row), shown_of(self._connection, row)) for row in rows]

    def __iter__(self) -> Iterator[Reading]:
        """The current readings, in the order in which their articles were added."""
        rows = self._connection.execute(
            "SELECT article FROM articles JOIN readings USING (article) WHERE replaced IS NULL ORDER BY article"
        )
        for (row,) in rows.fetchall():
            found = shown_of(self._connection, row)
            if found:
                yield found

    def review(
        self,
        verdict: str,
        *records: str,
        changes: Mapping[str, object] | None = None,
        name: str | None = None,
        who: str | None = None,
        why: str = "",
        seen: str | None = None,
    ) -> list[Review]:
        """Decide upon records: all of these, or none where one of them cannot be. What is shown and found follows at once.

        Args:
            verdict: ``accept``, ``reject``, ``correct``, ``note``, ``split``, ``merge``, ``withdraw``.
            records: Ids such as ``acc6fb7de38d:s3``; for ``merge`` names of entities or ids of claims, for ``withdraw`` ids of
                reviews. ``split`` takes an entity for another one, and a statement out of its claim.
            changes: For ``correct``: fields and their values, ``{"stance": "denies", "source.entity": "e7"}``.
            name: For ``split``: the name of whom the article's entity is taken for.
            who: Who decides; else who is named in ``ALLEGEDLY_REVIEWER``, else the login name.
            why: The reason.
            seen: The record as who decides had it before them, by what ``reviews.state`` gave then.

        Raises:
            BadReview: There is no such record, a value cannot stand, or no reason is given.
            Overtaken: The record is not as it was ``seen``, since somebody decided about it meanwhile.
            BadLedger: The ledger cannot be written, or has no such article.
        """
        try:
            return self.reviews.decide(verdict, *records, changes=changes, name=name, who=who, why=why, seen=seen)
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error

    def reread(
        self,
        *,
        every: bool = False,
        force: bool = False,
        pipeline: str | None = None,
        reader: str = "trained",
        gazetteer: str | Path | None = None,
        processes: int = 1,
        on_start: Callable[[int], None] | None = None,
        on_refused: Callable[[Refused], None] | None = None,
        on_article: Callable[[Article], None] | None = None,
    ) -> Reread:
        """Read again what another reader, or another version of it, has read. Every review is kept and applied anew.

        Cut off, it goes on where it was when it is called again, unless ``every`` is set: then it begins anew.

        Args:
            every: Read also what the present reader has read.
            force: Read also what is kept unread since it is not English.
            pipeline: Name of the spaCy pipeline.
            reader: ``trained``, or ``rules`` for the rules alone.
            gazetteer: A table of places that adds to the packaged gazetteer, or a gazetteer's SQLite file that replaces it.
            processes: How many processes read; one writes.
            on_start: Called with the number of articles to read.
            on_refused: Called for each article that cannot be read; it keeps the reading that it has.
            on_article: Called with each article when it is done.

        Raises:
            BadLedger: The ledger cannot be written: the disk is full, or another command does not end.
            NoPipeline: The spaCy pipeline is not installed.
            BadGazetteer: The gazetteer is missing, or is neither.
            ValueError: ``processes`` is below 1, or there is no such reader.
        """
        from allegedly.reading.batch import read_articles
        from allegedly.reading.reader import check_reader, present

        check_reader(reader)
        if processes < 1:
            raise ValueError(f"{processes} processes cannot read; give 1 or more")
        run = Rereading(self._connection, present(pipeline=pipeline, reader=reader), every=every, force=force)

        def fail(article: Article, refused: Refused) -> None:
            run.done.refused.append(refused)
            if on_refused:
                on_refused(refused)
            if on_article:
                on_article(article)

        if on_start:
            on_start(len(run.rows))
        try:
            try:
                for reading in read_articles(
                    run.articles(), pipeline=pipeline, reader=reader, gazetteer=gazetteer, processes=processes, on_failed=fail
                ):
                    run.put(reading)
                    if on_article:
                        on_article(reading.article)
            finally:
                run.flush()
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error
        return run.done

    def history(self, name: str) -> History:
        """What happened to an article, or to one record of it: who or what read it, and every review.

        Args:
            name: The id of the article, or of a record (``acc6fb7de38d:s3``).

        Raises:
            BadLedger: There is no such article.
        """
        return history_of(self._connection, self._row(name), name.removeprefix("sha256:").partition(":")[2].strip())

    def counts(self) -> dict[str, int]:
        """How many articles, statements, entities and refusals there are."""
        return {
            table: self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("articles", "statements", "entities", "intake")
        }

    def check(self) -> Iterator[str]:
        """Everything that does not hold in the ledger, a sentence each: the file, spans, hashes, references, the search index."""
        yield from checking.check(self._connection)

    def backup(self, path: str | Path) -> None:
        """Copy the ledger into a new file while it is in use.

        Raises:
            BadLedger: The file is there already, or cannot be written.
        """
        store.backup(self._connection, Path(path))

    def _statement(self, name: str) -> int:
        """The row of a statement."""
        row, number = self._row(name), name.removeprefix("sha256:").partition(":")[2].strip().removeprefix("s")
        found = self._connection.execute(
            "SELECT statement FROM statements WHERE article = ? AND number = ?",
            (row, int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0),
        ).fetchone()
        if found is None:
            raise BadLedger(str(self.path), f"has no statement {name}; 'allegedly find' shows those that are there")
        return int(found[0])

    def _row(self, name: str) -> int:
        start = name.removeprefix("sha256:").partition(":")[0].strip().lower()
        if len(start) < 4 or not all(c in "0123456789abcdef" for c in start):
            raise BadLedger(str(self.path), f"{name!r} is no id of an article; 'allegedly find' shows them")
        rows = self._connection.execute(
            "SELECT article FROM articles WHERE id >= ? AND id < ? LIMIT 2", (f"sha256:{start}", f"sha256:{start}g")
        ).fetchall()
        if not rows:
            raise BadLedger(str(self.path), self._without(name, start))
        if len(rows) > 1:
            raise BadLedger(str(self.path), f"several articles begin with {name}; give more of the id")
        return int(rows[0][0])


def only(reading: Reading, statement: str, where: str) -> Reading:
    """The reading with one statement and what stands within it, and what they refer to among the rest.

    Raises:
        BadLedger: It has no such statement.
    """
    kept = {statement} & {s.id for s in reading.statements}
    if not kept:
        raise BadLedger(where, f"the article has no statement {statement}; it has s1 to s{len(reading.statements)}")
    for s in reading.statements:
        if s.within in kept:
            kept.add(s.id)
    replace = msgspec.structs.replace
    statements = tuple(
        replace(s, within=s.within if s.within in kept else None, answers=tuple(a for a in s.answers if a in kept))
        for s in reading.statements
        if s.id in kept
    )
    labels = tuple(label for label in reading.labels if label.within in kept)
    return replace(reading, statements=statements, labels=labels)
