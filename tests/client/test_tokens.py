"""Stream tokens are made locally, and refused when they would be useless."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from stream_chat_kit import ConfigurationError, InvalidArgumentError, StreamChat, user_token

SECRET = "stream-test-secret-0123456789abcdef"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_claims() -> None:
    """Further claims, expiry and issue are in the token beside the user."""
    token = user_token(
        SECRET, "jane", expires_at=NOW + timedelta(hours=1), issued_at=NOW, claims={"role": "admin"}
    )
    payload = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_exp": False})
    assert {
        "role": "admin",
        "user_id": "jane",
        "exp": int(NOW.timestamp()) + 3600,
        "iat": int(NOW.timestamp()),
    } == payload


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"user_id": ""}, "user_id must not be empty"),
        ({"user_id": "u", "expires_at": datetime(2026, 1, 1)}, "expires_at must carry"),  # noqa: DTZ001
        ({"user_id": "u", "issued_at": datetime(2026, 1, 1)}, "issued_at must carry"),  # noqa: DTZ001
        ({"user_id": "u", "issued_at": NOW, "expires_at": NOW}, "expires_at must be after"),
    ],
)
def test_useless_tokens(arguments: dict[str, Any], message: str) -> None:
    """A token that nobody could use is refused, naming the argument."""
    with pytest.raises(InvalidArgumentError, match=message):
        user_token(SECRET, **arguments)


def test_a_secret_that_cannot_sign() -> None:
    """A secret of a wrong type is refused without being shown."""
    with pytest.raises(ConfigurationError, match="api_secret cannot sign"):
        user_token(object(), "u")  # type: ignore[arg-type]


def test_a_secret_and_a_token() -> None:
    """A client is a server or a user, not both."""
    with pytest.raises(ConfigurationError, match="not both"):
        StreamChat(api_key="k", api_secret="s", token="t")
