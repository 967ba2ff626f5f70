"""Who exists in the sandbox, and the numbers a test may change."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

SNAPTRADE_CLIENT_ID = "SANDBOX-CLIENT"
SNAPTRADE_CONSUMER_KEY = "sandbox-consumer-key-0123456789"
SNAPTRADE_USERS = {
    "ada": "ada-secret-6f1d2c3b-9a48-4e57-8c06-1b2a3d4e5f60",
    "grace": "grace-secret-0a9b8c7d-6e5f-4a3b-9c2d-1e0f9a8b7c6d",
    "empty": "empty-secret-5d4c3b2a-1f0e-4d9c-8b7a-6f5e4d3c2b1a",
}

GENESYS_REGION = "mypurecloud.com"
GENESYS_CLIENT_ID = "5a9d0b1e-sandbox-client"
GENESYS_CLIENT_SECRET = "sandbox-genesys-secret-0123456789"
GENESYS_UNPRIVILEGED_CLIENT_ID = "5a9d0b1e-sandbox-client-without-permission"

STREAM_API_KEY = "sandboxkey12"
STREAM_API_SECRET = "sandbox-stream-secret-0123456789abcdef"


def environment(url: str) -> dict[str, str]:
    """Return the variables the clients read, and the base URL that serves all of them."""
    return {
        "SANDBOX_URL": url,
        "SNAPTRADE_CLIENT_ID": SNAPTRADE_CLIENT_ID,
        "SNAPTRADE_CONSUMER_KEY": SNAPTRADE_CONSUMER_KEY,
        "GENESYSCLOUD_REGION": GENESYS_REGION,
        "GENESYSCLOUD_OAUTHCLIENT_ID": GENESYS_CLIENT_ID,
        "GENESYSCLOUD_OAUTHCLIENT_SECRET": GENESYS_CLIENT_SECRET,
        "STREAM_API_KEY": STREAM_API_KEY,
        "STREAM_API_SECRET": STREAM_API_SECRET,
        "STREAM_BASE_URL": url,
    }


class SettingError(ValueError):
    """Say which setting is unknown or has no sensible value."""


@dataclass
class Settings:
    """Hold the numbers that control can change; `reset` brings the first ones back."""

    window: float = 60.0
    token_lifetime: float = 86_400.0
    rate_limit: int | None = None
    """One limit for all vendors instead of each vendor's own."""
    timestamp_skew: float = 300.0
    refresh_interval: float = 0.0
    """Seconds in which a second refresh of a connection is throttled; 0 never throttles."""
    event_cap: int = 1000
    snaptrade_partners: dict[str, str] = field(
        default_factory=lambda: {SNAPTRADE_CLIENT_ID: SNAPTRADE_CONSUMER_KEY}
    )
    """Client ids with their consumer keys."""
    snaptrade_users: dict[str, str] = field(default_factory=lambda: dict(SNAPTRADE_USERS))
    """User ids with their secrets."""
    stream_api_secret: str = STREAM_API_SECRET

    @classmethod
    def at_speed(cls, speed: float) -> Settings:
        """Build settings whose waiting times are divided by `speed`."""
        normal = cls()
        return replace(normal, window=normal.window / speed, token_lifetime=normal.token_lifetime / speed)

    def restore(self, other: Settings) -> None:
        """Take over all values of other settings."""
        for item in fields(self):
            setattr(self, item.name, getattr(other, item.name))

    def to_json(self) -> dict[str, Any]:
        """Return all names with their values."""
        return {item.name: getattr(self, item.name) for item in fields(self)}

    def change(self, changes: dict[str, Any]) -> None:
        """Apply changes from control; a mapping is merged, everything else replaced.

        Raises:
            SettingError: A name is unknown or a value has the wrong type; nothing was changed.

        """
        known = self.to_json()
        for name, value in changes.items():
            if name not in known:
                raise SettingError(f"unknown setting {name}; known are {', '.join(known)}")
            if not _fits(name, value, known[name]):
                raise SettingError(f"{name} cannot be {value!r}")
        for name, value in changes.items():
            setattr(self, name, {**known[name], **value} if isinstance(value, dict) else value)


def _fits(name: str, value: object, current: object) -> bool:
    if name == "rate_limit":
        return value is None or (type(value) is int and value >= 0)
    if isinstance(current, dict):
        return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    if isinstance(current, str):
        return isinstance(value, str)
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
