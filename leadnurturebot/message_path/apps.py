from django.apps import AppConfig


class MessagePathConfig(AppConfig):
    name = "leadnurturebot.message_path"
