"""The conformance check notices each single fact that a specification loses."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.conformance.checker import missing
from tests.conformance.material import cases, spec
from tests.conformance.rows import Row, label, operation_id

Change = Callable[[dict[str, Any], dict[str, Any], Row], None]


def _parameter(operation: dict[str, Any], row: Row) -> dict[str, Any]:
    found: dict[str, Any] = next(
        parameter for parameter in operation["parameters"] if parameter["name"].lower() == row["name"].lower()
    )
    return found


def _remove_parameter(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    operation["parameters"].remove(_parameter(operation, row))


def _move_parameter(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    _parameter(operation, row)["in"] = "cookie"


def _flip_required(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    parameter = _parameter(operation, row)
    parameter["required"] = not parameter.get("required", False)


def _change_type(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    _parameter(operation, row)["schema"] = {"type": "integer"}


def _drop_description(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    del _parameter(operation, row)["description"]


def _flip_required_body(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    operation["requestBody"]["required"] = not row["required"]


def _change_body(_: dict[str, Any], operation: dict[str, Any], __: Row) -> None:
    operation["requestBody"]["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Other"}


def _remove_status(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    del operation["responses"]["default" if row["status"] == "0" else row["status"]]


def _remove_header(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    del operation["responses"][row["status"]]["headers"][row["header"]]


def _remove_authorization(_: dict[str, Any], operation: dict[str, Any], row: Row) -> None:
    wanted = str(row["value"]).replace(" ", "")
    operation["security"] = [
        {name: scopes for name, scopes in alternative.items() if name != wanted}
        for alternative in operation["security"]
    ]


def _change_return_type(_: dict[str, Any], operation: dict[str, Any], __: Row) -> None:
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            response["content"] = {"application/json": {"schema": {"type": "array", "items": {}}}}


def _remove_summary(_: dict[str, Any], operation: dict[str, Any], __: Row) -> None:
    del operation["summary"]


def _remove_server(document: dict[str, Any], _: dict[str, Any], row: Row) -> None:
    document["servers"] = [server for server in document["servers"] if server["url"] != row["value"]]


def _change_content_type(_: dict[str, Any], operation: dict[str, Any], __: Row) -> None:
    media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    operation["requestBody"] = {"required": True, "content": {"text/plain": media}}


CHANGES: dict[str, tuple[Callable[[Row], bool], Change]] = {
    "parameter-removed": (
        lambda row: row["kind"] == "parameter" and row["place"] != "body",
        _remove_parameter,
    ),
    "parameter-moved": (lambda row: row["kind"] == "parameter" and row["place"] != "body", _move_parameter),
    "required-flipped": (lambda row: row["kind"] == "parameter" and row["place"] != "body", _flip_required),
    "type-changed": (lambda row: row["kind"] == "parameter" and row["place"] != "body", _change_type),
    "description-dropped": (
        lambda row: row["kind"] == "parameter" and row["place"] != "body" and row["described"],
        _drop_description,
    ),
    "body-optional": (lambda row: row["kind"] == "parameter" and row["place"] == "body", _flip_required_body),
    "body-changed": (lambda row: row["kind"] == "parameter" and row["place"] == "body", _change_body),
    # A success also carries the return type and a 429 its headers, so these cannot be lost alone.
    "status-removed": (
        lambda row: row["kind"] == "status" and row["status"] in ("0", "400", "404"),
        _remove_status,
    ),
    "header-removed": (lambda row: row["kind"] == "header", _remove_header),
    "authorization-removed": (lambda row: row["kind"] == "authorization", _remove_authorization),
    "return-type-changed": (
        lambda row: row["kind"] == "return_type" and row["value"] is not None,
        _change_return_type,
    ),
    "summary-removed": (lambda row: row["kind"] == "operation", _remove_summary),
    "server-removed": (lambda row: row["kind"] == "base_url", _remove_server),
    "content-type-changed": (lambda row: row["kind"] == "content_type", _change_content_type),
}

CASES = [
    pytest.param(name, row, change, id=f"{name.removesuffix('.yaml')}-{title}-{label(row)}")
    for title, (applies, change) in CHANGES.items()
    for name, row in cases()
    if applies(row)
]


@pytest.mark.parametrize(("name", "row", "change"), CASES)
def test_a_lost_fact_is_named(name: str, row: Row, change: Change) -> None:
    """
    A specification that loses one fact fails for exactly the row that states it.
    """
    document = {**spec(name), "paths": copy.deepcopy(spec(name)["paths"])}
    operations = {
        operation["operationId"]: operation
        for item in document["paths"].values()
        for operation in item.values()
    }

    assert missing(row, document) is None
    change(document, operations.get(operation_id(row.get("operation", "")), {}), row)

    lost = [
        other
        for vendor, other in cases()
        if vendor == name and missing(other, document) != missing(other, spec(name))
    ]
    assert lost == [row]
    assert (missing(row, document) or "").startswith(label(row))


@pytest.mark.parametrize("name", sorted({name for name, _ in cases()}))
def test_a_lost_operation_takes_all_its_rows_along(name: str) -> None:
    """
    Without its paths a specification fails for every row but the base URL.
    """
    document = {**spec(name), "paths": {}}

    kept = [row["kind"] for vendor, row in cases() if vendor == name and not missing(row, document)]

    assert kept == ["base_url"]


@pytest.mark.parametrize(
    ("page_name", "expected"),
    [
        ("detailBrokerageAuthorization", "detailBrokerageAuthorization"),
        ("GetJourneySessionEvents", "getJourneySessionEvents"),
        ("send_user_custom_event", "sendUserCustomEvent"),
        ("sync_0", "sync"),
    ],
)
def test_operation_names_lose_only_their_spelling(page_name: str, expected: str) -> None:
    """
    The three spellings of operation names lead to the vendor's own name.
    """
    assert operation_id(page_name) == expected
