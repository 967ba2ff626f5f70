"""The model `CommandRequest`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["CommandRequest"]


@model
class CommandRequest(Model):
    """
    Slash command that users can type in a channel, as part of an event to send.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    args: str | None = None
    """Placeholder shown to the user for the command's arguments, for example `[text]`."""
    description: str | None = None
    """Help text of the command, shown in the command list."""
    name: str | None = None
    """Name of the command, typed after a slash."""
    set: str | None = None
    """Command set the command belongs to, for example `fun_set` or `moderation_set`."""

    _members: ClassVar[dict[str, Codec]] = {
        "args": STRING,
        "description": STRING,
        "name": STRING,
        "set": STRING,
    }
