"""Make errors of complete answers; nothing secret gets into them, and making them never fails."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from .errors import CallInfo, StatusError, status_error_class
from .failures import read_body, reason_phrase
from .profile import Profile
from .ratelimit import RateLimit, parse_retry_after
from .redact import scrub, scrub_bytes, scrub_json

__all__ = ["Answer", "status_error"]


@frozen(kw_only=True)
class Answer:
    """
    A complete answer.

    Args:
        status_code: The HTTP status.
        headers: The headers, names in lower case.
        content: The body, unpacked.
        request_id: The vendor's id of the request.
        rate_limits: The limits that the headers describe.
    """

    status_code: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)
    request_id: str | None
    rate_limits: tuple[RateLimit, ...]


def status_error(
    answer: Answer, profile: Profile, secrets: tuple[str, ...], call: CallInfo, attempts: int, now: float
) -> StatusError:
    """
    Return the error for an answer that is not 2xx.

    Args:
        answer: The answer.
        profile: Finds code and message in the vendor's error bodies.
        secrets: What must not be in the error although the server may have echoed it.
        call: The call.
        attempts: How often it was sent.
        now: Seconds since 1970.
    """
    body = scrub_json(read_body(answer.content), secrets)
    info = profile.read_error(answer.status_code, body)
    message = info.message or (body if isinstance(body, str) else None) or reason_phrase(answer.status_code)
    if 300 <= answer.status_code <= 399:
        message = "redirects are not followed; check base_url"
    if info.code is not None:
        message = f"{message} [code {info.code}]"
    return status_error_class(answer.status_code)(
        scrub(message, secrets),
        status_code=answer.status_code,
        body=body,
        info=info,
        retry_after=_retry_after(answer, now),
        headers={name: scrub(value, secrets) for name, value in answer.headers.items()},
        content=scrub_bytes(answer.content, secrets),
        request_id=scrub(answer.request_id, secrets) if answer.request_id else None,
        rate_limits=answer.rate_limits,
        request=call,
        attempts=attempts,
    )


def _retry_after(answer: Answer, now: float) -> float | None:
    seconds = parse_retry_after(answer.headers.get("retry-after"), now)
    if seconds is None and answer.status_code == 429:
        # The vendor's own reset header stands in where a 429 comes without Retry-After.
        used_up = [limit.reset.timestamp() - now for limit in answer.rate_limits if limit.remaining == 0]
        return max([*used_up, 0.0]) if used_up else None
    return seconds
