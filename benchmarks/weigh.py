"""The figures of weighing: ``python -m benchmarks.weigh`` prints all of them, ``… weigh copies origins`` those of these steps."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec

STEPS = ("copies", "entities", "claims", "stance", "origins", "news", "time")


def main(arguments: list[str] | None = None) -> None:
    """Print the figures of the steps that are named, or of all.

    Raises:
        SystemExit: There is no such step.
    """
    named = sys.argv[1:] if arguments is None else arguments
    unknown = [step for step in named if step not in STEPS]
    if unknown:
        raise SystemExit(f"{unknown[0]!r} is no step; there are {', '.join(STEPS)}")
    for step in named or STEPS:
        module = f"benchmarks.weigh_{step}"
        if find_spec(module) is None:
            print(f"{step}: not measured by a module of its own")
            continue
        import_module(module).main([])


if __name__ == "__main__":
    main()
