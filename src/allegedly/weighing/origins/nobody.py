"""Whether words for a voice mean nobody in particular: *a Malaysian magazine*, *word in the trade*, *social media users*."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from allegedly.weighing.origins.hops import DETERMINED, is_name, nobodies
from allegedly.weighing.origins.outlets import known
from allegedly.weighing.origins.vocabularies import calendar, words

_PAPER_OF = re.compile(
    r"^(?![Tt]he state\b)"
    r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Vv]arious|[Mm]any)"
    r" (?:(?!white|green|question|exam|research|position|working|policy|discussion|order|ballot|\w+-page)[\w-]+ ){0,2}?"
    r"(?:(?:news)?papers?|dailies|daily|weekly|weeklies|magazines?|tabloids?|portals?|blogs?|websites?|podcasts?|broadcasters?"
    r"|(?:news|web|fan) sites?|(?:radio|television|TV) (?:stations?|channels?)|news agenc(?:y|ies))$"
)
"""What makes news, named by nobody: *a Malaysian magazine*, *the local newspaper*; no document.

*The state broadcaster* is somebody."""
_HELD = re.compile(
    r",? (?:(?:an? |one )?(?:cop(?:y|ies)|extracts?|pages?|photographs?) of (?:which|it)|of which [^.;,]{2,40}? cop(?:y|ies)"
    r"|which [^.;,]{2,40}? (?:has|have|had) (?:seen|read|obtained|before))\b"
)
"""Behind a *paper* that somebody has before him."""
_IN_MEDIA = re.compile(
    r"^(?:reports?|rumou?rs|stories|claims|talk|speculation|posts?|videos?) (?:in|on|by|from)"
    r" (?:\w+ ){0,2}(?:media|press|newspapers|internet|online|networks)$"
    r"|^reports? (?:in|on|by|from) (?:(?:several|various|some|many|other|foreign|local|certain|numerous|two|three"
    r"|a number of|news|gossip|fan|music|sports?) ){0,3}(?:websites|sites|blogs|portals|channels|pages|forums)$"
    r"|^(?:posts|postings|rumou?rs|claims|talk|speculation|comments) (?:in|on|by|from|across)"
    r" (?!(?:its|his|her|their|our) )(?:\w+ ){0,3}(?:forums?"
    r"|communities|platforms|message boards|chat groups|groups|pages|chats|channels|sites|websites|blogs|users|fans)"
    r"(?: (?:on|last|this|over|at) (?:\w+ ){0,2}\w+)?$"
    r"|^(?:(?:press|media|unconfirmed|various|some) )?reports (?:abroad|elsewhere|at home|over there|(?:in|from) (?:there|the"
    r" (?:region|area|city|town|village|province|country|capital|island|ground|scene|front|border|spot)))$"
    r"|^(?:[\w'’-]+ ){0,2}(?:group|page|forum|thread|chat|community)"
    r" on (?:the (?:inter)?net|social media|facebook|whatsapp|telegram)$"
    r"|^(?:unconfirmed |some |several |various |other )?(?:media|press|news|newspaper|online) reports?\b"
)
_COMMENTS = re.compile(
    r"(?:[Tt]he |[Ss]ome |[Mm]any |[Ss]everal )?(?:(?:reader|user|viewer|listener)s?['’]s? |reader |user )?comments"
    r"(?: (?:section|column|below|under|beneath|here|there)\b.*)?$"
    r"|(?:people|folk|folks|those|some|many|users|readers)\b.* in (?:the|our) comments\b"
    r"|(?:(?:the|some|several|many|various) )?(?:posts|postings|tweets|comments|messages) (?:by|from|of) (?:[a-z]+ ){0,2}?"
    r"(?:people|folks?|users|readers|residents|locals|commenters|strangers|passers-by|neighbou?rs|onlookers|motorists|fans)\b",
    re.IGNORECASE,
)
"""What readers write below an article, and people on the networks; *his comments* are somebody's."""
_CROWD = re.compile(
    r"^(?:netizens\b|(?:social (?:media|networks?)|internet|online|web|twitter|facebook|telegram|whatsapp|tiktok|instagram"
    r"|net) (?:users?|accounts?|posts?|posters"
    r"|commenters|rumou?rs|chatter|gossip)\b.*|(?:posts?|messages?|rumou?rs|memes?|stories|claims|voice messages?"
    r"|chain letters?)"
    r" (?:(?:that|which) )?(?:(?:are|is|were|was|ha(?:s|ve|d)) )?(?:been )?(?:being )?(?:passed around|passed on|shared|spread"
    r"|circulat\w+|forwarded|go(?:ing|ne) r?o?a?round|gone viral"
    r"|doing the rounds|making the rounds|in circulation)\b.*|(?:people|fans|users|folk|folks|many|everyone|everybody"
    r"|commenters|posters|posts|accounts|some)\b.{0,30}?"
    r"\b(?:social (?:media|networks?)|online|the (?:inter)?net|the web|twitter|facebook|telegram|whatsapp|tiktok|the networks"
    r"|the forums?|chat groups?|messaging apps?))$",
    re.IGNORECASE,
)
_GOES_ROUND = re.compile(
    r"(?:(?:viral|unverified|anonymous|unsigned|old|fake|false|recent|voice|text|chain|whatsapp) )*(?:posts?|postings?"
    r"|messages?|letters?"
    r"|tweets?|memes?|rumou?rs?|screenshots?|story|stories|claims?|warnings?"
    r"|notes?)"
    r"(?: (?:that|which))? (?:(?:thousands|hundreds|millions|people|many|users|everybody|everyone"
    r"|half the \w+) (?:has |have |are |is )*"
    r"(?:forward|shar|pass|lik|post|repost|read|spread)\w*|(?:(?:is|are|was|were|has|have|had) )?(?:been )?(?:doing the rounds"
    r"|making the rounds|circulating|going a?round|being passed (?:a?round|on)"
    r"|widely shared|gone viral|going viral|shared (?:thousands|hundreds|millions)"
    r"|forwarded))\b.*"
    r"|(?:viral|unverified|anonymous) (?:posts|tweets|postings|messages|rumou?rs|memes|claims|screenshots)$"
)
"""*A message that thousands have forwarded*, *viral posts*."""
_NEWS_OUTLETS = re.compile(r"\b(?:news|media|press) (?:organi[sz]ations|outlets|groups|companies|agencies|sites)$")
_POSSESSIVE = re.compile(r"['’]s$")
_WORD_IS = re.compile(
    r"^(?:the )?(?:word|talk|rumou?rs?|gossip|whispers?|murmurs?|mutterings?|chatter|hearsay|stories|tales?"
    r"|grapevine|bush telegraph|rumou?r mill)"
    r"(?: (?:in|on|around|among|at|about|going|doing|of|from|has|is)\b.*)?$"
)
"""Talk that is nobody's: *word in the trade*."""


