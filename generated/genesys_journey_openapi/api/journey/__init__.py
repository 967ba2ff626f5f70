"""The operations of the tag Journey, for sync and for async code."""

from ._async import AsyncJourney
from ._sync import Journey

__all__ = ["AsyncJourney", "Journey"]
