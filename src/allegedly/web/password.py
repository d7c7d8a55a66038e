"""The password by which people of other machines sign in: its hash alone is kept, by Argon2id (RFC 9106)."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from argon2 import PasswordHasher, Type, extract_parameters
from argon2.exceptions import Argon2Error, InvalidHashError

from allegedly.errors import NoServer

VARIABLE = "ALLEGEDLY_PASSWORD"
"""The variable of the environment that may hold it."""
SHORTEST = 12
"""Characters that it must have."""
LONGEST = 1_000
_HASHER = PasswordHasher()
_BEGINS = "$argon2"


def hashed(words: str, name: str) -> str:
    """The hash of a password.

    Args:
        words: The password.
        name: Where it is from, for messages.

    Raises:
        NoServer: It is too short, or too long.
    """
    if not SHORTEST <= len(words) <= LONGEST:
        how = "short" if len(words) < SHORTEST else "long"
        raise NoServer(f"{name}: the password is too {how}; give one of {SHORTEST} to {LONGEST:,} characters")
    return _HASHER.hash(words.encode("utf-8", "surrogateescape"))


def fits(hash_: str, words: str) -> bool:
    """Whether this is the password. It takes its time, on purpose."""
    try:
        return len(words) <= LONGEST and _HASHER.verify(hash_, words.encode("utf-8", "surrogateescape"))
    except (Argon2Error, InvalidHashError):
        return False


def given(file: Path | None, ask: Callable[[], str] | None) -> str:
    """The hash of the password that is given: in a file, else in the environment, else by whoever is asked for it.

    A file may hold the password or its hash. Where it is not there yet, the hash of what is asked for is put in it.

    Args:
        file: The file.
        ask: Asks a person for the password; null where nobody is there to be asked.

    Raises:
        NoServer: There is none, or it cannot be used.
    """
    if file is not None and file.exists():
        return _read(file)
    if file is None and os.environ.get(VARIABLE):
        return hashed(os.environ[VARIABLE], VARIABLE)
    if ask is None:
        raise NoServer(
            f"--allow-remote needs a password, and nobody is there to be asked; put it in a --password-file, or set {VARIABLE}"
        )
    made = hashed(ask(), "the prompt")
    if file is not None:
        _write(file, made)
    return made


def _read(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as opened:
            words = opened.readline(4 * LONGEST).rstrip("\r\n")
    except OSError as error:
        raise NoServer(f"{file}: cannot be read ({error.strerror or error}); check the path and its permissions") from error
    except UnicodeDecodeError as error:
        raise NoServer(f"{file}: is no text; put the password, or its hash, in its first line") from error
    if not words.startswith(_BEGINS):
        return hashed(words, str(file))
    try:
        if extract_parameters(words).type is Type.ID:
            return words
    except InvalidHashError:
        pass
    raise NoServer(f"{file}: holds no hash that can be used; remove it, and the password is asked for anew")


def _write(file: Path, made: str) -> None:
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
            opened.write(made + "\n")
    except OSError as error:
        raise NoServer(f"{file}: cannot be written ({error.strerror or error}); check the path and its folder") from error
