"""
Lint the OpenAPI documents in specs/.

Run it as `python -m generator_config.lint_specs [file ...]`. It prints one line for each
finding, in the form `file: element: message (rule)`, and exits with 1 if there are any.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from generator_config.spec_lint import lint_file

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Lint the named files, or all of specs/, and return the exit status."""
    names = sys.argv[1:] if arguments is None else arguments
    paths = [Path(name) for name in names] or sorted((ROOT / "specs").glob("*.yaml"))
    if not paths:
        print("no specs found", file=sys.stderr)
        return 1
    clean = True
    for path in paths:
        for pointer, message, rule in lint_file(path):
            print(f"{_display(path)}: {pointer}: {message} ({rule})")
            clean = False
    if clean:
        print(f"{len(paths)} spec{'' if len(paths) == 1 else 's'} clean")
    return 0 if clean else 1


def _display(path: Path) -> str:
    full = path.resolve()
    return full.relative_to(ROOT).as_posix() if full.is_relative_to(ROOT) else str(path)


if __name__ == "__main__":
    sys.exit(main())
