"""Which statements answer which."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.intake import article_from_text
from allegedly.reading.answers import find_answers, settle
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stance import judge
from allegedly.reading.voices import cast

ParseText = Callable[[str], Parse]


def draft(parse: Parse, source: str, cue: str, *content: str, within: int | None = None) -> Attribution:
    """An attribution by its words, each taken where they stand first."""

    def span(words: str) -> tuple[int, int]:
        start = parse.text.index(words)
        return start, start + len(words)

    def head(words: str) -> int:
        tokens = parse.tokens(span(words))
        return parse.head_of(tokens[0], tokens[-1])

    return Attribution(
        source=span(source) if source else None,
        cue=[span(cue)],
        content=[span(words) for words in content],
        mode="indirect",
        lemma=lemma_of(parse.lower[head(cue)]),
        cue_token=head(cue),
        source_token=head(source) if source else None,
        within=within,
    )


def exchange(parse: Parse, *drafts: Attribution) -> list[tuple[str, tuple[int, ...]]]:
    """Stance and answers of each statement."""
    relations = list(drafts)
    known = cast(parse, article_from_text(parse.text), relations)
    judgements = judge(parse, relations)
    answers = find_answers(parse, relations, judgements, known)
    return [(j.stance, a) for j, a in zip(settle(parse, relations, judgements, answers), answers, strict=True)]


CASES = {
    "the accused after the charge": (
        "Prosecutors accused Kell of burning the mill. Kell claimed that the mill was empty.",
        [("Prosecutors", "accused", "Kell of burning the mill"), ("Kell", "claimed", "the mill was empty")],
        ("affirms", (0,)),
    ),
    "a denial of guilt": (
        "Residents blamed the army for the fire. The mayor said that the fire was out. The army denied involvement.",
        [
            ("Residents", "blamed", "the army for the fire"),
            ("The mayor", "said", "the fire was out"),
            ("The army denied", "denied", "involvement"),
        ],
        ("denies", (0,)),
    ),
    "a rival claim": (
        "The army blamed Iran for the blast. The rebels claimed responsibility.",
        [("The army", "blamed", "Iran for the blast"), ("The rebels", "claimed", "responsibility")],
        ("affirms", (0,)),
    ),
    "another toll": (
        "The rebels claimed that 90 soldiers were killed. The ministry said that twelve soldiers were killed.",
        [
            ("The rebels", "claimed", "90 soldiers were killed"),
            ("The ministry", "said", "twelve soldiers were killed"),
        ],
        ("affirms", (0,)),
    ),
    "a judgement on a paper": (
        "The report said that the dam leaks. Kell criticised the report.",
        [("The report", "said", "the dam leaks"), ("Kell", "criticised", "the report")],
        ("affirms", (0,)),
    ),
    "insisting on what was denied": (
        "Ana Ruiz insisted that the mill burned. The army denied that the mill burned. Ruiz insisted that the fire was real.",
        [
            ("Ana Ruiz", "insisted", "that the mill burned"),
            ("The army", "denied", "that the mill burned"),
            ("Ruiz insisted", "insisted", "the fire was real"),
        ],
        ("affirms", (1,)),
    ),
    "a denial of the same": (
        "Residents claimed that soldiers had burned the mill. The army denied that its soldiers had burned the mill.",
        [
            ("Residents", "claimed", "that soldiers had burned the mill"),
            ("The army", "denied", "that its soldiers had burned the mill"),
        ],
        ("denies", (0,)),
    ),
    "a denial that only points": (
        "The mayor said the harvest was good. Residents claimed that soldiers had burned the mill. The army denied the claim.",
        [
            ("The mayor", "said", "the harvest was good"),
            ("Residents", "claimed", "that soldiers had burned the mill"),
            ("The army", "denied", "the claim"),
        ],
        ("denies", (1,)),
    ),
    "a denial of the reports": (
        "A report by Reuters says that the dam leaks. Reuters reported that it is old. Kell dismissed the reports as nonsense.",
        [
            ("A report by Reuters", "says", "that the dam leaks"),
            ("Reuters reported", "reported", "that it is old"),
            ("Kell", "dismissed", "the reports as nonsense"),
        ],
        ("denies", (0, 1)),
    ),
    "what is quoted to be turned down": (
        "The company rejected claims by Lena Marsk that the dam leaks.",
        [
            ("The company", "rejected", "claims by Lena Marsk that the dam leaks"),
            ("Lena Marsk", "claims", "that the dam leaks"),
        ],
        ("denies", (1,)),
    ),
    "an accusation before": (
        "The prosecutor accused Orban Kell of stealing the crown. Kell denied any involvement.",
        [
            ("The prosecutor", "accused", "stealing the crown"),
            ("Kell denied", "denied", "any involvement"),
        ],
        ("denies", (0,)),
    ),
    "an accusation that comes later": (
        "Orban Kell denied any involvement. The prosecutor accused Kell of stealing the crown.",
        [
            ("Orban Kell", "denied", "any involvement"),
            ("The prosecutor", "accused", "stealing the crown"),
        ],
        ("denies", (1,)),
    ),
    "that voice's claim": (
        "The ministry said the well was clean. The harvest was good, the mayor said. Marsk disputed the ministry's version.",
        [
            ("The ministry", "said", "the well was clean"),
            ("the mayor", "said", "The harvest was good"),
            ("Marsk", "disputed", "the ministry's version"),
        ],
        ("denies", (0,)),
    ),
    "a denial that is called names": (
        "The ministry denied that the well was poisoned. Ludo Marchand called the denial a bad joke.",
        [
            ("The ministry", "denied", "that the well was poisoned"),
            ("Ludo Marchand", "called", "the denial a bad joke"),
        ],
        ("affirms", (0,)),
    ),
    "a doubt": (
        "Officers said that the letter was forged in Oster. Experts doubt that the letter was forged.",
        [
            ("Officers", "said", "that the letter was forged in Oster"),
            ("Experts", "doubt", "that the letter was forged"),
        ],
        ("doubts", (0,)),
    ),
    "a confirmation": (
        "Residents said that two trawlers had sunk off Oster. The coast guard confirmed that two trawlers had sunk off Oster.",
        [
            ("Residents", "said", "that two trawlers had sunk off Oster"),
            ("The coast guard", "confirmed", "that two trawlers had sunk off Oster"),
        ],
        ("affirms", (0,)),
    ),
    "a plain negative that answers an accusation": (
        "The union accused Orban Kell of burning the mill. Orban Kell said he had not burned the mill.",
        [
            ("The union", "accused", "burning the mill"),
            ("Orban Kell said", "said", "he had not burned the mill"),
        ],
        ("denies", (0,)),
    ),
    "a plain negative that answers nobody": (
        "The union said that the harvest was good. Orban Kell said the bridge would not open in May.",
        [
            ("The union", "said", "that the harvest was good"),
            ("Orban Kell", "said", "the bridge would not open in May"),
        ],
        ("affirms", ()),
    ),
    "no comment": (
        "The union said that the harvest was good. The bank declined to comment.",
        [
            ("The union", "said", "that the harvest was good"),
            ("The bank", "declined", "to comment"),
        ],
        ("neutral", (0,)),
    ),
    "no comment is no answer to a denial": (
        "The bank denied that the vault was opened. The mayor would not confirm that the vault was opened.",
        [
            ("The bank", "denied", "that the vault was opened"),
            ("The mayor", "confirm", "that the vault was opened"),
        ],
        ("neutral", ()),
    ),
    "a denial by a state's officials": (
        "The union blamed Norway for the blaze. The mayor accused Kell of theft. Norwegian officials denied involvement.",
        [
            ("The union", "blamed", "the blaze"),
            ("The mayor", "accused", "theft"),
            ("Norwegian officials", "denied", "involvement"),
        ],
        ("denies", (0,)),
    ),
    "a defence": (
        "Lena Marsk said the troops had burned the mill. Orban Kell claimed that his troops had not burned the mill.",
        [
            ("Lena Marsk", "said", "the troops had burned the mill"),
            ("Orban Kell", "claimed", "that his troops had not burned the mill"),
        ],
        ("denies", (0,)),
    ),
    "another's claim is taken up": (
        "The union said that the dam leaks. The harvest was good, the mayor said. Marsk repeated the union's claim.",
        [
            ("The union", "said", "that the dam leaks"),
            ("the mayor", "said", "The harvest was good"),
            ("Marsk", "repeated", "the union's claim"),
        ],
        ("affirms", (0,)),
    ),
    "nothing of the kind was said": (
        "The union said that the harvest was good. The bank denied that its vault had been opened.",
        [
            ("The union", "said", "that the harvest was good"),
            ("The bank", "denied", "that its vault had been opened"),
        ],
        ("denies", ()),
    ),
    "one's own words": (
        "Orban Kell said that the mill had burned. Kell denied that the mill had burned.",
        [
            ("Orban Kell", "said", "that the mill had burned"),
            ("Kell denied", "denied", "that the mill had burned"),
        ],
        ("denies", ()),
    ),
    "saying is not answering": (
        "The union said that the mill had burned. The owner said that the mill had burned.",
        [
            ("The union", "said", "that the mill had burned"),
            ("The owner", "said", "that the mill had burned"),
        ],
        ("affirms", ()),
    ),
    "a denial of the same side's words": (
        "Orban Kell said that the mill had burned. Kell's lawyer denied that the mill had burned.",
        [
            ("Orban Kell", "said", "that the mill had burned"),
            ("Kell's lawyer", "denied", "that the mill had burned"),
        ],
        ("denies", ()),
    ),
    "those allegations": (
        "The union accused Orban Kell of theft. Lena Marsk alleged that Kell stole a crown. Kell denied those allegations.",
        [
            ("The union", "accused", "Orban Kell of theft"),
            ("Lena Marsk", "alleged", "that Kell stole a crown"),
            ("Kell denied", "denied", "those allegations"),
        ],
        ("denies", (1,)),
    ),
    "allegations against somebody else": (
        "Two women accused Orban Kell of theft. The union dismissed all allegations against Kell.",
        [
            ("Two women", "accused", "Orban Kell of theft"),
            ("The union", "dismissed", "all allegations against Kell"),
        ],
        ("denies", (0,)),
    ),
    "a denial with words of its own": (
        "Lena Marsk claimed that Orban Kell was afraid. Kell denied the wedding.",
        [
            ("Lena Marsk", "claimed", "that Orban Kell was afraid"),
            ("Kell denied", "denied", "the wedding"),
        ],
        ("denies", ()),
    ),
    "silence on the reports": (
        "News reports said that the dam leaks. The harvest was good, the mayor said. The company would not discuss such reports.",
        [
            ("News reports", "said", "that the dam leaks"),
            ("the mayor", "said", "The harvest was good"),
            ("The company", "discuss", "such reports"),
        ],
        ("neutral", (0,)),
    ),
    "being aware of it": (
        (
            "The court said that a bank was ordered to close. The harvest was good, the mayor said. "
            "A clerk said he was aware of the order."
        ),
        [
            ("The court", "said", "that a bank was ordered to close"),
            ("the mayor", "said", "The harvest was good"),
            ("A clerk", "said", "he was aware of the order"),
        ],
        ("affirms", (0,)),
    ),
    "the panel's conclusion, and its report": (
        (
            "A report from the Harlow Commission said that the dam leaks. It rained, the mayor said. "
            "Lena Marsk disputed the Harlow Commission's conclusion."
        ),
        [
            ("A report from the Harlow Commission", "said", "that the dam leaks"),
            ("the mayor", "said", "It rained"),
            ("Lena Marsk", "disputed", "the Harlow Commission's conclusion"),
        ],
        ("denies", (0,)),
    ),
    "no comment on what the article is about": (
        "The union said the dam leaks. The mayor said the inn was full. The bank declined to comment.",
        [
            ("The union", "said", "the dam leaks"),
            ("The mayor", "said", "the inn was full"),
            ("The bank", "declined", "to comment"),
        ],
        ("neutral", (0,)),
    ),
    "rejecting a court's logic": (
        "A court in Oster ruled that the fee is a tax. The union said the fee was high. Lena Marsk rejected the court's logic.",
        [
            ("A court in Oster", "ruled", "that the fee is a tax"),
            ("The union", "said", "the fee was high"),
            ("Lena Marsk", "rejected", "the court's logic"),
        ],
        ("denies", (0,)),
    ),
    "not being behind it answers no other words": (
        "The union said that the nation was proud. Lena Marsk denied that the nation was behind the theft.",
        [
            ("The union", "said", "that the nation was proud"),
            ("Lena Marsk", "denied", "that the nation was behind the theft"),
        ],
        ("denies", ()),
    ),
    "nobody confirms": (
        "Residents said that two trawlers had sunk off Oster. Nobody confirmed that two trawlers had sunk off Oster.",
        [
            ("Residents", "said", "that two trawlers had sunk off Oster"),
            ("Nobody", "confirmed", "that two trawlers had sunk off Oster"),
        ],
        ("neutral", ()),
    ),
}


def drafts_of(parse: Parse, lines: list[tuple[str, ...]]) -> list[Attribution]:
    """The attributions; a source given with its cue (*Kell denied*) is the name before it."""
    found = []
    for source, cue, *content in lines:
        attribution = draft(parse, source, cue, *content)
        if source.endswith(f" {cue}") and attribution.source:
            start, end = attribution.source
            low = parse.text.index(source)
            attribution.cue = [(low + len(source) - len(cue), end)]
            attribution.cue_token = parse.token_at(end - 1)
            attribution.source = (start, end - len(cue) - 1)
            attribution.source_token = parse.token_at(end - len(cue) - 2)
            for i, words in enumerate(content):
                at = parse.text.index(words, low)
                attribution.content[i] = (at, at + len(words))
        found.append(attribution)
    for i, outer in enumerate(found):
        for inner in found[i + 1 :]:
            if any(start <= inner.cue[0][0] < end for start, end in outer.content):
                inner.within = i
    return found


@pytest.mark.parametrize(("text", "lines", "expected"), CASES.values(), ids=CASES)
def test_answers(
    parse_of_text: ParseText, text: str, lines: list[tuple[str, ...]], expected: tuple[str, tuple[int, ...]]
) -> None:
    """The stance of one statement, and which others it answers."""
    parse = parse_of_text(text)
    assert expected in exchange(parse, *drafts_of(parse, lines))


def test_the_same_voice_goes_on_denying(parse_of_text: ParseText) -> None:
    """A second rejection of *all claims* by one voice answers what its first denial answered."""
    parse = parse_of_text(
        "Lena Marsk claimed that the dam leaks. The company denied that the dam leaks. "
        '"We reject all claims against our engineers," the company added.'
    )
    drafts = [
        draft(parse, "Lena Marsk", "claimed", "that the dam leaks"),
        draft(parse, "The company", "denied", "that the dam leaks"),
        draft(parse, "the company", "added", '"We reject all claims against our engineers,"'),
    ]
    drafts[1].content = [(parse.text.index("that the dam leaks", 50), parse.text.index("that the dam leaks", 50) + 18)]
    assert exchange(parse, *drafts) == [("affirms", ()), ("denies", (0,)), ("denies", (0,))]


def test_a_spokesman_goes_on_denying(parse_of_text: ParseText) -> None:
    """Whoever speaks for a body denies what that body denied: *No shot was fired* is no plain negative then."""
    parse = parse_of_text(
        "The navy rejected claims by Marenia that it had fired on a boat. "
        '"No shot was fired at any boat," navy spokesman Tomas Brekk told reporters.'
    )
    drafts = [
        draft(parse, "The navy", "rejected", "claims by Marenia that it had fired on a boat"),
        draft(parse, "Marenia", "claims", "that it had fired on a boat", within=0),
        draft(parse, "navy spokesman Tomas Brekk", "told", '"No shot was fired at any boat,"'),
    ]
    assert exchange(parse, *drafts) == [("denies", (1,)), ("affirms", ()), ("denies", (1,))]


def test_what_is_not_done_is_no_silence(parse_of_text: ParseText) -> None:
    """Who declines to do something leaves nothing unsaid; who declines to speak does."""
    parse = parse_of_text("The union said the dam leaks. The mayor declined to mend the dam. The owner declined to comment.")
    drafts = [
        draft(parse, "The union", "said", "the dam leaks"),
        draft(parse, "The mayor", "declined", "to mend the dam"),
        draft(parse, "The owner", "declined", "to comment"),
    ]
    drafts[2].cue, drafts[2].cue_token = [(76, 84)], parse.token_at(76)
    assert exchange(parse, *drafts) == [("affirms", ()), ("neutral", ()), ("neutral", (0,))]


def test_narration_answers_nobody(parse_of_text: ParseText) -> None:
    """The outlet's own voice neither answers nor is answered."""
    parse = parse_of_text("The mill has burned. The mill has not burned, the owner said.")
    narrated = Attribution(source=None, cue=[], content=[(0, 19)], mode="narration")
    said = draft(parse, "the owner", "said", "The mill has not burned")
    assert exchange(parse, narrated, said) == [("affirms", ()), ("affirms", ())]
