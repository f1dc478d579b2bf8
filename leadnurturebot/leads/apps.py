from django.apps import AppConfig


class LeadsConfig(AppConfig):
    name = "leadnurturebot.leads"
