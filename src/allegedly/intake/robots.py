"""What a site asks of programs that fetch from it: its robots.txt (RFC 9309)."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

LIMIT = 524_288
"""Bytes of a robots.txt that are read; the standard asks for 500 KiB at least."""
_LONGEST_PAUSE = 10.0
_LINE = 2_000


class Robots:
    """The rules of one site for one program."""

    def __init__(self, status: int, body: bytes, agent: str) -> None:
        """The site's answer, when it was asked for its robots.txt."""
        self._agent = agent
        self.unknown = status >= 500
        """The site failed to say; the standard takes this for a no."""
        self._rules = RobotFileParser()
        # 4xx: there is no robots.txt, so all is allowed.
        text = body[:LIMIT].decode("utf-8", "replace") if status == 200 else ""
        lines = [line for line in text.splitlines() if len(line) <= _LINE]
        try:
            self._rules.parse(lines)
        except ValueError:  # a path that is no path
            self.unknown = True

    def allow(self, url: str) -> bool:
        """Whether the page may be fetched."""
        return not self.unknown and self._rules.can_fetch(self._agent, url)

    @property
    def pause(self) -> float:
        """Seconds between two requests that the site asks for; 0 where it does not, and never very many."""
        try:
            asked = self._rules.crawl_delay(self._agent)
            return min(float(asked or 0), _LONGEST_PAUSE)
        except ValueError:
            return 0.0
