"""Parts of the development stories: what is fitted to a network's word is fitted to one that has not seen the story."""

from __future__ import annotations

import hashlib

PARTS = 3


def part_of(story: str) -> int:
    """In which part a story is: that part's network has not seen it."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) // 7 % PARTS
