from django.apps import AppConfig


class MessagePathConfig(AppConfig):
    name = "leadnurturebot.message_path"

    def ready(self) -> None:
        """Tell the privacy room below what the queues hold of a person."""
        from leadnurturebot.message_path.erasing import HOLDING
        from leadnurturebot.privacy.holdings import register

        register(HOLDING)
