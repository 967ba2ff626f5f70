"""The models, each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .brokerage import Brokerage as Brokerage
    from .brokerage_authorization import BrokerageAuthorization as BrokerageAuthorization
    from .brokerage_authorization_disabled_confirmation import (
        BrokerageAuthorizationDisabledConfirmation as BrokerageAuthorizationDisabledConfirmation,
    )
    from .brokerage_authorization_refresh_confirmation import (
        BrokerageAuthorizationRefreshConfirmation as BrokerageAuthorizationRefreshConfirmation,
    )
    from .brokerage_type import BrokerageType as BrokerageType
    from .model_401_failed_request_response import (
        Model401FailedRequestResponse as Model401FailedRequestResponse,
    )
    from .model_402_brokerage_auth_already_disabled_exception import (
        Model402BrokerageAuthAlreadyDisabledException as Model402BrokerageAuthAlreadyDisabledException,
    )
    from .model_402_brokerage_auth_disabled_response import (
        Model402BrokerageAuthDisabledResponse as Model402BrokerageAuthDisabledResponse,
    )
    from .model_403_feature_not_enabled_response import (
        Model403FeatureNotEnabledResponse as Model403FeatureNotEnabledResponse,
    )
    from .model_404_failed_request_response import (
        Model404FailedRequestResponse as Model404FailedRequestResponse,
    )
    from .model_429_too_many_requests_response import (
        Model429TooManyRequestsResponse as Model429TooManyRequestsResponse,
    )
    from .model_500_unexpected_exception_response import (
        Model500UnexpectedExceptionResponse as Model500UnexpectedExceptionResponse,
    )
    from .model_501_not_implemented_response import (
        Model501NotImplementedResponse as Model501NotImplementedResponse,
    )
    from .model_503_brokerage_request_response import (
        Model503BrokerageRequestResponse as Model503BrokerageRequestResponse,
    )
    from .rate_of_return_object import RateOfReturnObject as RateOfReturnObject
    from .rate_of_return_response import RateOfReturnResponse as RateOfReturnResponse
    from .session_event import SessionEvent as SessionEvent
    from .session_event_type import SessionEventType as SessionEventType
    from .timeframe import Timeframe as Timeframe

__all__ = (
    "Brokerage",
    "BrokerageAuthorization",
    "BrokerageAuthorizationDisabledConfirmation",
    "BrokerageAuthorizationRefreshConfirmation",
    "BrokerageType",
    "Model401FailedRequestResponse",
    "Model402BrokerageAuthAlreadyDisabledException",
    "Model402BrokerageAuthDisabledResponse",
    "Model403FeatureNotEnabledResponse",
    "Model404FailedRequestResponse",
    "Model429TooManyRequestsResponse",
    "Model500UnexpectedExceptionResponse",
    "Model501NotImplementedResponse",
    "Model503BrokerageRequestResponse",
    "RateOfReturnObject",
    "RateOfReturnResponse",
    "SessionEvent",
    "SessionEventType",
    "Timeframe",
)

_MODULES: Final = {
    "Brokerage": ".brokerage",
    "BrokerageAuthorization": ".brokerage_authorization",
    "BrokerageAuthorizationDisabledConfirmation": ".brokerage_authorization_disabled_confirmation",
    "BrokerageAuthorizationRefreshConfirmation": ".brokerage_authorization_refresh_confirmation",
    "BrokerageType": ".brokerage_type",
    "Model401FailedRequestResponse": ".model_401_failed_request_response",
    "Model402BrokerageAuthAlreadyDisabledException": ".model_402_brokerage_auth_already_disabled_exception",
    "Model402BrokerageAuthDisabledResponse": ".model_402_brokerage_auth_disabled_response",
    "Model403FeatureNotEnabledResponse": ".model_403_feature_not_enabled_response",
    "Model404FailedRequestResponse": ".model_404_failed_request_response",
    "Model429TooManyRequestsResponse": ".model_429_too_many_requests_response",
    "Model500UnexpectedExceptionResponse": ".model_500_unexpected_exception_response",
    "Model501NotImplementedResponse": ".model_501_not_implemented_response",
    "Model503BrokerageRequestResponse": ".model_503_brokerage_request_response",
    "RateOfReturnObject": ".rate_of_return_object",
    "RateOfReturnResponse": ".rate_of_return_response",
    "SessionEvent": ".session_event",
    "SessionEventType": ".session_event_type",
    "Timeframe": ".timeframe",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
