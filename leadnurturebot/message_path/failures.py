"""What is kept of an exception. Its own words may quote a customer, so only its type and the place are written down."""

from traceback import walk_tb

_OURS = "leadnurturebot"


def place_of(error: BaseException) -> str:
    """Type and place, such as "KeyError at leadnurturebot.message_path.worker:73": the innermost line of ours."""
    lines = trail_of(error)
    ours = [line for line in lines if line.startswith(_OURS)] or lines
    name = type(error).__name__
    return f"{name} at {ours[-1]}" if ours else name


def trail_of(error: BaseException) -> list[str]:
    """Every line the exception came through as "module:line", the outermost first."""
    return [f"{frame.f_globals.get('__name__', '?')}:{line}" for frame, line in walk_tb(error.__traceback__)]
