"""Find the hosts of a Genesys Cloud region; an account lives in exactly one."""

from __future__ import annotations

import httpx
from attrs import frozen
from genesys_journey_openapi._runtime.core import Server, checked_base_url
from genesys_journey_openapi._runtime.errors import ConfigurationError
from genesys_journey_openapi.client import SERVERS

__all__ = ["Hosts", "find_hosts"]


@frozen
class Hosts:
    """
    Where a region answers.

    Args:
        api: The base URL of the API.
        login: The base URL of the token endpoint.
    """

    api: str
    login: str


def _domain(server: Server) -> str:
    return httpx.URL(server.url).host.removeprefix("api.")


def find_hosts(region: str, base_url: str | None = None, login_url: str | None = None) -> Hosts:
    """
    Return the hosts of a region.

    The domains follow no formula, so a region has to be one of the list; for a new one pass
    base_url and login_url.

    Args:
        region: The domain (``mypurecloud.com``, ``usw2.pure.cloud``) or the AWS region
            (``us-west-2``, also ``us_west_2``).
        base_url: Stands in for the API host.
        login_url: Stands in for the login host; without it, a ``base_url`` whose host begins with
            ``api.`` gives a login host that begins with ``login.``, and any other serves both.

    Raises:
        ConfigurationError: The region is unknown.
    """
    if base_url is not None:
        api = checked_base_url(base_url)
        login = checked_base_url(login_url) if login_url else api.replace("://api.", "://login.", 1)
        return Hosts(api, login)
    if not isinstance(region, str):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without types
        raise ConfigurationError(f"region must be a text, not {type(region).__name__}")
    wanted = region.strip().lower().replace("_", "-").removeprefix("https://").removeprefix("api.")
    for server in SERVERS:
        if wanted in {_domain(server), server.extra["region"]}:
            login = checked_base_url(login_url) if login_url else server.extra["login-url"]
            return Hosts(server.url, login)
    known = ", ".join(_domain(server) for server in SERVERS)
    raise ConfigurationError(
        # Not repeated here: it may be a credential that was passed as the wrong argument.
        f"region is unknown; known are {known}. Or pass base_url and login_url."
    )
