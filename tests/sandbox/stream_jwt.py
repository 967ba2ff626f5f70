"""The check of Stream tokens, with nothing but the standard library.

Clients use a JWT library; a check made with the same one would share its mistakes.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from typing import Any

MALFORMED, EXPIRED, NOT_YET_VALID, BEFORE_ISSUED, BAD_SIGNATURE = 5, 40, 41, 42, 43


class TokenError(Exception):
    """Carry the vendor's error code for a refused token."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def verify(token: str, secret: str, now: float) -> dict[str, Any]:
    """Return the claims of a valid token.

    Raises:
        TokenError: The token is malformed, signed otherwise, or outside its time.

    """
    parts = token.split(".")
    if len(parts) != 3:
        raise TokenError(MALFORMED, "a token has three parts, sent bare")
    header, claims = _object(parts[0]), _object(parts[1])
    if header.get("alg") != "HS256":
        raise TokenError(MALFORMED, "only tokens signed with HS256 are accepted")
    signed = f"{parts[0]}.{parts[1]}".encode("ascii")
    expected = hmac.new(secret.encode(), signed, hashlib.sha256).digest()
    if not hmac.compare_digest(_decoded(parts[2]), expected):
        raise TokenError(BAD_SIGNATURE, "the signature of the token is invalid")
    _check_times(claims, now)
    return claims


def _check_times(claims: dict[str, Any], now: float) -> None:
    for name in ("exp", "nbf", "iat"):
        value = claims.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            raise TokenError(MALFORMED, f"{name} is not a number of seconds")
    if now >= claims.get("exp", float("inf")):
        raise TokenError(EXPIRED, "the token has expired")
    if now < claims.get("nbf", 0):
        raise TokenError(NOT_YET_VALID, "the token is not valid yet")
    if now < claims.get("iat", 0):
        raise TokenError(BEFORE_ISSUED, "the token is used before it was issued")


def _object(part: str) -> dict[str, Any]:
    try:
        value = json.loads(_decoded(part))
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise TokenError(MALFORMED, "a part of the token is not a JSON object")
    return value


def _decoded(part: str) -> bytes:
    if "=" in part or not part.isascii():
        raise TokenError(MALFORMED, "a part of the token is not base64url without padding")
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise TokenError(MALFORMED, "a part of the token is not base64url without padding") from None
