"""Every rule of the spec linter finds its mistake and names the file and the element."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator_config.lint_specs import main
from generator_config.spec_lint import RULES
from generator_config.spec_lint.structure import snake_case

SOUND = """\
openapi: 3.1.0
info:
  title: Things API
  version: 1.0.0
  description: Things and what happens to them.
servers:
  - url: https://api.example.com
    description: The only server.
    x-region: us-east-1
    x-login-url: https://login.example.com
  - url: https://api.example.org
    description: The other server.
    x-region: eu-west-1
    x-login-url: https://login.example.org
tags:
  - name: Things
    description: Things.
security:
  - Key: []
paths:
  /things:
    get:
      tags:
        - Things
      operationId: listThings
      summary: List things
      description: Returns things page by page.
      x-source:
        from:
          - Things page
        era: both
        note: The page has no note.
      x-idempotent: true
      x-pagination:
        style: cursor
        items: things
        next: nextUri
        cursor: after
        page_size: pageSize
        max_page_size: 200
      parameters:
        - name: after
          in: query
          required: false
          description: Cursor of the page before.
          schema:
            type: string
          example: abc
        - name: pageSize
          in: query
          required: false
          description: Things per page.
          schema:
            type: string
          example: '100'
          x-accepts:
            - integer
        - name: userSecret
          in: query
          required: true
          description: Secret of the user.
          schema:
            type: string
          x-secret: true
      responses:
        '200':
          description: A page.
          headers:
            X-Request-ID:
              $ref: '#/components/headers/X-Request-ID'
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Page'
              example:
                things:
                  - id: 0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415
                    created: '2025-09-12T14:03:27.418205Z'
                    color: red
                nextUri: /things?after=abc
        default:
          description: Any failure.
          x-bodiless: true
      security:
        - Key: []
  /things/remove:
    post:
      tags:
        - Things
      operationId: removeThing
      summary: Remove a thing
      description: Removes a thing.
      x-source:
        from:
          - Things page
        era: page
      x-idempotent: false
      parameters: []
      requestBody:
        description: The thing to remove.
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Thing'
            example:
              id: 0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415
      responses:
        '204':
          description: The thing is gone.
          headers:
            X-Request-ID:
              $ref: '#/components/headers/X-Request-ID'
      security:
        - Key: []
components:
  securitySchemes:
    Key:
      type: apiKey
      in: query
      name: key
      description: Public key of the caller.
  headers:
    X-Request-ID:
      description: Id of the request.
      required: false
      schema:
        type: string
      example: abc
  schemas:
    Color:
      description: Color of a thing.
      type: string
      enum:
        - red
        - green
      x-source:
        from:
          - Things page
        era: both
    Page:
      description: Page of things.
      type: object
      properties:
        things:
          description: Things of this page.
          type: array
          items:
            $ref: '#/components/schemas/Thing'
        nextUri:
          description: Address of the next page.
          type: string
      x-source:
        from:
          - Things page
        era: both
    Thing:
      description: A thing.
      type: object
      required:
        - id
      properties:
        id:
          description: UUID of the thing.
          type: string
          format: uuid
        created:
          description: Moment the thing was made.
          type: string
          format: date-time
        color:
          $ref: '#/components/schemas/Color'
      x-source:
        from:
          - Things page
        era: both
