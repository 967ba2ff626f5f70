"""Answers as the vendors give them, the same bytes in every run; standard library only."""

from __future__ import annotations

import json
import re
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

__all__ = [
    "connections",
    "journey_events",
    "sent_event",
    "stream_events",
    "with_nanoseconds",
    "write_json",
]

_WORDS = [
    "the",
    "order",
    "has",
    "left",
    "our",
    "house",
    "and",
    "should",
    "reach",
    "you",
    "before",
    "noon",
    "on",
    "friday",
    "thanks",
    "for",
    "waiting",
]
_NAMES = ("Ada", "Grace", "Edsger", "Barbara", "Donald", "Frances", "Niklaus")
_CITIES = (
    ("CA", "Canada", "Toronto", 43.6532, -79.3832, "America/Toronto"),
    ("DE", "Germany", "Hamburg", 53.5511, 9.9937, "Europe/Berlin"),
    ("JP", "Japan", "Osaka", 34.6937, 135.5023, "Asia/Tokyo"),
)
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z")
_AGENT = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
)


def write_json(value: object) -> bytes:
    """Return the text of an answer, compact as servers write it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def with_nanoseconds(value: Any) -> Any:
    """Return a copy with dates as nanoseconds since 1970, the form that Stream's newer SDK reads."""
    if isinstance(value, dict):
        return {key: with_nanoseconds(part) for key, part in value.items()}
    if isinstance(value, list):
        return [with_nanoseconds(part) for part in value]
    if isinstance(value, str) and _DATE.fullmatch(value):
        return int(datetime.fromisoformat(value).timestamp()) * 1_000_000_000
    return value


def _uuid(chance: Random) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))


def _moment(chance: Random, fraction: str) -> str:
    day, hour, minute, second = (chance.randint(*span) for span in ((1, 28), (0, 23), (0, 59), (0, 59)))
    return f"2025-{chance.randint(1, 12):02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}"


def connections(count: int) -> list[dict[str, Any]]:
    """Return SnapTrade connections with their whole brokerage."""
    chance = Random(11)
    return [_connection(chance, number) for number in range(count)]


def _connection(chance: Random, number: int) -> dict[str, Any]:
    slug = ("MAPLE", "NORTHWIND", "HARBOUR", "CEDAR")[number % 4]
    name = slug.title()
    site = f"https://{slug.lower()}.example"
    return {
        "id": _uuid(chance),
        "created_date": _moment(chance, ".045678Z"),
        "updated_date": _moment(chance, ".000123+00:00"),
        "brokerage": {
            "id": _uuid(chance),
            "slug": slug,
            "name": name,
            "display_name": f"{name} Direct",
            "description": f"{name} is a broker for stocks, funds and options in North America.",
            "aws_s3_logo_url": f"https://logos.example/{slug.lower()}-logo.png",
            "aws_s3_square_logo_url": f"https://logos.example/{slug.lower()}-logo-square.png",
            "url": site,
            **dict.fromkeys(("enabled", "allows_trading"), True),
            **dict.fromkeys(("maintenance_mode", "is_degraded"), False),
            **dict.fromkeys(("allows_fractional_units", "has_reporting")),
            "is_real_time_connection": number % 2 == 0,
            "brokerage_type": {"id": _uuid(chance), "name": "Traditional Brokerage"},
            "exchanges": [_uuid(chance), _uuid(chance)],
            "open_url": f"{site}/open",
        },
        "name": f"Connection-{number}",
        "type": "trade" if number % 3 else "read",
        "disabled": number % 10 == 9,
        "disabled_date": _moment(chance, ".500000Z") if number % 10 == 9 else None,
        "meta": {"identifier": f"{slug.lower()}-{number}"},
        "is_eligible_for_payout": False,
        "data_freshness_mode": "delayed",
    }


def journey_events(count: int) -> dict[str, Any]:
    """Return a page of Genesys web events with page, browser, device and geolocation."""
    chance = Random(22)
    session = _uuid(chance)
    path = f"/api/v2/journey/sessions/{session}"
    return {
        "entities": [_journey_event(chance, session, number) for number in range(count)],
        "selfUri": f"{path}/events?pageSize={count}",
    }


