"""The resumable upload that gives the sample of a template's picture its handle, and the token check."""

import secrets

from simulator.graph.call import Call
from simulator.graph.errors import GraphError
from simulator.jsontypes import Json
from simulator.world import World

SCOPES = ["whatsapp_business_messaging", "whatsapp_business_management", "whatsapp_business_manage_events"]


def resumable_upload(call: Call, node: str) -> Json:
    """`POST /{app}/uploads` opens one; `POST /upload:…` takes the bytes and gives the handle."""
    if call.edge == "uploads":
        if not call.query.get("file_type") or not call.query.get("file_length", "").isdigit():
            raise GraphError(100, "file_length and file_type are wanted")
        upload_id = f"upload:{secrets.token_urlsafe(24)}"
        call.world.uploads.put(upload_id, {"length": int(call.query["file_length"])})
        return {"id": upload_id}
    opened = call.world.uploads.get(node)
    if opened is None:
        raise GraphError(100, "The upload session does not exist.", subcode=33, kind="GraphMethodException")
    if len(call.body) != opened["length"]:
        raise GraphError(100, f"{opened['length']} bytes were announced, {len(call.body)} came.")
    return {"h": f"4::{secrets.token_urlsafe(32)}"}


def debug_token(world: World, token: str) -> Json:
    """Is a token good, and for what."""
    owners = [number for number in world.numbers.all() if number.access_token == token]
    granted = [{"scope": scope, "target_ids": sorted({each.waba_id for each in owners})} for scope in SCOPES]
    valid = bool(owners) and not world.faults.token_expired
    return {"data": {"is_valid": valid, "scopes": SCOPES if valid else [], "granular_scopes": granted if valid else []}}