"""

LIST = "#/paths/~1things/get"
REMOVE = "#/paths/~1things~1remove/post"
OK = f"{LIST}/responses/200"
BODY = f"{OK}/content/application~1json"
SCHEMAS = "#/components/schemas"

Edit = Callable[[Any], None]


def reach(document: Any, pointer: str) -> tuple[Any, str | int]:
    """Return the container a pointer leads into and the key of its last step."""
    *steps, last = (step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])
    for step in steps:
        document = document[int(step) if isinstance(document, list) else step]
    return document, int(last) if isinstance(document, list) else last


def put(pointer: str, value: Any) -> Edit:
    """Return an edit that writes a value at a pointer."""

    def edit(document: Any) -> None:
        container, key = reach(document, pointer)
        container[key] = value

    return edit


def drop(pointer: str) -> Edit:
    """Return an edit that deletes what is at a pointer."""

    def edit(document: Any) -> None:
        container, key = reach(document, pointer)
        del container[key]

    return edit


def rotate_schemas(document: Any) -> None:
    """Move the first schema to the end."""
    schemas = document["components"]["schemas"]
    schemas["Color"] = schemas.pop("Color")


# Rule, element that the finding must name, and the edit that breaks the sound document.
BROKEN: list[tuple[str, str, Edit]] = [
    ("openapi", "#/info/title", put("#/info/title", 5)),
    ("openapi", f"{OK}", drop(f"{OK}/description")),
    ("unresolved-reference", f"{BODY}/schema", put(f"{BODY}/schema/$ref", "#/components/schemas/Gone")),
    ("unresolved-reference", f"{BODY}/schema", put(f"{BODY}/schema/$ref", "other.yaml#/Page")),
    ("missing-document-part", "#", drop("#/tags")),
    ("missing-document-part", "#/openapi", put("#/openapi", "3.1.1")),
    ("missing-document-part", "#/servers", put("#/servers", [])),
    ("missing-document-part", "#/info", put("#/info/title", "")),
    ("missing-description", "#/info", drop("#/info/description")),
    ("missing-description", "#/servers/0", drop("#/servers/0/description")),
    ("missing-description", "#/tags/0", drop("#/tags/0/description")),
    ("missing-description", LIST, drop(f"{LIST}/description")),
    ("missing-description", f"{LIST}/parameters/0", put(f"{LIST}/parameters/0/description", " ")),
    ("missing-description", f"{REMOVE}/requestBody", drop(f"{REMOVE}/requestBody/description")),
    (
        "missing-description",
        "#/components/securitySchemes/Key",
        drop("#/components/securitySchemes/Key/description"),
    ),
    (
        "missing-description",
        "#/components/headers/X-Request-ID",
        drop("#/components/headers/X-Request-ID/description"),
    ),
    ("missing-description", f"{SCHEMAS}/Thing", drop(f"{SCHEMAS}/Thing/description")),
    (
        "missing-description",
        f"{SCHEMAS}/Thing/properties/id",
        drop(f"{SCHEMAS}/Thing/properties/id/description"),
    ),
    ("incomplete-operation", LIST, drop(f"{LIST}/summary")),
    ("incomplete-operation", LIST, put(f"{LIST}/summary", "")),
    ("incomplete-operation", LIST, drop(f"{LIST}/security")),
    ("incomplete-operation", LIST, put(f"{LIST}/tags", ["Things", "Things"])),
    ("duplicate-operation-id", REMOVE, put(f"{REMOVE}/operationId", "list_things")),
    ("undeclared-tag", LIST, put(f"{LIST}/tags", ["Others"])),
    ("unknown-security-scheme", f"{LIST}/security/0", put(f"{LIST}/security", [{"Gone": []}])),
    ("unknown-security-scheme", "#/security/0", put("#/security", [{"Gone": []}])),
    ("incomplete-parameter", f"{LIST}/parameters/0", drop(f"{LIST}/parameters/0/required")),
    ("incomplete-response", OK, drop(f"{OK}/headers")),
    ("incomplete-response", OK, drop(f"{OK}/content")),
    ("incomplete-response", f"{LIST}/responses/default", drop(f"{LIST}/responses/default/x-bodiless")),
    ("incomplete-response", OK, put(f"{OK}/x-bodiless", True)),
    ("incomplete-response", f"{OK}/content/application~1json", drop(f"{BODY}/schema")),
    (
        "unused-component",
        f"{SCHEMAS}/Unused",
        put(
            f"{SCHEMAS}/Unused",
            {"description": "Unused.", "type": "string", "x-source": {"from": ["a"], "era": "page"}},
        ),
    ),
    ("unsorted-schemas", f"{SCHEMAS}/Page", rotate_schemas),
    ("unknown-extension", LIST, put(f"{LIST}/x-other", 1)),
    ("unknown-extension", OK, put(f"{OK}/x-idempotent", True)),
    ("malformed-source", LIST, drop(f"{LIST}/x-source")),
    ("malformed-source", f"{SCHEMAS}/Page", drop(f"{SCHEMAS}/Page/x-source")),
    ("malformed-source", LIST, put(f"{LIST}/x-source/era", "then")),
    ("malformed-source", LIST, put(f"{LIST}/x-source/from", [])),
    ("malformed-source", LIST, put(f"{LIST}/x-source/note", "")),
    ("malformed-source", LIST, put(f"{LIST}/x-source/by", "me")),
    ("malformed-idempotent", LIST, drop(f"{LIST}/x-idempotent")),
    ("malformed-idempotent", LIST, put(f"{LIST}/x-idempotent", False)),
    ("malformed-idempotent", REMOVE, put(f"{REMOVE}/x-idempotent", "never")),
    ("malformed-pagination", LIST, put(f"{LIST}/x-pagination/cursor", "gone")),
    ("malformed-pagination", LIST, put(f"{LIST}/x-pagination/page_size", "gone")),
    ("malformed-pagination", LIST, put(f"{LIST}/x-pagination/items", "nextUri")),
    ("malformed-pagination", LIST, put(f"{LIST}/x-pagination/next", "gone")),
    ("malformed-pagination", LIST, put(f"{LIST}/x-pagination/style", "offset")),
    ("malformed-pagination", LIST, put(f"{LIST}/x-pagination/max_page_size", 0)),
    ("malformed-pagination", LIST, drop(f"{LIST}/x-pagination/next")),
    ("malformed-pagination", REMOVE, put(f"{REMOVE}/x-pagination", {"style": "cursor"})),
    ("malformed-accepts", f"{LIST}/parameters/1", put(f"{LIST}/parameters/1/x-accepts", ["float"])),
    ("malformed-accepts", f"{LIST}/parameters/1", put(f"{LIST}/parameters/1/schema/type", "integer")),
    ("unmarked-secret", f"{LIST}/parameters/2", drop(f"{LIST}/parameters/2/x-secret")),
    ("unmarked-secret", f"{LIST}/parameters/2", put(f"{LIST}/parameters/2/x-secret", "yes please")),
    (
        "unmarked-secret",
        "#/components/securitySchemes/Key",
        put("#/components/securitySchemes/Key/name", "Signature"),
    ),
    ("malformed-bodiless", f"{LIST}/responses/default", put(f"{LIST}/responses/default/x-bodiless", 1)),
    ("malformed-server", "#/servers/1", drop("#/servers/1/x-region")),
    ("bare-object", f"{SCHEMAS}/Thing/properties/id", put(f"{SCHEMAS}/Thing/properties/id/type", "object")),
    (
        "bare-object",
        f"{SCHEMAS}/Page/properties/things/items",
        put(f"{SCHEMAS}/Page/properties/things/items", {}),
    ),
    ("inline-enum", f"{SCHEMAS}/Thing/properties/id", put(f"{SCHEMAS}/Thing/properties/id/enum", ["a"])),
    ("colliding-enum", f"{SCHEMAS}/Color", put(f"{SCHEMAS}/Color/enum", ["red", "Red"])),
    ("unknown-required", f"{SCHEMAS}/Thing", put(f"{SCHEMAS}/Thing/required", ["id", "size"])),
    (
        "nullable-keyword",
        f"{SCHEMAS}/Thing/properties/id",
        put(f"{SCHEMAS}/Thing/properties/id/nullable", True),
    ),
    ("missing-example", BODY, drop(f"{BODY}/example")),
    ("false-example", f"{BODY}/example", put(f"{BODY}/example/things/0/color", "blue")),
    ("false-example", f"{BODY}/example", drop(f"{BODY}/example/things/0/id")),
    ("false-example", f"{BODY}/example", put(f"{BODY}/example/things/0/id", "not-a-uuid")),
    ("false-example", f"{BODY}/example", put(f"{BODY}/example/things/0/created", "2025-09-12 14:03:27")),
    ("false-example", f"{BODY}/example", put(f"{BODY}/example/things/0/created", "2025-19-12T14:03:27Z")),
    ("false-example", f"{LIST}/parameters/0/example", put(f"{LIST}/parameters/0/example", 5)),
    (
        "false-example",
        f"{BODY}/examples/first",
        put(f"{BODY}/examples", {"first": {"value": {"things": "none"}}}),
    ),
]


def line(text: str) -> str:
    """Return the place of a text in the sound document, in the words of the linter."""
    return f"line {SOUND[: SOUND.index(text)].count(chr(10)) + 1}"


SUMMARY = "summary: List things"
NUMBER = "'100'"
AFTER = "example: abc\n        - name: pageSize"

# Rule, place, and the text that replaces another: for what only the YAML text shows.
MISWRITTEN = [
    ("yaml-syntax", "#", "openapi: 3.1.0\n", "openapi: [3.1.0\n"),
    ("yaml-syntax", "#", "openapi: 3.1.0\n", "openapi: 3.1.0\nopenapi: 3.1.0\n"),
    ("yaml-syntax", "#", SOUND, "- a\n"),
    ("shared-node", line(SUMMARY), SUMMARY, "summary: &words List things"),
    ("ambiguous-scalar", f"{LIST}/parameters/1/example", NUMBER, "12:30"),
    ("ambiguous-scalar", f"{LIST}/parameters/1/example", NUMBER, "2020-01-01"),
    ("ambiguous-scalar", f"{LIST}/summary", SUMMARY, "summary: yes"),
    ("ambiguous-scalar", f"{LIST}/responses/200", "'200':", "200:"),
    ("ambiguous-scalar", "#", AFTER, AFTER.replace("abc", "abc\n          yes: 1\n          on: 1")),
    ("yamllint-line-length", line("Things and what"), "Things and what", "Things and what " + "x " * 60),
    ("yamllint-braces", line("note: The page"), "note: The page has no note.", "note: {a: b}"),
    ("yamllint-truthy", line(SUMMARY), SUMMARY, "summary: yes"),
    ("yamllint-trailing-spaces", line(SUMMARY), SUMMARY, f"{SUMMARY} "),
    ("yamllint-new-lines", "line 1", "\n", "\r\n"),
    ("yamllint-new-line-at-end-of-file", f"line {SOUND.count(chr(10))}", SOUND, SOUND.rstrip("\n")),
]


def lint(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str) -> tuple[int, list[str]]:
    """Lint one document and return the exit status and the printed lines."""
    path = tmp_path / "broken.yaml"
    path.write_bytes(content.encode())
    status = main([str(path)])
    return status, capsys.readouterr().out.splitlines()


def edited(edit: Edit) -> str:
    """Return the sound document with an edit applied, as YAML text in the house style."""
    document = YAML(typ="safe", pure=True).load(SOUND)
    edit(document)
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(document, out)
    return out.getvalue()


def expect(lines: list[str], place: str, rule: str, path: Path) -> None:
    """Assert that one line names the file, the place and the rule."""
    assert [
        line for line in lines if line.startswith(f"{path}: {place}: ") and line.endswith(f" ({rule})")
    ], lines


def test_sound_document_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document without mistakes passes with one line."""
    assert lint(tmp_path, capsys, SOUND) == (0, ["1 spec clean"])