@cache
def _dates() -> frozenset[str]:
    """What is no voice: *Monday* of *Monday's announcement*; months are people's names too."""
    feasts = ("today", "yesterday", "tomorrow", "new year", "christmas", "easter")
    return frozenset((*(day.lower() for day in calendar("day")), *feasts))


@lru_cache(maxsize=16_384)  # *he*, *officials*: the same words in every article
def is_press(text: str) -> bool:
    """Whether words mean one or some of the press that nobody names: *the local newspaper*, *two news agencies*."""
    return bool(_PAPER_OF.search(text)) or (not is_name(text) and bool(_NEWS_OUTLETS.search(text)))


def is_crowd(words_: str) -> bool:
    """Whether words mean posts and comments of many, behind which nobody is looked for: *posts from people who work there*."""
    return _COMMENTS.match(words_) is not None


def is_held(words_: str, text: str, at: int | None) -> bool:
    """Whether a paper is no newspaper, since it is told behind it that somebody has it: *the paper, a copy of which we have*.

    Args:
        words_: The words for it.
        text: The text.
        at: Where they stand there.
    """
    return at is not None and words_.endswith(" paper") and _HELD.match(text, at + len(words_)) is not None


@lru_cache(maxsize=16_384)
def is_nobody(text: str, name: str) -> bool:
    """Whether words mean people, posts or talk of nobody in particular.

    Args:
        text: The words.
        name: What is meant by them, where they are empty.
    """
    text = name if text.lower() in ("", "who", "which") else text
    plain = DETERMINED.sub("", text.lower())
    if "-page paper" in plain:
        return False  # no newspaper
    if plain in nobodies() or (not known(text) and plain.split(" ", 1)[-1] in nobodies()) or _IN_MEDIA.search(plain):
        return True
    if _POSSESSIVE.sub("", plain) in _dates():
        return True
    return plain.split(" ")[0] in words("crowds") or bool(
        _COMMENTS.match(text) or _WORD_IS.match(plain) or _CROWD.match(text) or _CROWD.match(plain) or _GOES_ROUND.match(plain)
    )
