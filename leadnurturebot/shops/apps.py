from django.apps import AppConfig


class ShopsConfig(AppConfig):
    name = "leadnurturebot.shops"
