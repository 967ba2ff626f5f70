"""The users, channels and channel histories of the Stream app."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .clock import rfc3339

DAY_NS = 86_400 * 1_000_000_000

USERS: dict[str, dict[str, Any]] = {
    "jane": {"name": "Jane", "role": "user", "teams": [], "favourite_colour": "green"},
    "john": {"name": "John", "role": "user", "teams": ["red"]},
    "alice": {"name": "Alice", "role": "admin", "teams": []},
    "bob": {"name": "Bob", "role": "user"},
}

CHANNELS: dict[str, tuple[tuple[str, ...], int, bool]] = {
    "messaging:general": (("jane", "john", "alice", "bob"), 120, True),
    "messaging:support": (("jane", "alice"), 40, True),
    "messaging:random": (("jane", "john"), 16, True),
    "messaging:private": (("alice",), 10, True),
    "messaging:busy": (("jane", "john"), 1200, True),
    "broadcast:news": (("jane", "john", "alice", "bob"), 5, False),
}
"""Channel cid: members, number of past events, whether custom events are on."""

HISTORY_KINDS = (
    "message.new",
    "message.read",
    "reaction.new",
    "message.updated",
    "member.added",
    "channel.updated",
    "message.deleted",
    "reaction.deleted",
    "notification.mark_read",
    "sandbox_unlisted_kind",
)


@dataclass
class Channel:
    """Hold a channel; its past events are made when somebody asks for them."""

    cid: str
    members: tuple[str, ...]
    custom_events: bool
    authors: dict[str, dict[str, Any]]
    length: int
    now_ns: int

    @cached_property
    def history(self) -> list[tuple[int, dict[str, Any]]]:
        """Return the past events with the moment of each, oldest first."""
        return [_event(self, index) for index in range(self.length)]


@dataclass
class StreamWorld:
    """Hold everything the Stream operations read, and what was sent to them."""

    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    sent: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def build(cls, now_ns: int) -> StreamWorld:
        """Build the world anew; its history covers the twenty days before `now_ns`."""
        world = cls()
        for user in USERS:
            world.users[user] = _user(user, now_ns)
        for cid, (members, count, custom_events) in CHANNELS.items():
            world.channels[cid] = Channel(cid, members, custom_events, world.users, count, now_ns)
        return world


def _user(user: str, now_ns: int) -> dict[str, Any]:
    return {
        "id": user,
        **USERS[user],
        "banned": False,
        "online": user == "jane",
        "language": "en",
        "created_at": rfc3339(now_ns - 400 * DAY_NS, 6),
        "updated_at": rfc3339(now_ns - 40 * DAY_NS, 9),
        "last_active": rfc3339(now_ns - DAY_NS // 24, 0),
    }


def _event(channel: Channel, index: int) -> tuple[int, dict[str, Any]]:
    """Build the event at a place of the history, evenly spread, newest a minute ago."""
    newest = channel.now_ns - 60 * 1_000_000_000
    at = newest - (channel.length - 1 - index) * (20 * DAY_NS // channel.length)
    rng = random.Random(f"{channel.cid}/{index}")
    kind = HISTORY_KINDS[index % len(HISTORY_KINDS)]
    author = channel.authors[rng.choice(channel.members)]
    # The precision differs on purpose: the API promises none.
    created_at = rfc3339(at, rng.choice((0, 3, 6, 9)))
    event: dict[str, Any] = {
        "type": kind,
        "created_at": created_at,
        "cid": channel.cid,
        "channel_type": channel.cid.partition(":")[0],
        "channel_id": channel.cid.partition(":")[2],
        "user": author,
    }
    if kind.startswith(("message.", "reaction.")) and kind != "message.read":
        event["message"] = _message(channel, index, author, created_at, deleted=kind == "message.deleted")
    if kind.startswith("reaction."):
        event["reaction"] = _reaction(event["message"]["id"], author, created_at)
    if kind == "member.added":
        event["member"] = _member(author, created_at)
    if kind == "channel.updated":
        event["channel"] = _channel(channel, created_at)
    if kind == "notification.mark_read":
        event |= {"total_unread_count": 0, "unread_channels": 0}
    return at, event


def _message(
    channel: Channel, index: int, author: dict[str, Any], at: str, *, deleted: bool
) -> dict[str, Any]:
    message: dict[str, Any] = {
        "id": f"{channel.cid.replace(':', '-')}-{index}",
        "cid": channel.cid,
        "text": "" if deleted else f"Message number {index} - größer 🙂",
        "html": "" if deleted else f"<p>Message number {index}</p>",
        "type": "deleted" if deleted else "regular",
        "user": author,
        "attachments": [{"type": "image", "image_url": "https://files.example/1.png", "size_label": "small"}],
        "latest_reactions": [],
        "own_reactions": [],
        "mentioned_users": [],
        "reaction_counts": {"like": 1},
        "reaction_scores": {"like": 1},
        "reply_count": 0,
        "pinned": False,
        "shadowed": False,
        "silent": False,
        "created_at": at,
        "updated_at": at,
        "order_number": index,
    }
    if deleted:
        message["deleted_at"] = at
    return message


def _reaction(message_id: str, author: dict[str, Any], at: str) -> dict[str, Any]:
    return {
        "type": "like",
        "score": 1,
        "message_id": message_id,
        "user_id": author["id"],
        "user": author,
        "created_at": at,
        "updated_at": at,
    }


def _member(user: dict[str, Any], at: str) -> dict[str, Any]:
    return {
        "user_id": user["id"],
        "user": user,
        "banned": False,
        "shadow_banned": False,
        "channel_role": "channel_member",
        "role": "member",
        "created_at": at,
        "updated_at": at,
    }


def _channel(channel: Channel, at: str) -> dict[str, Any]:
    kind, _, key = channel.cid.partition(":")
    return {
        "id": key,
        "type": kind,
        "cid": channel.cid,
        "disabled": False,
        "frozen": False,
        "member_count": len(channel.members),
        "created_at": at,
        "updated_at": at,
        "topic": "kept as custom data",
    }
