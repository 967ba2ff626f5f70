"""The check of SnapTrade request signatures, over the bytes as received.

Kept apart from the vendor so that it can be tried against known signatures without a server.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json


def expected_signature(consumer_key: str, raw_path: str, raw_query: str, body: bytes) -> str:
    """Compute the signature a request must carry.

    Raises:
        ValueError: The body is not JSON, so nothing could have been signed.

    """
    content = json.loads(body) if body else None
    if content == {}:
        content = None
    signed = {"content": content, "path": raw_path, "query": raw_query}
    text = json.dumps(signed, separators=(",", ":"), sort_keys=True, ensure_ascii=True)
    digest = hmac.new(consumer_key.encode(), text.encode("ascii"), hashlib.sha256).digest()
    return base64.b64encode(digest).decode("ascii")


def signature_agrees(signature: str, consumer_key: str, raw_path: str, raw_query: str, body: bytes) -> bool:
    """Compare a received signature with the right one in constant time."""
    try:
        expected = expected_signature(consumer_key, raw_path, raw_query, body)
    except ValueError:
        return False
    return hmac.compare_digest(signature.encode("utf-8"), expected.encode("ascii"))
