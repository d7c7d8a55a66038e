"""Why a reading is as it is: for each finding a sentence, the words that decided, and who decided.

Nothing is found here. Every room of :mod:`allegedly.reading` leaves a :class:`~allegedly.reading.ground.Ground` with what it
decides, or decides again from the same article, which gives the same; here these become :class:`~allegedly.model.Reason`
records. So a reading is the same with and without them, and costs the same where nobody asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allegedly.reading.explaining import statements, things
from allegedly.reading.explaining.links import Links
from allegedly.reading.explaining.people import People
from allegedly.reading.stance import judge

if TYPE_CHECKING:
    from allegedly.model import Reading
    from allegedly.reading.parse import Parse
    from allegedly.reading.relation import Attribution


def explained(reading: Reading, parse: Parse, relations: list[Attribution]) -> Reading:
    """The same reading with the reasons of its records in ``why``.

    Args:
        reading: What was read, without any.
        parse: The article's parse.
        relations: The relations of which its statements were made, in their order.
    """
    people = People(parse, reading.article, relations)
    links = Links(parse, relations, people.cast, reading.statements)
    judged = judge(parse, relations)
    said = []
    for i, (relation, statement) in enumerate(zip(relations, reading.statements, strict=True)):
        why = [
            *statements.attribution(parse, relation, statement),
            *people.source(relation, statement.source),
            *statements.judgement(parse, relation, judged[i], statement, reading.labels),
            *links.of(i),
        ]
        said.append(replace(statement, why=tuple(why)))
    whole = (
        (reading.labels, things.labels(parse, reading, relations)),
        (reading.times, things.times(parse, reading.article)),
        (reading.places, things.places(parse, reading, people.cast.entities)),
        (reading.amounts, things.amounts(parse, reading)),
    )
    labels, times, places, amounts = (
        tuple(replace(record, why=why) for record, why in zip(records, reasons, strict=True)) for records, reasons in whole
    )
    return replace(
        reading,
        entities=tuple(replace(e, why=people.entity(e)) for e in reading.entities),
        statements=tuple(said),
        labels=labels,
        times=times,
        places=places,
        amounts=amounts,
    )
