from tests.message_path.conftest import _world, drive, world

__all__ = ["_world", "drive", "world"]
