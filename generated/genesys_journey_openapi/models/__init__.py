"""The models, each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .action_map import ActionMap as ActionMap
    from .action_map_action import ActionMapAction as ActionMapAction
    from .action_properties import ActionProperties as ActionProperties
    from .action_survey import ActionSurvey as ActionSurvey
    from .action_target import ActionTarget as ActionTarget
    from .activation import Activation as Activation
    from .addressable_entity_ref import AddressableEntityRef as AddressableEntityRef
    from .app_event import AppEvent as AppEvent
    from .browser import Browser as Browser
    from .condition_operator import ConditionOperator as ConditionOperator
    from .context import Context as Context
    from .context_pattern import ContextPattern as ContextPattern
    from .criteria import Criteria as Criteria
    from .criteria_entity_type import CriteriaEntityType as CriteriaEntityType
    from .custom_event_attribute import CustomEventAttribute as CustomEventAttribute
    from .detail import Detail as Detail
    from .device import Device as Device
    from .device_category import DeviceCategory as DeviceCategory
    from .entity_type_criteria import EntityTypeCriteria as EntityTypeCriteria
    from .error_body import ErrorBody as ErrorBody
    from .event import Event as Event
    from .event_action import EventAction as EventAction
    from .event_action_media_type import EventActionMediaType as EventActionMediaType
    from .event_action_state import EventActionState as EventActionState
    from .event_condition import EventCondition as EventCondition
    from .event_listing import EventListing as EventListing
    from .event_session import EventSession as EventSession
    from .generic_action_event import GenericActionEvent as GenericActionEvent
    from .generic_event_action import GenericEventAction as GenericEventAction
    from .journey import Journey as Journey
    from .journey_app import JourneyApp as JourneyApp
    from .journey_campaign import JourneyCampaign as JourneyCampaign
    from .journey_geolocation import JourneyGeolocation as JourneyGeolocation
    from .journey_page import JourneyPage as JourneyPage
    from .journey_pattern import JourneyPattern as JourneyPattern
    from .journey_segment import JourneySegment as JourneySegment
    from .journey_survey_question import JourneySurveyQuestion as JourneySurveyQuestion
    from .limit import Limit as Limit
    from .limit_namespace import LimitNamespace as LimitNamespace
    from .network_connectivity import NetworkConnectivity as NetworkConnectivity
    from .outcome import Outcome as Outcome
    from .outcome_achieved_event import OutcomeAchievedEvent as OutcomeAchievedEvent
    from .outcome_probability_condition import OutcomeProbabilityCondition as OutcomeProbabilityCondition
    from .referrer import Referrer as Referrer
    from .referrer_medium import ReferrerMedium as ReferrerMedium
    from .sdk_library import SdkLibrary as SdkLibrary
    from .segment_assigned_event import SegmentAssignedEvent as SegmentAssignedEvent
    from .segment_assignment_event import SegmentAssignmentEvent as SegmentAssignmentEvent
    from .survey_customer_property import SurveyCustomerProperty as SurveyCustomerProperty
    from .survey_question_type import SurveyQuestionType as SurveyQuestionType
    from .url_condition import UrlCondition as UrlCondition
    from .web_action_event import WebActionEvent as WebActionEvent
    from .web_event import WebEvent as WebEvent

__all__ = (
    "ActionMap",
    "ActionMapAction",
    "ActionProperties",
    "ActionSurvey",
    "ActionTarget",
    "Activation",
    "AddressableEntityRef",
    "AppEvent",
    "Browser",
    "ConditionOperator",
    "Context",
    "ContextPattern",
    "Criteria",
    "CriteriaEntityType",
    "CustomEventAttribute",
    "Detail",
    "Device",
    "DeviceCategory",
    "EntityTypeCriteria",
    "ErrorBody",
    "Event",
    "EventAction",
    "EventActionMediaType",
    "EventActionState",
    "EventCondition",
    "EventListing",
    "EventSession",
    "GenericActionEvent",
    "GenericEventAction",
    "Journey",
    "JourneyApp",
    "JourneyCampaign",
    "JourneyGeolocation",
    "JourneyPage",
    "JourneyPattern",
    "JourneySegment",
    "JourneySurveyQuestion",
    "Limit",
    "LimitNamespace",
    "NetworkConnectivity",
    "Outcome",
    "OutcomeAchievedEvent",
    "OutcomeProbabilityCondition",
    "Referrer",
    "ReferrerMedium",
    "SdkLibrary",
    "SegmentAssignedEvent",
    "SegmentAssignmentEvent",
    "SurveyCustomerProperty",
    "SurveyQuestionType",
    "UrlCondition",
    "WebActionEvent",
    "WebEvent",
)

_MODULES: Final = {
    "ActionMap": ".action_map",
    "ActionMapAction": ".action_map_action",
    "ActionProperties": ".action_properties",
    "ActionSurvey": ".action_survey",
    "ActionTarget": ".action_target",
    "Activation": ".activation",
    "AddressableEntityRef": ".addressable_entity_ref",
    "AppEvent": ".app_event",
    "Browser": ".browser",
    "ConditionOperator": ".condition_operator",
    "Context": ".context",
    "ContextPattern": ".context_pattern",
    "Criteria": ".criteria",
    "CriteriaEntityType": ".criteria_entity_type",
    "CustomEventAttribute": ".custom_event_attribute",
    "Detail": ".detail",
    "Device": ".device",
    "DeviceCategory": ".device_category",
    "EntityTypeCriteria": ".entity_type_criteria",
    "ErrorBody": ".error_body",
    "Event": ".event",
    "EventAction": ".event_action",
    "EventActionMediaType": ".event_action_media_type",
    "EventActionState": ".event_action_state",
    "EventCondition": ".event_condition",
    "EventListing": ".event_listing",
    "EventSession": ".event_session",
    "GenericActionEvent": ".generic_action_event",
    "GenericEventAction": ".generic_event_action",
    "Journey": ".journey",
    "JourneyApp": ".journey_app",
    "JourneyCampaign": ".journey_campaign",
    "JourneyGeolocation": ".journey_geolocation",
    "JourneyPage": ".journey_page",
    "JourneyPattern": ".journey_pattern",
    "JourneySegment": ".journey_segment",
    "JourneySurveyQuestion": ".journey_survey_question",
    "Limit": ".limit",
    "LimitNamespace": ".limit_namespace",
    "NetworkConnectivity": ".network_connectivity",
    "Outcome": ".outcome",
    "OutcomeAchievedEvent": ".outcome_achieved_event",
    "OutcomeProbabilityCondition": ".outcome_probability_condition",
    "Referrer": ".referrer",
    "ReferrerMedium": ".referrer_medium",
    "SdkLibrary": ".sdk_library",
    "SegmentAssignedEvent": ".segment_assigned_event",
    "SegmentAssignmentEvent": ".segment_assignment_event",
    "SurveyCustomerProperty": ".survey_customer_property",
    "SurveyQuestionType": ".survey_question_type",
    "UrlCondition": ".url_condition",
    "WebActionEvent": ".web_action_event",
    "WebEvent": ".web_event",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
