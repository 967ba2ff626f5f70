"""Requests made by hand, as a client of each vendor would send them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from pathlib import Path
from typing import Any

import httpx

from . import world

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
FORM = {"content-type": "application/x-www-form-urlencoded"}


def load_vectors(name: str) -> list[dict[str, Any]]:
    """Read one file of known signatures."""
    vectors: list[dict[str, Any]] = json.loads((VECTORS / name).read_text(encoding="utf-8"))["vectors"]
    return vectors


def sign(path: str, query: str) -> str:
    """Sign a SnapTrade request that has no body."""
    text = '{"content":null,"path":"' + path + '","query":"' + query + '"}'
    key = world.SNAPTRADE_CONSUMER_KEY.encode()
    return base64.b64encode(hmac.new(key, text.encode(), hashlib.sha256).digest()).decode()


def snaptrade(
    http: httpx.Client, method: str, path: str, query: str = "", *, at: float | None = None
) -> httpx.Response:
    """Send a signed SnapTrade request."""
    stamp = int(time.time() if at is None else at)
    full = f"clientId={world.SNAPTRADE_CLIENT_ID}&timestamp={stamp}" + (f"&{query}" if query else "")
    return http.request(method, f"{path}?{full}", headers={"signature": sign(path, full)})


def as_user(user: str, more: str = "") -> str:
    """Return the query members that name a SnapTrade user."""
    return f"userId={user}&userSecret={world.SNAPTRADE_USERS[user]}{more}"


def genesys_token(http: httpx.Client, client: str = world.GENESYS_CLIENT_ID) -> str:
    """Get a Genesys token."""
    response = http.post(
        "/oauth/token",
        auth=(client, world.GENESYS_CLIENT_SECRET),
        content="grant_type=client_credentials",
        headers=FORM,
    )
    token: str = response.json()["access_token"]
    return token


def jwt(claims: dict[str, Any], *, secret: str = world.STREAM_API_SECRET, alg: str = "HS256") -> str:
    """Make a Stream token."""
    signed = f"{_part({'alg': alg, 'typ': 'JWT'})}.{_part(claims)}"
    mac = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def _part(value: object) -> str:
    text = json.dumps(value, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def stream(
    http: httpx.Client, path: str, body: object, *, token: str | None = None, query: str = ""
) -> httpx.Response:
    """Send a Stream request, with a server token unless another is given."""
    headers = {"stream-auth-type": "jwt", "authorization": token or jwt({"server": True})}
    headers["content-type"] = "application/json"
    url = f"{path}?api_key={world.STREAM_API_KEY}{query}"
    return http.post(url, content=json.dumps(body), headers=headers)
