"""The models, each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .action import Action as Action
    from .action_request import ActionRequest as ActionRequest
    from .api_error import APIError as APIError
    from .attachment import Attachment as Attachment
    from .attachment_request import AttachmentRequest as AttachmentRequest
    from .automod_mode import AutomodMode as AutomodMode
    from .channel_config_with_info import ChannelConfigWithInfo as ChannelConfigWithInfo
    from .channel_config_with_info_request import ChannelConfigWithInfoRequest as ChannelConfigWithInfoRequest
    from .channel_member import ChannelMember as ChannelMember
    from .channel_member_request import ChannelMemberRequest as ChannelMemberRequest
    from .channel_member_role import ChannelMemberRole as ChannelMemberRole
    from .channel_mute import ChannelMute as ChannelMute
    from .channel_mute_request import ChannelMuteRequest as ChannelMuteRequest
    from .channel_response import ChannelResponse as ChannelResponse
    from .channel_response_request import ChannelResponseRequest as ChannelResponseRequest
    from .command import Command as Command
    from .command_request import CommandRequest as CommandRequest
    from .device import Device as Device
    from .device_request import DeviceRequest as DeviceRequest
    from .duration_response import DurationResponse as DurationResponse
    from .event import Event as Event
    from .event_message_request import EventMessageRequest as EventMessageRequest
    from .event_request import EventRequest as EventRequest
    from .event_response import EventResponse as EventResponse
    from .field import Field as Field
    from .field_request import FieldRequest as FieldRequest
    from .image_data import ImageData as ImageData
    from .image_data_request import ImageDataRequest as ImageDataRequest
    from .images import Images as Images
    from .images_request import ImagesRequest as ImagesRequest
    from .label_thresholds import LabelThresholds as LabelThresholds
    from .label_thresholds_request import LabelThresholdsRequest as LabelThresholdsRequest
    from .message import Message as Message
    from .message_type import MessageType as MessageType
    from .moderation_behavior import ModerationBehavior as ModerationBehavior
    from .moderation_response import ModerationResponse as ModerationResponse
    from .moderation_response_request import ModerationResponseRequest as ModerationResponseRequest
    from .own_user import OwnUser as OwnUser
    from .own_user_request import OwnUserRequest as OwnUserRequest
    from .push_level import PushLevel as PushLevel
    from .push_notification_settings import PushNotificationSettings as PushNotificationSettings
    from .push_notification_settings_request import (
        PushNotificationSettingsRequest as PushNotificationSettingsRequest,
    )
    from .reaction import Reaction as Reaction
    from .reaction_request import ReactionRequest as ReactionRequest
    from .request_info import RequestInfo as RequestInfo
    from .send_event_request import SendEventRequest as SendEventRequest
    from .send_user_custom_event_request import SendUserCustomEventRequest as SendUserCustomEventRequest
    from .sync_request import SyncRequest as SyncRequest
    from .sync_response import SyncResponse as SyncResponse
    from .thresholds import Thresholds as Thresholds
    from .thresholds_request import ThresholdsRequest as ThresholdsRequest
    from .user_custom_event_request import UserCustomEventRequest as UserCustomEventRequest
    from .user_mute import UserMute as UserMute
    from .user_mute_request import UserMuteRequest as UserMuteRequest
    from .user_object import UserObject as UserObject
    from .user_object_request import UserObjectRequest as UserObjectRequest

__all__ = (
    "Action",
    "ActionRequest",
    "APIError",
    "Attachment",
    "AttachmentRequest",
    "AutomodMode",
    "ChannelConfigWithInfo",
    "ChannelConfigWithInfoRequest",
    "ChannelMember",
    "ChannelMemberRequest",
    "ChannelMemberRole",
    "ChannelMute",
    "ChannelMuteRequest",
    "ChannelResponse",
    "ChannelResponseRequest",
    "Command",
    "CommandRequest",
    "Device",
    "DeviceRequest",
    "DurationResponse",
    "Event",
    "EventMessageRequest",
    "EventRequest",
    "EventResponse",
    "Field",
    "FieldRequest",
    "ImageData",
    "ImageDataRequest",
    "Images",
    "ImagesRequest",
    "LabelThresholds",
    "LabelThresholdsRequest",
    "Message",
    "MessageType",
    "ModerationBehavior",
    "ModerationResponse",
    "ModerationResponseRequest",
    "OwnUser",
    "OwnUserRequest",
    "PushLevel",
    "PushNotificationSettings",
    "PushNotificationSettingsRequest",
    "Reaction",
    "ReactionRequest",
    "RequestInfo",
    "SendEventRequest",
    "SendUserCustomEventRequest",
    "SyncRequest",
    "SyncResponse",
    "Thresholds",
    "ThresholdsRequest",
    "UserCustomEventRequest",
    "UserMute",
    "UserMuteRequest",
    "UserObject",
    "UserObjectRequest",
)

_MODULES: Final = {
    "Action": ".action",
    "ActionRequest": ".action_request",
    "APIError": ".api_error",
    "Attachment": ".attachment",
    "AttachmentRequest": ".attachment_request",
    "AutomodMode": ".automod_mode",
    "ChannelConfigWithInfo": ".channel_config_with_info",
    "ChannelConfigWithInfoRequest": ".channel_config_with_info_request",
    "ChannelMember": ".channel_member",
    "ChannelMemberRequest": ".channel_member_request",
    "ChannelMemberRole": ".channel_member_role",
    "ChannelMute": ".channel_mute",
    "ChannelMuteRequest": ".channel_mute_request",
    "ChannelResponse": ".channel_response",
    "ChannelResponseRequest": ".channel_response_request",
    "Command": ".command",
    "CommandRequest": ".command_request",
    "Device": ".device",
    "DeviceRequest": ".device_request",
    "DurationResponse": ".duration_response",
    "Event": ".event",
    "EventMessageRequest": ".event_message_request",
    "EventRequest": ".event_request",
    "EventResponse": ".event_response",
    "Field": ".field",
    "FieldRequest": ".field_request",
    "ImageData": ".image_data",
    "ImageDataRequest": ".image_data_request",
    "Images": ".images",
    "ImagesRequest": ".images_request",
    "LabelThresholds": ".label_thresholds",
    "LabelThresholdsRequest": ".label_thresholds_request",
    "Message": ".message",
    "MessageType": ".message_type",
    "ModerationBehavior": ".moderation_behavior",
    "ModerationResponse": ".moderation_response",
    "ModerationResponseRequest": ".moderation_response_request",
    "OwnUser": ".own_user",
    "OwnUserRequest": ".own_user_request",
    "PushLevel": ".push_level",
    "PushNotificationSettings": ".push_notification_settings",
    "PushNotificationSettingsRequest": ".push_notification_settings_request",
    "Reaction": ".reaction",
    "ReactionRequest": ".reaction_request",
    "RequestInfo": ".request_info",
    "SendEventRequest": ".send_event_request",
    "SendUserCustomEventRequest": ".send_user_custom_event_request",
    "SyncRequest": ".sync_request",
    "SyncResponse": ".sync_response",
    "Thresholds": ".thresholds",
    "ThresholdsRequest": ".thresholds_request",
    "UserCustomEventRequest": ".user_custom_event_request",
    "UserMute": ".user_mute",
    "UserMuteRequest": ".user_mute_request",
    "UserObject": ".user_object",
    "UserObjectRequest": ".user_object_request",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
