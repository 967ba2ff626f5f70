"""The journey sessions of Genesys Cloud and their events of every kind."""

from __future__ import annotations

import random
import uuid
from typing import Any

from .clock import rfc3339

LONG_SESSION = "0c9f4f6e-1b7d-4a52-9e83-5d2c6b7a8f90"
SHORT_SESSION = "2f6d8b1a-3c5e-4d79-a0b4-6e8f1c2d3a45"
EMPTY_SESSION = "7e1a9c3b-5d2f-4b68-8c0e-9f4a7d6b5c21"
ENDLESS_SESSION = "e4d3c2b1-a098-4f7e-8d6c-5b4a39281706"
"""A session whose pages name the same next page for ever, as some listings do."""

EVENTS = {LONG_SESSION: 450, SHORT_SESSION: 7, EMPTY_SESSION: 0, ENDLESS_SESSION: 0}

KINDS = {
    "WebEvent": "webEvent",
    "AppEvent": "appEvent",
    "WebActionEvent": "webActionEvent",
    "SegmentAssignmentEvent": "segmentAssignmentEvent",
    "OutcomeAchievedEvent": "outcomeAchievedEvent",
    "GenericActionEvent": "genericActionEvent",
    "SegmentAssignedEvent": "segmentAssignedEvent",
    "OutcomeAssignmentEvent": "outcomeAssignmentEvent",
}
"""Five current kinds, two older ones, and one that no document lists."""

_NAMESPACE = uuid.UUID("b1c2d3e4-f506-4718-92a3-b4c5d6e7f809")
_EPOCH_NS = 1_775_000_000 * 1_000_000_000
_STATES = ("qualified", "offered", "accepted", "started", "engaged", "completed", "missed")


def build_sessions() -> dict[str, list[dict[str, Any]]]:
    """Build all sessions anew, always the same."""
    return {session: [_event(session, index) for index in range(count)] for session, count in EVENTS.items()}


def _event(session: str, index: int) -> dict[str, Any]:
    kind, member = list(KINDS.items())[index % len(KINDS)]
    rng = random.Random(f"{session}/{index}")
    event: dict[str, Any] = {
        "id": str(uuid.uuid5(_NAMESPACE, f"{session}/{index}")),
        "correlationId": str(uuid.uuid5(_NAMESPACE, f"{session}/{index}/correlation")),
        "customerId": "c0ffee00-1d2e-4f3a-8b4c-5d6e7f809a1b",
        "customerIdType": "cookie",
        "session": {
            "id": session,
            "selfUri": f"/api/v2/journey/sessions/{session}",
            "type": "app" if kind == "AppEvent" else "web",
        },
        "eventType": f"com.genesys.journey.{kind}",
        "createdDate": _date(index),
        member: _PAYLOADS[kind](rng, index),
    }
    if rng.random() < 0.2:
        del event["customerId"], event["customerIdType"]
    return event


def _date(index: int) -> str:
    # Both forms are legal: with milliseconds and without.
    return rfc3339(_EPOCH_NS + index * 1_500_000_000, digits=0 if index % 5 == 0 else 3)


def _web_event(rng: random.Random, index: int) -> dict[str, Any]:
    return {
        "eventName": rng.choice(("page_viewed", "product_added", "form_submitted")),
        "totalEventCount": index + 1,
        "totalPageviewCount": index // 2 + 1,
        "page": _page(rng),
        **_visitor(rng),
        "ipAddress": None if rng.random() < 0.3 else f"192.0.2.{index % 250 + 1}",
        "referrer": _referrer(rng),
        "mktCampaign": {"source": "newsletter", "medium": "email", "name": "autumn", "clickId": "c-1"},
        "attributes": {"sku": {"dataType": "string", "value": f"SKU-{index}"}},
        "traits": {"loyalty": {"dataType": "integer", "value": "3"}},
        "searchQuery": rng.choice(("", "winter coats", "größe 42")),
        "authenticated": rng.random() < 0.5,
    }


def _app_event(rng: random.Random, index: int) -> dict[str, Any]:
    return {
        "eventName": "screen_viewed",
        "screenName": rng.choice(("Home", "Basket", "Account")),
        "app": {"name": "Shop", "namespace": "example.shop", "version": "3.1.0", "buildNumber": str(index)},
        "device": _device(rng) | {"category": "mobile", "manufacturer": "Example", "screenDensity": 420},
        "ipAddress": None,
        "sdkLibrary": {"name": "sandbox-sdk", "version": "1.2.3"},
        "networkConnectivity": {
            "carrier": "Example Mobile",
            "bluetoothEnabled": False,
            "cellularEnabled": True,
            "wifiEnabled": False,
        },
        "attributes": {},
        "traits": {},
    }


