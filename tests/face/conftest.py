"""Each test runs for each package; those that ask for a twin run for sync and async, too."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator

import pytest

from .vendors import VENDORS, Twin, Vendor


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the variables that the packages read."""
    for name in list(os.environ):
        if name.startswith(("SNAPTRADE_", "GENESYSCLOUD_", "STREAM_")):
            monkeypatch.delenv(name)


@pytest.fixture(params=VENDORS, ids=lambda vendor: vendor.kit)
def vendor(request: pytest.FixtureRequest) -> Vendor:
    """Return one package after the other."""
    found: Vendor = request.param
    return found


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def twin(request: pytest.FixtureRequest, vendor: Vendor) -> Iterator[Twin]:
    """Return the two halves of each package."""
    with asyncio.Runner() as runner:
        yield Twin(vendor, request.param, runner)
