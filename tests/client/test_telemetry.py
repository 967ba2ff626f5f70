"""The standard httpx instrumentation of OpenTelemetry works, and tells no secret."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.sandbox.process import sandbox_process
from tests.sandbox.world import SNAPTRADE_CLIENT_ID, SNAPTRADE_CONSUMER_KEY, SNAPTRADE_USERS
from tests.twins import Twin


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor = HTTPXClientInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    yield exporter
    instrumentor.uninstrument()


async def test_each_attempt_is_a_span_without_secrets(twin: Twin, spans: InMemorySpanExporter) -> None:
    """Spans carry method, status and the address, whose query values are hidden."""
    secret = SNAPTRADE_USERS["ada"]
    with sandbox_process() as sandbox:
        client = twin.client(
            "snaptrade",
            client_id=SNAPTRADE_CLIENT_ID,
            consumer_key=SNAPTRADE_CONSUMER_KEY,
            base_url=f"{sandbox.url}/api/v1",
            environment=None,
        )
        await twin(client.connections.list_brokerage_authorizations(user_id="ada", user_secret=secret))

    (span,) = spans.get_finished_spans()
    assert span.name == "GET"
    text = span.to_json()
    assert "/api/v1/authorizations?userId=" in text
    assert secret not in text
    assert 200 in (span.attributes or {}).values()


async def test_instrumentation_of_a_callers_own_client(twin: Twin, spans: InMemorySpanExporter) -> None:
    """A client of the caller's that is instrumented already is used as it is."""
    handler = httpx.MockTransport(lambda request: httpx.Response(200, json=[]))
    own = httpx.AsyncClient(transport=handler) if twin.is_async else httpx.Client(transport=handler)
    HTTPXClientInstrumentor.instrument_client(own)
    client = twin.client("snaptrade", http_client=own)

    await twin(client.connections.session_events())

    assert not own.is_closed
