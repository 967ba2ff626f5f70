"""Generation is complete, deterministic, incremental, and refuses what would get lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator_config import generate
from generator_config.generate import ROOT, VENDORS, Vendor, build, package_files
from generator_config.spec import SpecError

SNAPTRADE, GENESYS, STREAM = VENDORS
Breaker = Callable[[dict[str, Any]], None]


def _document(vendor: Vendor) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(vendor.spec.read_text())
    return loaded


def _write(document: dict[str, Any], path: Path) -> Path:
    yaml = YAML(typ="safe", pure=True)
    with path.open("w") as file:
        yaml.dump(document, file)
    return path


def _unknown_reference(document: dict[str, Any]) -> None:
    schema = document["components"]["schemas"]["RateOfReturnResponse"]
    schema["properties"]["data"]["items"]["$ref"] = "#/components/schemas/Nowhere"


def _dropped_operation(document: dict[str, Any]) -> None:
    document["paths"]["/authorizations/{authorizationId}/refresh"]["post"]["requestBody"] = {
        "content": {"text/csv": {"schema": {"type": "string"}}}
    }


def _lost_parameter(document: dict[str, Any]) -> None:
    parameter = next(
        entry
        for entry in document["paths"]["/sessionEvents"]["get"]["parameters"]
        if entry["name"] == "sessionId"
    )
    parameter["content"] = {"application/json": {"schema": parameter.pop("schema")}}


def _same_operation_name(document: dict[str, Any]) -> None:
    document["paths"]["/sessionEvents"]["get"]["operationId"] = "return_rates"


def _same_parameter_name(document: dict[str, Any]) -> None:
    parameters = document["paths"]["/sessionEvents"]["get"]["parameters"]
    parameters.append({"name": "session_id", "in": "query", "schema": {"type": "string"}})


def _same_property_name(document: dict[str, Any]) -> None:
    properties = document["components"]["schemas"]["Brokerage"]["properties"]
    properties["displayName"] = {"type": "string"}


def _property_named_like_a_method(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Brokerage"]["properties"]["toDict"] = {"type": "string"}


def _schema_named_like_an_export(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["RequestOptions"] = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
    }


def _unknown_extension(document: dict[str, Any]) -> None:
    document["paths"]["/sessionEvents"]["get"]["x-retry"] = 3


def _invalid_idempotent(document: dict[str, Any]) -> None:
    document["paths"]["/sessionEvents"]["get"]["x-idempotent"] = "sometimes"


def _invalid_accepts(document: dict[str, Any]) -> None:
    document["paths"]["/sessionEvents"]["get"]["parameters"][1]["x-accepts"] = ["tuple"]


@pytest.mark.parametrize(
    ("breaker", "element", "message"),
    [
        (_unknown_reference, "#/components/schemas/RateOfReturnResponse", "unknown $ref"),
        (_dropped_operation, "#/paths/~1authorizations~1{authorizationId}~1refresh/post", "would drop"),
        (_lost_parameter, "#/paths/~1sessionEvents/get/parameters/", "'sessionId' has no schema"),
        (_same_operation_name, "#/paths/~1sessionEvents/get", "same Python name 'return_rates'"),
        (_same_parameter_name, "#/paths/~1sessionEvents/get", "same Python name 'session_id'"),
        (_same_property_name, "#/components/schemas/Brokerage/properties/display", "same Python name"),
        (_property_named_like_a_method, "/Brokerage/properties/toDict", "collides with the model member"),
        (_schema_named_like_an_export, "class RequestOptions", "collides with a name"),
        (_unknown_extension, "#/paths/~1sessionEvents/get", "unknown extension 'x-retry'"),
        (_invalid_idempotent, "#/paths/~1sessionEvents/get/x-idempotent", "must be true or false"),
        (_invalid_accepts, "#/paths/~1sessionEvents/get/parameters/1/x-accepts", "must be a list"),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_a_mistake_stops_generation(
    breaker: Breaker, element: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line names file and element; the committed packages stay as they are."""
    document = _document(SNAPTRADE)
    breaker(document)
    broken = _write(document, tmp_path / "snaptrade.yaml")
    before = generate._digest(SNAPTRADE.target)

    with pytest.raises(SpecError) as caught:
        build(SNAPTRADE, broken, tmp_path / SNAPTRADE.package)

    text = str(caught.value)
    assert text.startswith("specs/snaptrade.yaml: ")
    assert element in text
    assert message in text
    assert "\n" not in text
    assert before == generate._digest(SNAPTRADE.target)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("style", "offset", "style must be 'cursor'"),
        ("cursor", "next", "unknown parameter 'next'"),
        ("items", "events", "unknown response property 'events'"),
        ("max_page_size", "many", "max_page_size must be a number"),
        ("extra", 1, "exactly the members"),
    ],
)
def test_invalid_pagination_is_refused(key: str, value: Any, message: str, tmp_path: Path) -> None:
    """``x-pagination`` must describe parameters and properties that exist."""
    document = _document(GENESYS)
    operation = document["paths"]["/api/v2/journey/sessions/{sessionId}/events"]["get"]
    operation["x-pagination"][key] = value

    with pytest.raises(SpecError, match=message):
        build(GENESYS, _write(document, tmp_path / "genesys_journey.yaml"), tmp_path / GENESYS.package)


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)
def test_committed_packages_are_what_the_specifications_give(vendor: Vendor, tmp_path: Path) -> None:
    """Generating again, under another hash seed and ruff configuration, gives the same bytes."""
    (tmp_path / "ruff.toml").write_text("line-length = 40\n[format]\nquote-style = 'single'\n")
    (tmp_path / "pyproject.toml").write_text("[project]\nname='x'\nversion='0'\nrequires-python='>=3.8'\n")
    fresh = tmp_path / vendor.package
    program = (
        "import sys; from pathlib import Path; from generator_config.generate import VENDORS, build\n"
        "vendor = next(v for v in VENDORS if v.name == sys.argv[1])\n"
        "build(vendor, vendor.spec, Path(sys.argv[2]))"
    )

    subprocess.run(
        [sys.executable, "-c", program, vendor.name, str(fresh)],
        check=True,
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin"},
    )

    assert list(package_files(vendor.target)) == list(package_files(fresh))
    for name in package_files(fresh):
        assert (vendor.target / name).read_bytes() == (fresh / name).read_bytes(), name


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the parts that generation reads and writes."""
    for part in ("specs", "generated"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(generate, "CACHE", tmp_path / ".cache")
    return tmp_path


def _state(house: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in sorted((house / "generated").rglob("*.py"))
        if "__pycache__" not in path.parts
    }


def test_only_the_changed_vendor_is_regenerated(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed description changes that vendor's package only, and the next run does nothing."""
    generate.generate(VENDORS)
    before = _state(house)
    spec = house / "specs" / "snaptrade.yaml"
    spec.write_text(spec.read_text().replace("Delete a connection", "Delete one connection for good"))
    capsys.readouterr()

    generate.generate(VENDORS)

    output = capsys.readouterr().out
    assert "generated/snaptrade_openapi: written" in output
    assert output.count("is current") == 2
    changed = {name for name, content in _state(house).items() if before.get(name) != content}
    assert changed
    assert all("snaptrade_openapi" in name for name in changed)
    generate.generate(VENDORS)
    assert capsys.readouterr().out.count("is current") == 3


