"""What is read of a statement beside another one: its source in words."""

from __future__ import annotations

from allegedly.weighing.origins.ends import NO_SOURCE, source_of, source_told
from allegedly.weighing.origins.hops import Hop
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.sayings import Saying


def saying(*hops: Hop) -> Saying:
    """A statement with these voices."""
    return Saying(1, 0, 10, "asserts", "say", quoted=False, hops=hops)


def test_a_root_with_all_that_it_is_called() -> None:
    """Kind, name, the nouns by which it is described, the bodies that it speaks for; each once."""
    node = Node("voice", "Ana Ruiz", bodies=("Orrel Harbour",), described=("engineer", "engineer"))
    assert source_of(node) == "voice: Ana Ruiz engineer Orrel Harbour"


def test_the_last_of_a_chain_comes_first() -> None:
    """Who is farthest along the chain is read before whoever passes it on."""
    told = source_told(saying(Hop("outlet", "The Gull", words="the Gull"), Hop("voice", "Ana Ruiz", words="her")))
    assert told == "voice: her; outlet: the Gull"


def test_nobody() -> None:
    """Where nobody speaks, that is said."""
    assert source_told(saying()) == NO_SOURCE
