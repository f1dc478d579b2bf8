"""Understanding: what a customer's message asks for, without a language model."""

from leadnurturebot.assistant.understanding.as_json import to_json
from leadnurturebot.assistant.understanding.understander import Understander, Utterance

__all__ = ["Understander", "Utterance", "to_json"]
