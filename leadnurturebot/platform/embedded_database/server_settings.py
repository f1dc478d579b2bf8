"""PostgreSQL's settings for one small machine."""

from collections.abc import Mapping
from pathlib import Path

from leadnurturebot.platform.embedded_database.socket_folder import PORT

MAX_CONNECTIONS = 60

_SETTINGS: dict[str, str | int] = {
    # Reached by a private socket only
    "listen_addresses": "",
    "port": PORT,
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "max_connections": MAX_CONNECTIONS,
    # The whole product fits into 1 GB
    "shared_buffers": "128MB",
    "effective_cache_size": "384MB",
    "work_mem": "6MB",
    "maintenance_work_mem": "64MB",
    "autovacuum_max_workers": 2,
    # Queues turn over within seconds: looked at once a minute, the usual pace, they are full of dead rows
    "autovacuum_naptime": "10s",
    "io_workers": 2,
    # One query must not take both cores from the message path; also keeps clear of the 64 MB /dev/shm of containers
    "max_parallel_workers_per_gather": 0,
    "max_parallel_maintenance_workers": 0,
    "jit": "off",
    "random_page_cost": "1.1",
    # What was acknowledged is on the disk
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "wal_level": "replica",  # lets pg_basebackup copy a running server
    "max_wal_senders": 3,
    "max_logical_replication_workers": 0,
    # Little to replay after a crash: back within 10 seconds
    "max_wal_size": "512MB",
    "min_wal_size": "128MB",
    "checkpoint_timeout": "5min",
    # Locks of a killed worker's query are given back soon
    "client_connection_check_interval": "5s",
    "timezone": "UTC",
    "lc_messages": "C",
    "cluster_name": "leadnurturebot",
    # To stderr, which the launcher bounds in size; no statement, value or key of a customer is ever written
    "log_destination": "stderr",
    "logging_collector": "off",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": 0,
    "log_parameter_max_length_on_error": 0,
    "log_checkpoints": "off",
}


def configuration(socket_folder: Path, changes: Mapping[str, str]) -> str:
    """The text of postgresql.conf; `changes` are added to or replace our settings by name.

    Written anew at every start. What an owner tunes by ALTER SYSTEM is kept apart by PostgreSQL and wins over it.
    """
    settings = _SETTINGS | {"unix_socket_directories": f'"{socket_folder}"'} | dict(changes)
    return "".join(f"{name} = {_quoted(str(value))}\n" for name, value in settings.items())


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
