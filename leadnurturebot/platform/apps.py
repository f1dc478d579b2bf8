from django.apps import AppConfig


class PlatformConfig(AppConfig):
    name = "leadnurturebot.platform"
    label = "platform"
