"""Every row of the vendors' source pages is in the specifications."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.conformance.checker import CHECKS, missing
from tests.conformance.extract import FACTS, SPECS, dump, extract_all
from tests.conformance.material import cases, pages, spec
from tests.conformance.rows import Row, label

CASES = cases()
IDS = [f"{name.removesuffix('.yaml')}-{label(row)}" for name, row in CASES]


@pytest.mark.parametrize(("name", "row"), CASES, ids=IDS)
def test_row_is_in_the_specification(name: str, row: Row) -> None:
    """
    A fact a source page states is in the specification of its vendor.
    """
    assert missing(row, spec(name)) is None


def test_every_recorded_row_is_checked() -> None:
    """
    The rows above are all there are, each once, and there is a check for each kind.
    """
    recorded = [row for page in pages().values() for row in page["rows"]]

    assert len(recorded) == len(CASES) == len(set(IDS))
    assert set(SPECS.values()) == {page["spec"] for page in pages().values()}
    assert {row["kind"] for row in recorded} == set(CHECKS)


@pytest.mark.parametrize("name", sorted(pages()))
def test_every_table_row_became_a_fact(name: str) -> None:
    """
    Each line of a page's tables is recorded: one operation, one parameter or one status.
    """
    page = pages()[name]
    kinds = Counter(row["kind"] for row in page["rows"])

    assert page["table_rows"] == kinds["operation"] + kinds["parameter"] + kinds["status"]


def test_the_pages_still_say_what_is_recorded() -> None:
    """
    Reading the pages anew gives the recorded facts, sizes and checksums.
    """
    folder = os.environ.get("SOURCE_PAGES_DIR")
    if folder is None:
        pytest.skip(
            "SOURCE_PAGES_DIR does not point to the vendors' pages, which are not part of the repository"
        )

    assert FACTS.read_text(encoding="utf-8") == dump(extract_all(Path(folder)))
