"""getstream."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from getstream import Stream
from getstream.models import EventRequest, MessageNewEvent

from .world import CHANNEL, KIND, SENDER, STREAM


def call(vendor: str, url: str) -> Callable[[], Any]:
    """Make a call ready."""
    chat = Stream(**STREAM, base_url=url).chat
    kind, name = CHANNEL
    return lambda: chat.send_event(type=kind, id=name, event=EventRequest(type=KIND, user_id=SENDER))


def decoder(vendor: str) -> Callable[[bytes], Any]:
    """Return what makes the SDK's event objects; it has no operation for missed events."""

    def decode(content: bytes) -> Any:
        events = json.loads(content)["events"]
        return [MessageNewEvent.from_dict(event, infer_missing=True) for event in events]

    return decode
