"""The reader as a spaCy component: ``nlp.add_pipe("allegedly")`` gives every document its ``doc._.reading``.

spaCy imports this module by its entry point when a pipeline is made, and that registers the factory. Nothing else of
Allegedly imports it, so spaCy may be imported at its top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from allegedly.reading.reader import DEFAULT, check_reader, read_doc

if TYPE_CHECKING:
    from collections.abc import Callable


class ReadingComponent:
    """Puts the reading of each document into ``doc._.reading``."""

    def __init__(self, reader: str) -> None:
        self.reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """Read the document; spaCy calls this."""
        doc._.reading = read_doc(doc, reader=self.reader)
        return doc


@Language.factory("allegedly", default_config={"reader": DEFAULT})
def make(nlp: Language, name: str, reader: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 (spaCy's factory signature)
    """SpaCy's factory ``allegedly``. Needs a tagger, a parser and an entity recogniser before it.

    Raises:
        ValueError: There is no such reader.
    """
    check_reader(reader)
    if not Doc.has_extension("reading"):
        Doc.set_extension("reading", default=None)
    return ReadingComponent(reader)