def _web_action_event(rng: random.Random, index: int) -> dict[str, Any]:
    return {
        "action": {
            "id": str(uuid.uuid5(_NAMESPACE, f"action/{index}")),
            "state": rng.choice(_STATES),
            "mediaType": rng.choice(("webMessagingOffer", "contentOffer", "openAction", "webchat")),
            "prompt": "Can we help?",
            "createdDate": _date(index),
        },
        "actionMap": _reference("actionmaps", index),
        "timeToDisposition": rng.randrange(10**12),
        **_visitor(rng),
        "ipAddress": "198.51.100.7",
        "visitReferrer": _referrer(rng),
    }


def _segment_assignment_event(rng: random.Random, _: int) -> dict[str, Any]:
    segment = str(uuid.uuid5(_NAMESPACE, f"segment/{rng.randrange(5)}"))
    return {"segment": {"id": segment, "selfUri": f"/api/v2/journey/segments/{segment}"}}


def _outcome_achieved_event(rng: random.Random, index: int) -> dict[str, Any]:
    return {"outcome": _reference("outcomes", index), **_visitor(rng), "visitCreatedDate": _date(index)}


def _generic_action_event(_: random.Random, index: int) -> dict[str, Any]:
    return {
        "action": {
            "id": str(uuid.uuid5(_NAMESPACE, f"generic/{index}")),
            "state": "missed",
            "mediaType": "webchat",
            "prompt": "Chat with us",
            "mediaAddress": "queue-7",
            "createdDate": _date(index),
        },
        "actionMap": _reference("actionmaps", index)
        | {"isActive": True, "triggerWithSegments": [], "pageUrlConditions": []},
    }


def _segment_assigned_event(rng: random.Random, index: int) -> dict[str, Any]:
    return {
        "segment": _reference("segments", index)
        | {
            "isActive": True,
            "color": "#008000",
            "shouldDisplayToAgent": True,
            "journey": {
                "patterns": [
                    {
                        "criteria": [
                            {
                                "key": "page.url",
                                "values": ["/basket"],
                                "shouldIgnoreCase": True,
                                "operator": "like",
                            }
                        ],
                        "count": 2,
                    }
                ]
            },
        },
        **_visitor(rng),
        "visitCreatedDate": _date(index),
    }


def _unlisted_event(rng: random.Random, index: int) -> dict[str, Any]:
    return {"outcome": {"id": f"outcome-{index}"}, "score": round(rng.random(), 3)}


_PAYLOADS = {
    "WebEvent": _web_event,
    "AppEvent": _app_event,
    "WebActionEvent": _web_action_event,
    "SegmentAssignmentEvent": _segment_assignment_event,
    "OutcomeAchievedEvent": _outcome_achieved_event,
    "GenericActionEvent": _generic_action_event,
    "SegmentAssignedEvent": _segment_assigned_event,
    "OutcomeAssignmentEvent": _unlisted_event,
}


def _reference(kind: str, index: int) -> dict[str, Any]:
    key = str(uuid.uuid5(_NAMESPACE, f"{kind}/{index % 4}"))
    return {
        "id": key,
        "selfUri": f"/api/v2/journey/{kind}/{key}",
        "version": index % 3 + 1,
        "displayName": f"{kind} {index % 4}",
    }


def _visitor(rng: random.Random) -> dict[str, Any]:
    return {
        "userAgentString": "Mozilla/5.0 (sandbox)",
        "browser": {
            "family": rng.choice(("Firefox", "Chrome", "Safari")),
            "version": str(rng.randrange(90, 140)),
            "lang": "en-GB",
            "viewHeight": 900,
            "viewWidth": 1440,
            "featuresFlash": False,
            "featuresJava": False,
            "featuresPdf": True,
            "featuresWebrtc": True,
        },
        "device": _device(rng),
        "geolocation": {
            "country": "CA",
            "countryName": "Canada",
            "latitude": 43.65 + rng.random() / 100,
            "longitude": -79.38,
            "locality": "Toronto",
            "timezone": "America/Toronto",
        },
        "ipOrganization": "Example Networks",
    }


def _device(rng: random.Random) -> dict[str, Any]:
    return {
        "category": rng.choice(("desktop", "tablet", "other")),
        "type": "Sandbox",
        "isMobile": rng.random() < 0.5,
        "screenHeight": 1080,
        "screenWidth": 1920,
        "osFamily": "Linux",
        "osVersion": "6",
    }


def _page(rng: random.Random) -> dict[str, Any]:
    path = rng.choice(("/", "/basket", "/products/coat"))
    return {
        "url": f"https://shop.example{path}?q=1",
        "title": "Shop",
        "domain": "shop.example",
        "hostname": "shop.example",
        "pathname": path,
        "queryString": "q=1",
        "breadcrumb": [part for part in path.split("/") if part],
    }


def _referrer(rng: random.Random) -> dict[str, Any]:
    return {
        "url": "https://search.example/results",
        "domain": "search.example",
        "hostname": "search.example",
        "pathname": "/results",
        "medium": rng.choice(("internal", "search", "social", "email", "unknown", "paid")),
    }
