"""
Check the built wheels and sdists in dist/ and print a line per check.

``python -m tests.wheels``; `make test-wheels` builds them before.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from tests.environments import CommandError, end_on_sigterm
from tests.sandbox.process import RunningSandbox, SandboxStartError, sandbox_process

from .archives import BUILT, check_contents, check_metadata, check_rebuilt, check_separate
from .installed import check_alone, check_face, check_lowest, check_together

Check = tuple[str, Callable[[], str]]


def checks(sandbox: RunningSandbox) -> Iterator[Check]:
    """Name all checks, the quick ones first."""
    for built in BUILT:
        yield f"{built.name}: metadata", partial(check_metadata, built)
        yield f"{built.name}: contents", partial(check_contents, built)
    yield "no file clash", check_separate
    for built in BUILT:
        yield f"{built.name}: rebuilt", partial(check_rebuilt, built)
    for built in BUILT:
        yield f"{built.name}: alone", partial(check_alone, built, sandbox)
    yield "side by side", partial(check_together, sandbox)
    yield "lowest dependencies", partial(check_lowest, sandbox)
    yield "tests of the public face", check_face


def main() -> int:
    """Run the checks and return 1 when one of them failed."""
    end_on_sigterm()
    failed = 0
    try:
        with sandbox_process() as sandbox:
            for name, check in checks(sandbox):
                began = time.monotonic()
                try:
                    mark, said = "ok    ", check()
                except CommandError as error:
                    failed += 1
                    mark, said = "FAILED", str(error)
                print(f"{mark} {name} ({time.monotonic() - began:.0f} s): {said}", flush=True)
    except SandboxStartError as error:
        print(f"make test-wheels: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130
    print(f"{failed} checks failed" if failed else "the wheels are good")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
