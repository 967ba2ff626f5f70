"""Mint Stream tokens locally; no request is needed for that."""

from __future__ import annotations

import warnings
from datetime import datetime, timedelta
from typing import Any

import jwt
from stream_chat_openapi._runtime.errors import ConfigurationError, InvalidArgumentError

__all__ = ["server_token", "user_token"]


def _sign(payload: dict[str, Any], api_secret: str) -> str:
    with warnings.catch_warnings():
        # The vendor hands out the secret; a warning about its length helps nobody.
        warnings.simplefilter("ignore")
        try:
            # PyJWT types its key by a package that is not installed with it.
            return jwt.encode(  # pyright: ignore[reportUnknownMemberType]
                payload, api_secret, algorithm="HS256"
            )
        except (TypeError, jwt.PyJWTError) as error:
            raise ConfigurationError(f"api_secret cannot sign a token: {type(error).__name__}") from None


def server_token(api_secret: str) -> str:
    """
    Return the token of a server: full rights, no expiry.

    Args:
        api_secret: The secret of the app.
    """
    return _sign({"server": True}, api_secret)


def user_token(
    api_secret: str,
    user_id: str,
    *,
    expires_at: datetime | None = None,
    issued_at: datetime | None = None,
    claims: dict[str, Any] | None = None,
) -> str:
    """
    Return a token for one user, to be handed to that user's device.

    Args:
        api_secret: The secret of the app.
        user_id: The user.
        expires_at: When the token stops working; left out, never.
        issued_at: Needed where tokens are revoked by date. A few seconds in the past are wise: the
            server refuses a token from its own future (code 42).
        claims: Further claims.

    Raises:
        InvalidArgumentError: No user, a moment without timezone, or an expiry before the issue.
    """
    if not user_id:
        raise InvalidArgumentError("user_id must not be empty")
    for name, moment in (("expires_at", expires_at), ("issued_at", issued_at)):
        if moment is not None and moment.tzinfo is None:
            raise InvalidArgumentError(f"{name} must carry a timezone")
    if expires_at and issued_at and expires_at - issued_at <= timedelta(0):
        raise InvalidArgumentError("expires_at must be after issued_at")
    payload: dict[str, Any] = {**(claims or {}), "user_id": user_id}
    if expires_at is not None:
        payload["exp"] = int(expires_at.timestamp())
    if issued_at is not None:
        payload["iat"] = int(issued_at.timestamp())
    return _sign(payload, api_secret)