def test_our_specs_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments the linter checks all documents of the project, and they pass."""
    assert main([]) == 0
    assert capsys.readouterr().out == "3 specs clean\n"


@pytest.mark.parametrize(
    ("rule", "place", "edit"), BROKEN, ids=[f"{row[0]}-{n}" for n, row in enumerate(BROKEN)]
)
def test_rule_names_file_and_element(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rule: str, place: str, edit: Edit
) -> None:
    """One mistake gives exit status 1 and a line with the file, the element and the rule."""
    status, lines = lint(tmp_path, capsys, edited(edit))
    assert status == 1
    expect(lines, place, rule, tmp_path / "broken.yaml")


@pytest.mark.parametrize(
    ("rule", "place", "old", "new"), MISWRITTEN, ids=[f"{row[0]}-{n}" for n, row in enumerate(MISWRITTEN)]
)
def test_text_rule_names_file_and_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rule: str, place: str, old: str, new: str
) -> None:
    """A mistake in the YAML text gives exit status 1 and a line with the file, the place and the rule."""
    assert old in SOUND
    status, lines = lint(tmp_path, capsys, SOUND.replace(old, new))
    assert status == 1
    expect(lines, place, rule, tmp_path / "broken.yaml")


def test_each_rule_has_a_broken_document() -> None:
    """No rule is without a document that breaks it."""
    tested = {rule for rule, _, _ in BROKEN}
    assert {rule.__name__.replace("_", "-") for rule in RULES} <= tested


def test_references_inside_examples_are_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A key called $ref in an example is not followed."""
    content = edited(put(f"{BODY}/example/things/0/$ref", "#/nowhere"))
    assert lint(tmp_path, capsys, content) == (0, ["1 spec clean"])


def test_endless_reference_does_not_hang(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A schema that refers to nothing but itself is reported."""
    status, lines = lint(tmp_path, capsys, edited(put(f"{SCHEMAS}/Color", {"$ref": f"{SCHEMAS}/Color"})))
    assert status == 1
    expect(lines, f"{SCHEMAS}/Color", "unresolved-reference", tmp_path / "broken.yaml")


def test_no_files_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty specs folder is a mistake, not a success."""
    monkeypatch.setattr("generator_config.lint_specs.ROOT", tmp_path)
    assert main([]) == 1
    assert capsys.readouterr().err == "no specs found\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("listThings", "list_things"),
        ("list_things", "list_things"),
        ("HTTPServer", "http_server"),
        ("sync", "sync"),
    ],
)
def test_snake_case(name: str, expected: str) -> None:
    """Names are compared in the form the generator gives them."""
    assert expected == snake_case(name)
