"""The rules of the sync operation: what a user missed since a moment."""

from __future__ import annotations

from typing import Any

from .clock import parse_rfc3339, rfc3339
from .world_stream import DAY_NS, StreamWorld

MAX_CIDS = 255
MAX_AGE_NS = 30 * DAY_NS


def missed_events(
    world: StreamWorld,
    *,
    user: dict[str, Any],
    cids: list[str],
    since: str,
    now_ns: int,
    cap: int,
    list_inaccessible: bool,
) -> dict[str, Any]:
    """Collect the events of the channels a user may read.

    Raises:
        ValueError: The request breaks one of the rules; the text says which.

    """
    if not 1 <= len(cids) <= MAX_CIDS:
        raise ValueError(f"channel_cids must have 1 to {MAX_CIDS} items, duplicates included")
    malformed = [cid for cid in cids if ":" not in cid]
    if malformed:
        raise ValueError(f"{malformed[0]} is not a channel cid")
    since_ns = parse_rfc3339(since)
    if now_ns - since_ns > MAX_AGE_NS:
        raise ValueError("Too old last_sync_at: it lies more than 30 days back")

    found: list[tuple[int, dict[str, Any]]] = []
    inaccessible: list[str] = []
    for cid in dict.fromkeys(cids):
        channel = world.channels.get(cid)
        if channel is None or user["id"] not in channel.members:
            inaccessible.append(cid)
        else:
            found += [pair for pair in channel.history if pair[0] >= since_ns]
    if len(found) > cap:
        raise ValueError(f"Too many events to sync: {len(found)}, at most {cap} are given")
    events = [event for _, event in sorted(found, key=lambda pair: pair[0])]
    if list_inaccessible:
        return {"events": events, "inaccessible_cids": inaccessible}
    return {"events": [*events, *(_removed(cid, user, now_ns) for cid in inaccessible)]}


def _removed(cid: str, user: dict[str, Any], now_ns: int) -> dict[str, Any]:
    """Build the event that stands for a channel the user cannot read."""
    kind, _, key = cid.partition(":")
    return {
        "type": "notification.removed_from_channel",
        "cid": cid,
        "channel_type": kind,
        "channel_id": key,
        "created_at": rfc3339(now_ns, 6),
        "user": user,
    }
