"""
Print the peak of allocated memory while one big answer is decoded.

Runs in the environment of a client: ``python -m tests.bench.memory <contender> <level> <file>``.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import tracemalloc
from pathlib import Path

from .walking import walk


def main(contender: str, level: str, answer: str) -> None:
    """Decode a small answer to load everything, then the big one under observation."""
    decode = importlib.import_module(f"tests.bench.contenders.{contender}").decoder("stream_chat")
    content = Path(answer).read_bytes()
    small = json.loads(content)
    small["events"] = small["events"][:5]
    walk(decode(json.dumps(small).encode()))
    del small
    gc.collect()
    tracemalloc.start()
    found = decode(content)
    seen = walk(found) if level == "all" else 0
    peak = tracemalloc.get_traced_memory()[1]
    print(json.dumps({"peak": peak, "seen": seen}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
