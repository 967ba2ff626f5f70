"""Check credentials when a client is made, and read them from the environment."""

from __future__ import annotations

import os

from .errors import ConfigurationError, InvalidArgumentError

__all__ = ["from_environment", "required_argument", "required_credential"]


def required_credential(value: str | None, *, argument: str, variable: str | None) -> str:
    """
    Return a credential, stripped of nothing and surely there.

    Args:
        value: The credential.
        argument: The argument it was passed as.
        variable: The environment variable that `from_env` reads it from, if there is one.

    Raises:
        ConfigurationError: It is missing, empty, not a text, or has blanks or unprintable
            characters in it, which is nearly always a copy-and-paste mistake. The value itself is
            never shown.
    """
    advice = f"pass {argument}=..."
    if variable is not None:
        advice += f" or set the environment variable {variable} and use from_env()"
    if value is None:
        raise ConfigurationError(f"{argument} is missing: {advice}")
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without types
        raise ConfigurationError(f"{argument} must be a text, not {type(value).__name__}: {advice}")
    if not value.strip():
        raise ConfigurationError(f"{argument} is empty: {advice}")
    if value != value.strip() or not value.isprintable():
        raise ConfigurationError(
            f"{argument} has blanks around it, or a line break or unprintable character in it: {advice}"
        )
    return value


def from_environment(variable: str) -> str | None:
    """Return an environment variable, ``None`` when it is unset or empty."""
    return os.environ.get(variable) or None


def required_argument(value: str, argument: str) -> str:
    """
    Return an argument that must be a text with something in it.

    Raises:
        InvalidArgumentError: It is empty or no text. The value itself is never shown.
    """
    if not isinstance(value, str) or not value:  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without types
        raise InvalidArgumentError(f"{argument} must be a text that is not empty")
    return value
