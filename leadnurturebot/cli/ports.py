"""Whether a port is free."""

import socket

from leadnurturebot.cli import Refused


def refuse_used(*ports: int) -> None:
    """Raises Refused, naming the first port that somebody else listens on."""
    for port in ports:
        if not 1 <= port <= 65535:
            raise Refused(f"{port} is no port; use 1 to 65535")
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except PermissionError as error:
                raise Refused(f"port {port} needs more rights than you have; choose one above 1023") from error
            except OSError as error:
                raise Refused(f"port {port} is used by another program; choose another with --port") from error
