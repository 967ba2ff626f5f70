"""
SnapTrade's request signature, as pure functions.

The server rebuilds the signed text in Python, so key order, separators and the way `json.dumps`
escapes non-ASCII characters are part of the rule. Source: SnapTrade's guide on request signatures.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

__all__ = ["canonical_json", "request_signature", "signed_content"]


def canonical_json(value: Any) -> str:
    """Return the one JSON text that both sides sign: sorted keys, no blanks, ASCII only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def signed_content(body: bytes) -> Any:
    """Return what stands for a request body in the signed text; an empty one is ``null``."""
    content = json.loads(body) if body else None
    return None if content == {} else content


def request_signature(*, path: str, query: str, body: bytes, consumer_key: str) -> str:
    """
    Return the value of the ``Signature`` header.

    Args:
        path: The path exactly as it is sent, without host and query.
        query: The query exactly as it is sent, without the question mark.
        body: The request body as sent.
        consumer_key: The key; it is never sent.
    """
    text = canonical_json({"content": signed_content(body), "path": path, "query": query})
    digest = hmac.new(consumer_key.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()