def _journey_event(chance: Random, session: str, number: int) -> dict[str, Any]:
    country, country_name, city, latitude, longitude, timezone = _CITIES[number % len(_CITIES)]
    article = chance.randint(1000, 9999)
    return {
        "id": _uuid(chance),
        "correlationId": _uuid(chance),
        "customerId": _uuid(chance),
        "customerIdType": "cookie",
        "session": {"id": session, "selfUri": f"/api/v2/journey/sessions/{session}", "type": "web"},
        "eventType": "com.genesys.journey.WebEvent",
        "createdDate": _moment(chance, ".500Z"),
        "webEvent": {
            "eventName": "page_viewed",
            "totalEventCount": number + 1,
            "totalPageviewCount": number // 2 + 1,
            "page": {
                "url": f"https://shop.example/articles/{article}?colour=green",
                "title": f"Article {article} - Shop",
                "domain": "shop.example",
                "hostname": "shop.example",
                "pathname": f"/articles/{article}",
                "queryString": "colour=green",
                "breadcrumb": ["Home", "Garden", "Tools"],
            },
            "userAgentString": _AGENT,
            "browser": {
                "family": "Chrome",
                "version": str(90 + number % 40),
                "lang": "en-GB",
                "viewHeight": 900,
                "viewWidth": 1440,
                **dict.fromkeys(("isMobile", "featuresFlash", "featuresJava"), False),
                **dict.fromkeys(("featuresPdf", "featuresWebrtc"), True),
            },
            "device": {
                "category": "desktop",
                "type": "Linux desktop",
                "isMobile": False,
                "screenHeight": 1080,
                "screenWidth": 1920,
                "osFamily": "Linux",
                "osVersion": "6",
            },
            "geolocation": {
                "country": country,
                "countryName": country_name,
                "latitude": latitude,
                "longitude": longitude,
                "locality": city,
                "timezone": timezone,
            },
            "ipOrganization": "Example Networks",
            "ipAddress": f"192.0.2.{number % 256}",
            "referrer": {
                "url": "https://search.example/results?q=tools",
                "domain": "search.example",
                "hostname": "search.example",
                "pathname": "/results",
                "medium": "search",
            },
            "mktCampaign": {"source": "newsletter", "medium": "email", "name": "autumn", "clickId": "c-1"},
            "attributes": {"sku": {"dataType": "string", "value": f"SKU-{article}"}},
            "traits": {"loyalty": {"dataType": "integer", "value": str(number % 5)}},
            "searchQuery": "",
            "authenticated": number % 2 == 0,
        },
    }


def sent_event() -> dict[str, Any]:
    """Return Stream's answer to an event that was sent."""
    chance = Random(33)
    event = {"type": "typing.start", "created_at": _moment(chance, ".347382334Z"), "user": _user(0)}
    return {"event": event | {"cid": "messaging:general"}, "duration": "3.18ms"}


def stream_events(count: int) -> dict[str, Any]:
    """Return missed Stream events: new messages with reaction, member and channel."""
    chance = Random(44)
    return {"duration": "41.27ms", "events": [_stream_event(chance, number) for number in range(count)]}


def _user(number: int) -> dict[str, Any]:
    name = _NAMES[number % len(_NAMES)]
    return {
        "id": f"{name.lower()}-{number % 50}",
        "role": "user",
        "banned": False,
        "online": number % 2 == 0,
        "created_at": "2024-01-02T03:04:05.678901Z",
        "updated_at": "2025-05-02T03:04:05.678901Z",
        "last_active": f"2025-06-02T03:{number % 60:02}:05.270208768Z",
        "name": name,
        "image": f"https://pictures.example/{name.lower()}.png?size=96",
        "teams": ["red"],
        "language": "en",
        "favourite_colour": "green",
    }


def _stream_event(chance: Random, number: int) -> dict[str, Any]:
    moment = _moment(chance, f".{chance.randint(0, 999_999_999):09}Z")
    text = " ".join(chance.choices(_WORDS, k=12)).capitalize()
    identity = _uuid(chance)
    reaction = {
        "message_id": identity,
        "user_id": _user(number + 1)["id"],
        "user": _user(number + 1),
        "type": "like",
        "score": 1,
        "created_at": moment,
        "updated_at": moment,
    }
    return {
        "type": "message.new",
        "cid": "messaging:general",
        "channel_id": "general",
        "channel_type": "messaging",
        "channel_last_message_at": moment,
        "message": _message(number, identity, text, moment, reaction),
        "user": _user(number),
        "member": {
            "user_id": _user(number)["id"],
            "user": _user(number),
            "role": "member",
            "created_at": "2024-01-02T03:04:05.678901Z",
            "updated_at": "2024-01-02T03:04:05.678901Z",
            "banned": False,
            "shadow_banned": False,
            "channel_role": "channel_member",
        },
        "channel": {
            "id": "general",
            "type": "messaging",
            "cid": "messaging:general",
            "created_at": "2024-01-02T03:04:05.678901Z",
            "updated_at": "2024-01-02T03:04:05.678901Z",
            "last_message_at": moment,
            "created_by": _user(3),
            "frozen": False,
            "disabled": False,
            "member_count": 7,
            "name": "General",
            "image": "https://pictures.example/general.png",
        },
        "created_at": moment,
        "watcher_count": 3,
        "unread_count": 1,
        "total_unread_count": 5,
        "unread_channels": 2,
        "message_id": identity,
    }


def _message(number: int, identity: str, text: str, moment: str, reaction: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": identity,
        "text": text,
        "html": f"<p>{text}</p>\n",
        "type": "regular",
        "user": _user(number),
        "latest_reactions": [reaction],
        "reaction_counts": {"like": 1},
        "reaction_scores": {"like": 1},
        "reply_count": 0,
        "deleted_reply_count": 0,
        "cid": "messaging:general",
        "created_at": moment,
        "updated_at": moment,
        **{name: [] for name in ("attachments", "own_reactions", "mentioned_users")},
        **dict.fromkeys(("shadowed", "silent", "pinned"), False),
    }
