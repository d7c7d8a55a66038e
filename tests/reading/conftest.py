"""What the tests of the reading rooms share: the real pipeline, loaded once, and attributions by their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading import pipeline
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution


@pytest.fixture(scope="session")
def parse_of_text() -> Callable[[str], Parse]:
    """A function from a text to its parse by the pipeline that is installed."""
    nlp = pipeline.load()
    return lambda text: pipeline.parse_text(text, nlp)


@pytest.fixture(scope="session")
def draft() -> Callable[..., Attribution]:
    """A function from words of a text to an attribution; each is taken where it stands first from ``after`` on."""

    def make(parse: Parse, source: str, cue: str, *content: str, within: int | None = None, after: int = 0) -> Attribution:
        def span(words: str) -> tuple[int, int]:
            start = parse.text.index(words, after)
            return start, start + len(words)

        def head(words: str) -> int:
            tokens = parse.tokens(span(words))
            return parse.head_of(tokens[0], tokens[-1])

        return Attribution(
            source=span(source) if source else None,
            cue=[span(cue)],
            content=[span(words) for words in content],
            mode="direct" if content[0].startswith('"') else "indirect",
            lemma=lemma_of(parse.lower[head(cue)]),
            cue_token=head(cue),
            source_token=head(source) if source else None,
            within=within,
        )

    return make
