"""Load the specifications and the recorded facts once per run."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML

from tests.conformance.extract import FACTS
from tests.conformance.rows import Page, Row

SPECS = Path(__file__).parents[2] / "specs"


@functools.cache
def pages() -> dict[str, Page]:
    """
    Return the recorded facts of each page, keyed by the page's file name.
    """
    return cast("dict[str, Page]", json.loads(FACTS.read_text(encoding="utf-8")))


@functools.cache
def spec(name: str) -> dict[str, Any]:
    """
    Return one specification; callers must not change it.
    """
    return cast("dict[str, Any]", YAML(typ="safe").load(SPECS / name))


def cases() -> list[tuple[str, Row]]:
    """
    Return every recorded row with the specification that has to contain it.
    """
    return [(page["spec"], row) for page in pages().values() for row in page["rows"]]
