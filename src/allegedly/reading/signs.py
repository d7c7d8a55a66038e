"""Signs that a candidate is, or is not, an attribution: what the confidence of a candidate is worked out from."""

from __future__ import annotations

from allegedly.reading.frames import Candidate, Layout

_PRONOUNS = frozenset(
    "i we you he she it they who which that this these those what one some many most others all both everyone nobody"
    " someone".split()
)
_LENGTHS = (3, 8, 20, 45)


def _length(n: int) -> int:
    return sum(n >= bound for bound in _LENGTHS)


def source_form(layout: Layout, candidate: Candidate) -> str:
    """How the source is put: ``none``, a pronoun itself, ``named``, or ``nominal``."""
    token = candidate.source_token
    if candidate.source is None or token is None:
        return "none"
    parse = layout.parse
    if parse.lower[token] in _PRONOUNS:
        return parse.lower[token]
    return "named" if parse.tag[token] in ("NNP", "NNPS") else "nominal"


def _set_off(text: str, candidate: Candidate) -> str:
    """Which marks part the source and the cue from the words reported: ``,`` before and a stop after, as a rule."""
    low, high = candidate.cue
    if candidate.source and candidate.source[0] > low - 200 and not text[candidate.source[1] : low].strip():
        low = candidate.source[0]
    elif candidate.source and candidate.source[0] >= high:
        high = candidate.source[1]
    before, after = text[max(0, low - 12) : low].rstrip()[-1:], text[high : high + 12].lstrip()[:1]
    return f"{before if before in ',—–' else 'x'}{after if after in ',.;—–' else 'x'}"


def signs(layout: Layout, candidate: Candidate, lemma: str, family: str, rivals: frozenset[str]) -> list[str]:
    """The signs of a candidate as short strings.

    Args:
        layout: The article.
        candidate: The candidate.
        lemma: Base form of the cue's head.
        family: What kind of cue the vocabulary says it is, empty where it does not know it.
        rivals: The other frames found for the same cue.
    """
    parse, frame, token = layout.parse, candidate.frame, candidate.token
    kind = frame.split(":")[0]
    form = source_form(layout, candidate)
    found = [
        "always",
        f"frame {frame}",
        f"lemma {lemma}",
        f"lemma {lemma} {frame}",
        f"family {family}",
        f"family {family} {kind}",
        f"source {form}",
        f"source {form} {kind}",
        f"source {form} {family} {kind}",
        f"tag {parse.tag[token]} {kind}",
        f"dep {parse.dep[token]}",
        f"dep {parse.dep[token]} {kind}",
    ]
    if candidate.source_token is not None and form == "nominal":
        found.append(f"who {parse.lower[candidate.source_token]}")
    for c in parse.children[token]:
        dep = parse.dep[c]
        if dep in ("aux", "neg", "mark", "auxpass"):
            found.append(f"{dep} {parse.lower[c]} {kind}")
    start, end = candidate.content[0][0], candidate.content[-1][1]
    tokens = parse.tokens((start, end))
    found.append(f"length {_length(len(tokens))} {kind}")
    if tokens:
        first = tokens[0]
        found.append(f"first {parse.tag[first]} {kind}")
        if parse.lower[first] in ("that", "whether", "if", "to", "what", "how", "why"):
            found.append(f"first {parse.lower[first]} {kind}")
        head = parse.head_of(tokens[0], tokens[-1])
        found.append(f"head {parse.tag[head]} {kind}")
        if parse.tag[head] in ("NN", "NNS"):
            found.append(f"about {parse.lower[head]}")
    quoted = layout.after(start)
    inner = quoted is not None and layout.starts[quoted] < end
    if inner and quoted is not None:
        whole = layout.starts[quoted] <= start + 1 and layout.ends[quoted] >= end - 1
        found.append(f"quoted {'whole' if whole else 'part'} {kind}")
        found.append(f"quoted words {_length(layout.quotations[quoted].words)} {kind}")
    if kind in ("fronted", "as"):
        edge = _set_off(parse.text, candidate)
        found += [f"set off {edge} {kind}", f"set off {edge} {kind} {parse.tag[token]}", f"set off {edge} {kind} {family}"]
    if len(candidate.content) > 1:
        found.append(f"pieces {kind}")
    if kind == "speaker":
        found.append(f"colon {parse.sentence[token] == parse.sentence[min(token + 1, len(parse) - 1)]}")
        if candidate.source:
            found.append(f"capitals {parse.text[slice(*candidate.source)].isupper()}")
            found.append(f"title {parse.paragraph[token]}" if parse.paragraph[token] == 0 else "body")
            found.append(f"name length {_length(candidate.source[1] - candidate.source[0])}")
    found.extend(f"rival {rival.split(':')[0]} {kind}" for rival in sorted({r.split(":")[0] for r in rivals}))
    if candidate.source_token is not None and parse.sentence[candidate.source_token] != parse.sentence[token]:
        found.append("source elsewhere")
    return found
