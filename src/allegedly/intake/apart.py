"""A hostile file in a process of its own, which may have so much memory and time and can fall over without harm.

Parsers in C abort, and parsers in Python take all memory, where a file is made for that. The process gets the file as its
standard input and writes what it finds to its standard output, one JSON object a line.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

MEMORY = 4_000_000_000
"""Bytes of address space of the process."""
SECONDS = 60.0
"""Between two lines of what it finds."""


class Ended(Exception):
    """The process ended before its time: it fell over, or took too much memory or time."""


def found(module: str, arguments: dict[str, Any], file: IO[bytes]) -> Iterator[dict[str, Any]]:
    """What ``python -m module`` finds in the file, object by object.

    Raises:
        Ended: It ended before its time.
    """
    command = [sys.executable, "-P", "-m", module, json.dumps(arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    # A file of its own, so that the place in ours does not move; a copy without a name is nobody's but the process's.
    path = file.name if isinstance(file.name, str) else None
    own = Path(path).open("rb") if path else file  # noqa: SIM115 (closed below)
    try:
        process = subprocess.Popen(  # noqa: S603 (a module of ours)
            command, stdin=own, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
    finally:
        if path:
            own.close()
    assert process.stdout
    try:
        while True:
            watch = threading.Timer(SECONDS, process.kill)
            watch.start()
            try:
                line = process.stdout.readline()
            finally:
                watch.cancel()
            if not line.endswith(b"\n"):
                break
            one: dict[str, Any] = json.loads(line)
            if one.get("end"):
                return
            yield one
    finally:
        process.kill()
        process.stdout.close()
        process.wait()
    raise Ended


def answer(find: Callable[[dict[str, Any], IO[bytes]], Iterable[dict[str, Any]]]) -> None:
    """The other end: limit this process, and write what ``find`` finds in the file at standard input."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the clock of the other end holds there too
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable()
    warnings.simplefilter("ignore")
    file = sys.stdin.buffer
    file.seek(0)
    for one in find(json.loads(sys.argv[1]), file):
        sys.stdout.write(json.dumps(one) + "\n")
        sys.stdout.flush()
    sys.stdout.write('{"end": true}\n')
