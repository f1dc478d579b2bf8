from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "leadnurturebot.conversations"
