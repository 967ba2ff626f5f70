"""The parts of the bench that take no time: statistics, table, drawing, answers."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from stream_chat_kit import SyncResponse

from . import payloads
from .environments import ROOT
from .figures import Row, Target, as_amount, ratios
from .page import BEGIN, END, between_marks
from .plot import draw
from .profiling import as_table, place_of, profile
from .starts import STARTS
from .table import as_markdown, as_ratio, as_text
from .walking import walk

ROWS = [
    Row(
        work="sync call & more",
        raw="380 us",
        ours=0.78,
        stock=1.21,
        sdks={"SnapTrade": 1.15, "slow": 108.2},
        target=Target(0.8),
    ),
    Row(work="50 tasks", raw="700/s", ours=3.5, target=Target(4, "at least"), bigger_is_better=True),
    Row(work="nothing wanted", raw="1.0 ms", ours=5.0),
]


def test_ratio_is_the_median_of_turns() -> None:
    """A turn in which the machine was busy with something else does not count."""
    samples = {"raw": [1.0, 2.0, 1.0, 1.0], "ours": [0.5, 1.0, 9.0, 0.5], "slow": [3.0]}
    assert ratios(samples) == {"ours": 0.5, "slow": 3.0}


@pytest.mark.parametrize(
    ("target", "ratio", "met"),
    [
        (Target(0.8), 0.8, True),
        (Target(0.8), 0.804, True),
        (Target(0.8), 0.81, False),
        (Target(4, "at least"), 4.2, True),
        (Target(4, "at least"), 3.9, False),
    ],
)
def test_target(target: Target, ratio: float, met: bool) -> None:
    """A target is judged by the digits that are shown."""
    assert target.is_met(ratio) is met


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.000_38, "s", "380 us"),
        (0.0123, "s", "12.3 ms"),
        (2.5, "s", "2.50 s"),
        (142e6, "bytes", "142 MB"),
        (1234.5, "/s", "1,234/s"),
    ],
)
def test_amounts(value: float, unit: Any, text: str) -> None:
    """Amounts have a unit in which they can be read."""
    assert as_amount(value, unit) == text


def test_text_table() -> None:
    """Each row has its verdict; a row without a target has none."""
    lines = as_text(ROWS).splitlines()
    assert lines[0].split() == ["work", "raw", "ours", "stock", "official", "SDKs", "target", "met?"]
    assert lines[2].endswith("SnapTrade 1.15x, slow 108x  ≤ 0.8x  yes")
    assert lines[3].endswith("≥ 4x    NO")
    assert lines[4].endswith("5.00x")


def test_markdown_table() -> None:
    """All lines of the table have the same number of cells."""
    lines = as_markdown(ROWS).splitlines()
    assert {line.count("|") for line in lines} == {8}
    assert lines[3] == "| 50 tasks | 700/s | 3.50x |  |  | ≥ 4x | NO |"


def test_missing_ratio_is_empty() -> None:
    """A client that does not take part leaves an empty cell."""
    assert as_ratio(None) == ""


def test_drawing_is_well_formed() -> None:
    """Every ratio has a bar inside the picture, and every target a mark."""
    root = ET.fromstring(draw(ROWS))
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    bars = [one for one in root.iter() if one.tag.endswith("rect") and one.get("x") == "340"]
    assert len(bars) == 6
    for bar in bars:
        assert 340 + float(bar.attrib["width"]) <= width
        assert float(bar.attrib["y"]) + float(bar.attrib["height"]) <= height
    marks = [one for one in root.iter() if one.tag.endswith("line") and one.get("stroke") == "#b3261e"]
    assert len(marks) == 2 + 1  # one explains the others
    assert "sync call & more" in {one.text for one in root.iter()}


def test_only_the_figures_of_a_page_are_replaced() -> None:
    """What people wrote around the marks stays."""
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert between_marks(page, "new\n") == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"
    with pytest.raises(ValueError, match="needs the marks"):
        between_marks("no marks", "new")


def test_places_of_the_profile() -> None:
    """Time is booked on our modules one by one and on dependencies as a whole."""
    assert place_of("/x/site-packages/snaptrade_openapi/_runtime/exchange.py") == "ours: exchange"
    assert place_of("/x/site-packages/snaptrade_kit/_auth.py") == "ours: overlay"
    assert place_of("/x/site-packages/snaptrade_openapi/api/x.py") == "ours: generated"
    assert place_of("/x/site-packages/httpcore/_sync/http11.py") == "httpcore"
    assert place_of("/x/lib/python3.11/threading.py") == "stdlib: threading"
    assert place_of("/x/lib/python3.11/json/decoder.py") == "stdlib: json"
    assert place_of("<string>") == "other"


def test_profile_adds_up() -> None:
    """The parts make up the whole."""
    parts = profile(lambda: json.loads(json.dumps([1, 2, 3])), 50)
    assert sum(parts.values()) == pytest.approx(2 * parts["total"])
    assert "stdlib: json" in parts


def test_table_of_the_profile() -> None:
    """The dearest place comes first, and small ones are summed up."""
    parts = {"h11": 2.0, "stdlib: json": 3.0, "ours: pool": 0.5, "other": 0.5, "total": 6.0}
    assert as_table({"one": parts}).splitlines()[2:] == [
        "| stdlib: json | 3 |",
        "| h11 | 2 |",
        "| other | 1 |",
        "| total | 6 |",
    ]


def test_walk_reads_every_attribute() -> None:
    """Lists, dicts, our models and classes of swagger-codegen are walked through."""

    class Generated:
        def __init__(self) -> None:
            self.swagger_types = {"first": "str", "second": "list[str]"}
            self.first = "a"
            self.second = ["b", None]

    assert walk({"a": [1, "x"], "b": None}) == 3
    assert walk(Generated()) == 1 + 1 + 2
    events = payloads.stream_events(2)
    read = SyncResponse.from_dict(events)
    assert walk(read) > walk(events)
    assert read.to_dict() == events


@pytest.mark.parametrize(
    ("spec", "schema", "answers"),
    [
        ("snaptrade", "BrokerageAuthorization", payloads.connections(12)),
        ("genesys_journey", "EventListing", [payloads.journey_events(12)]),
        ("stream_chat", "SyncResponse", [payloads.stream_events(12)]),
        ("stream_chat", "EventResponse", [payloads.sent_event()]),
    ],
    ids=["connections", "journey", "stream", "sent"],
)
def test_answers_are_what_the_specification_admits(spec: str, schema: str, answers: list[Any]) -> None:
    """Nothing is measured on answers that no server would give."""
    document = YAML(typ="safe").load(ROOT / "specs" / f"{spec}.yaml")
    parts = {"components": document["components"], "$ref": f"#/components/schemas/{schema}"}
    validator = Draft202012Validator(parts)
    assert [error.message for answer in answers for error in validator.iter_errors(answer)] == []


def test_answers_are_the_same_in_every_run() -> None:
    """Figures of two runs are about the same bytes, and a longer answer begins like a shorter one."""
    assert payloads.write_json(payloads.stream_events(3)) == payloads.write_json(payloads.stream_events(3))
    assert payloads.connections(5)[:3] == payloads.connections(3)


def test_nanoseconds() -> None:
    """The newer form has numbers in place of dates and nothing else changed."""
    event = payloads.with_nanoseconds(payloads.sent_event())["event"]
    assert isinstance(event["created_at"], int)
    assert event["user"]["created_at"] == 1_704_164_645_000_000_000
    assert event["type"] == "typing.start"


def test_starts_are_python() -> None:
    """What is run in fresh processes compiles."""
    for start in STARTS.values():
        compile(f"{start.load}\nclient = {start.make}\n{start.call}", "<start>", "exec")


def test_committed_results_belong_together() -> None:
    """The page shows the rows that the JSON file has."""
    rows = json.loads((ROOT / "docs" / "performance.json").read_text(encoding="utf-8"))["rows"]
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    missing = [row["work"] for row in rows if f"| {row['work']} | {row['raw']} |" not in page]
    assert rows
    assert missing == []
