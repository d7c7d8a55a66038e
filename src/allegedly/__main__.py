"""``python -m allegedly`` is the command ``allegedly``."""

from allegedly.cli import main

main()
