"""
One of several processes that share a budget through Redis; run by the tests.

It takes places as fast as it can until the given moment and prints when it got one. The second
limit, when given, is one that this process alone has learned from a response.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime

from snaptrade_kit import RateLimit, RedisLimiter


def main(url: str, limit: str, window: str, begin: str, end: str, learned: str) -> None:
    """Take places between two moments."""
    limiter = RedisLimiter(url, limit=int(limit), window=int(window), namespace="test")
    if int(learned):
        limiter.observe((RateLimit("client", int(learned), 1, datetime.now(UTC)),))
    taken: list[float] = []
    time.sleep(max(float(begin) - time.time(), 0.0))
    while (now := time.time()) < float(end):
        seconds = limiter.reserve(("client",))
        if seconds == 0:
            taken.append(now)
        else:
            time.sleep(min(seconds, 0.02))
    print(json.dumps(taken))


if __name__ == "__main__":
    main(*sys.argv[1:])
