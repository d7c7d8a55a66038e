"""The figures of weighing: ``python -m benchmarks.weigh`` prints all of them, ``… weigh copies origins`` those of these steps."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

STEPS = ("copies", "entities", "claims", "stance", "origins", "news", "time")


def main(arguments: list[str] | None = None) -> None:
    """Print the figures of the steps that are named, or of all.

    Raises:
        SystemExit: There is no such step.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", metavar="STEP", help=f"{', '.join(STEPS)}; all, where none is named")
    named = parser.parse_args(arguments).steps
    for step in named:
        if step not in STEPS:
            parser.error(f"{step!r} is no step; there are {', '.join(STEPS)}")
    for step in named or STEPS:
        try:
            import_module(f"benchmarks.weigh_{step}").main([])
        except ModuleNotFoundError as missing:
            print(f"{step}: {missing.name} is missing; get it with: python -m pip install -e '.[train]'", file=sys.stderr)


if __name__ == "__main__":
    main()
