"""
Use one installed package: import it, look for its type markers, call the sandbox.

Run in a fresh environment as ``python -I -W error probe.py <kit>``.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import os
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

SERVER = os.environ["SANDBOX_URL"]
CALLS: dict[str, tuple[str, dict[str, str], str, tuple[Any, ...], dict[str, Any]]] = {
    "snaptrade_kit": (
        "SnapTrade",
        {"base_url": f"{SERVER}/api/v1"},
        "connections.list_brokerage_authorizations",
        (),
        {"user_id": os.environ["DEMO_USER_ID"], "user_secret": os.environ["DEMO_USER_SECRET"]},
    ),
    "genesys_journey_kit": (
        "GenesysJourney",
        {"base_url": SERVER, "login_url": SERVER},
        "journey.get_journey_session_events",
        (os.environ["DEMO_SESSION_ID"],),
        {"page_size": 5},
    ),
    "stream_chat_kit": (
        "StreamChat",
        {},
        "events.send_event",
        tuple(os.environ["DEMO_CHANNEL"].split(":")),
        {"body": {"event": {"type": "typing.start", "user_id": os.environ["DEMO_SENDER"]}}},
    ),
}


async def awaited(kit: Any, name: str, settings: dict[str, str], call: str, *rest: Any) -> Any:
    """Call the async client."""
    async with getattr(kit, f"Async{name}").from_env(**settings) as client:
        return await operation(client, call)(*rest[0], **rest[1])


def operation(client: Any, call: str) -> Any:
    """Find the method."""
    resource, _, method = call.partition(".")
    return getattr(getattr(client, resource), method)


def main(name: str) -> None:
    """Try one package."""
    kit = importlib.import_module(name)
    generated = name.removesuffix("_kit") + "_openapi"
    for package in (name, generated):
        place = Path(inspect.getfile(importlib.import_module(package)))
        assert place.is_relative_to(sys.prefix), f"{package} comes from {place}"
        assert files(package).joinpath("py.typed").is_file(), f"{package} has no type marker"
    client_name, settings, call, positional, named = CALLS[name]
    with getattr(kit, client_name).from_env(**settings) as client:
        assert operation(client, call)(*positional, **named), "the sync call returned nothing"
    result = asyncio.run(awaited(kit, client_name, settings, call, positional, named))
    assert result, "the async call returned nothing"


if __name__ == "__main__":
    main(sys.argv[1])
