"""The extractor reads all of a page or refuses it."""

from __future__ import annotations

import hashlib

import pytest

from tests.conformance.extract import UnknownRowError, extract_page
from tests.conformance.rows import label

PAGE = """\
# openapi_client.EventsApi

All URIs are relative to *https://chat.example.com*

Method | HTTP request | Description
------------- | ------------- | -------------
[**greet_0**](EventsApi.md#greet_0) | **POST** /people/{name} | Greet


# **greet_0**
> Greeting greet_0(name, wish, loud=loud)

```python
name = 'name_example' # str | not a table row
```

### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **name** | **str**| Whom |
 **wish** | [**Wish**](Wish.md)|  |
 **loud** | **bool**|  | [optional]

### Return type

[**List&lt;Greeting&gt;**](Greeting.md)

### Authorization

[key](../README.md#key), [JWT](../README.md#JWT)

### HTTP request headers

 - **Content-Type**: application/json
 - **Accept**: Not defined

### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**201** | Done |  * X-Left - Calls left <br>  |
**0** | Failed |  -  |
"""


def test_a_page_becomes_rows() -> None:
    """
    Each table row and each statement beside the tables becomes one fact.
    """
    page = extract_page(PAGE.encode())

    assert (page["table_rows"], page["format"], page["spec"]) == (6, "python", "stream_chat.yaml")
    assert (page["bytes"], page["sha256"]) == (len(PAGE), hashlib.sha256(PAGE.encode()).hexdigest())
    assert [label(row) for row in page["rows"]] == [
        "page-base_url-https://chat.example.com",
        "greet_0-accept-None",
        "greet_0-authorization-JWT",
        "greet_0-authorization-key",
        "greet_0-content_type-application/json",
        "greet_0-header-201-X-Left",
        "greet_0-operation",
        "greet_0-parameter-loud",
        "greet_0-parameter-name",
        "greet_0-parameter-wish",
        "greet_0-return_type-List<Greeting>",
        "greet_0-status-0",
        "greet_0-status-201",
    ]


def test_parameters_keep_place_type_and_requiredness() -> None:
    """
    The path template tells path parameters, a link tells the body, the rest is the query.
    """
    rows = {row["name"]: row for row in extract_page(PAGE.encode())["rows"] if row["kind"] == "parameter"}

    assert _facts(rows["name"]) == ("path", "str", True, True)
    assert _facts(rows["wish"]) == ("body", "Wish", True, False)
    assert _facts(rows["loud"]) == ("query", "bool", False, False)


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        pytest.param("[optional]", "[default to true]", id="note"),
        pytest.param("**POST** /people", "POST /people", id="route"),
        pytest.param("**loud** | **bool**", "loud | **bool**", id="name"),
        pytest.param("**bool**|  | [optional]", "**bool**|", id="cells"),
        pytest.param("* X-Left - Calls left", "X-Left", id="header"),
        pytest.param("Response headers", "Headers", id="columns"),
        pytest.param("|-------------|-------------|------------------|\n", "", id="rule"),
        pytest.param(" - **Accept**:", " - **Cookie**:", id="media-type"),
        pytest.param("[key](../README.md#key)", "key", id="authorization"),
        pytest.param("[**List&lt;Greeting&gt;**](Greeting.md)", "Greeting", id="return-type"),
        pytest.param("### Parameters", "#### Parameters", id="heading"),
        pytest.param("# **greet_0**\n", "", id="section"),
        pytest.param("# **greet_0**\n", "# **wave**\n", id="operation"),
    ],
)
def test_what_is_not_understood_is_refused(known: str, unknown: str) -> None:
    """
    A line the extractor does not know is an error that names the line, never a lost row.
    """
    assert known in PAGE
    with pytest.raises(UnknownRowError, match=r"^line \d+ is not understood"):
        extract_page(PAGE.replace(known, unknown).encode())


@pytest.mark.parametrize(
    ("known", "unknown", "reason"),
    [
        pytest.param("EventsApi", "OtherApi", "not a known kind of source page", id="api"),
        pytest.param("```python", "```perl", "not a known kind of source page", id="format"),
        pytest.param("### Authorization", "### Other", "has only", id="no-authorization"),
        pytest.param(" **loud** |", " **name** |", "stated twice", id="twice"),
        pytest.param(
            "| Greet\n",
            "| Greet\n[**wave**](EventsApi.md#wave) | **POST** /waves | Wave\n",
            "table of operations",
            id="operations",
        ),
    ],
)
def test_an_incomplete_page_is_refused(known: str, unknown: str, reason: str) -> None:
    """
    A page that lacks a part, or says something twice, is an error.
    """
    with pytest.raises(ValueError, match=reason):
        extract_page(PAGE.replace(known, unknown).encode())


def _facts(row: object) -> tuple[object, ...]:
    assert isinstance(row, dict)
    return row["place"], row["type"], row["required"], row["described"]