def test_a_mistake_leaves_every_package_untouched(house: Path) -> None:
    """When one specification is wrong, the packages of the others are not written either."""
    before = _state(house)
    spec = house / "specs" / "stream_chat.yaml"
    spec.write_text(spec.read_text().replace("x-idempotent: true", "x-idempotent: maybe", 1))

    with pytest.raises(SpecError):
        generate.generate(VENDORS, force=True)

    assert before == _state(house)


def test_check_prints_the_difference(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Edited, missing and surplus files of a package are all found and shown."""
    package = house / "generated" / "snaptrade_openapi"
    (package / "client.py").write_text((package / "client.py").read_text() + "\nEDITED = True\n")
    (package / "py.typed").unlink()
    (package / "left_over.py").write_text("")

    assert generate.main(["--check"]) == 1

    output = capsys.readouterr().out
    assert "-EDITED = True" in output
    assert "py.typed: not committed" in output
    assert "left_over.py: committed but not generated" in output


def test_everything_deleted_comes_back(house: Path) -> None:
    """After deleting ``generated`` one run restores every byte."""
    before = _state(house)
    shutil.rmtree(house / "generated")

    assert generate.main([]) == 0

    assert before == _state(house)


def test_the_command_reports_a_mistake_on_one_line(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command ends with status 1 and the error on stderr."""
    (house / "specs" / "snaptrade.yaml").write_text("a: [")

    assert generate.main([]) == 1

    assert "specs/snaptrade.yaml: #: is not YAML" in capsys.readouterr().err
