"""The model `Command`."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from .._runtime.codecs import DATETIME, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["Command"]


@model
class Command(Model):
    """
    Slash command that users can type in a channel.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3.
    """

    args: str | None = None
    """Placeholder shown to the user for the command's arguments, for example `[text]`."""
    created_at: datetime | None = None
    """When the command was created."""
    description: str | None = None
    """Help text of the command, shown in the command list."""
    name: str | None = None
    """Name of the command, typed after a slash."""
    set: str | None = None
    """Command set the command belongs to, for example `fun_set` or `moderation_set`."""
    updated_at: datetime | None = None
    """When the command last changed."""

    _members: ClassVar[dict[str, Codec]] = {
        "args": STRING,
        "created_at": DATETIME,
        "description": STRING,
        "name": STRING,
        "set": STRING,
        "updated_at": DATETIME,
    }
