"""What each step of weighing takes: ``python -m benchmarks.weigh_steps LEDGER`` weighs a ledger and prints it.

A line a step: seconds of the processor, seconds by the clock, and the most memory so far, in megabytes. What other processes take
is in the last line alone, which is of all steps.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType


class Timed(ModuleType):
    """A step that prints what it took."""

    def __init__(self, name: str, step: ModuleType) -> None:
        super().__init__(name)
        self.step = step

    def bring_up_to_date(
        self, connection: sqlite3.Connection, *, on_progress: Callable[[int, int], None] | None = None, **more: object
    ) -> object:
        """Do the step."""
        begun, processor = time.monotonic(), time.process_time()
        done = self.step.bring_up_to_date(connection, on_progress=on_progress, **more)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        seconds = time.monotonic() - begun
        print(f"{self.__name__}\t{time.process_time() - processor:.1f}\t{seconds:.1f}\t{memory}\t{done}", flush=True)
        return done


def main(arguments: list[str] | None = None) -> None:
    """Weigh, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path, help="the ledger, which is changed")
    parser.add_argument("--processes", type=int, default=2, help="how many weigh")
    options = parser.parse_args(arguments)
    # Not above: each helper loads this module, and would load all of weighing with it.
    from allegedly.ledger import Ledger
    from allegedly.weighing.weigh import STEPS

    for name, step in STEPS.items():
        STEPS[name] = Timed(name, step)
    begun = time.process_time()
    with Ledger(options.ledger) as ledger:
        done = ledger.weigh(processes=options.processes)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + others.ru_maxrss) // 1024
    seconds = time.process_time() - begun + others.ru_utime + others.ru_stime
    print(f"all\t{seconds:.1f}\t{sum(done.seconds.values()):.1f}\t{memory}\t{done}")


if __name__ == "__main__":
    main()
