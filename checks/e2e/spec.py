"""The message spec, applied to every message that the tests see."""

import re

from jupyter_kernel_test import msgspec_v5
from jupyter_kernel_test.msgspec_v5 import schema_fragments

# What jupyter_kernel_test has no schema for.
schema_fragments.update(
    {
        # The spec says bool; the schema of jupyter_kernel_test says number.
        "input_request": {
            "properties": {"prompt": {"type": "string"}, "password": {"type": "boolean"}}
        },
        "iopub_welcome": {"properties": {"subscription": {"type": "string"}}},
        "comm_open": {
            "properties": {
                "comm_id": {"type": "string"},
                "target_name": {"type": "string"},
                "data": {"type": "object"},
            }
        },
        "comm_msg": {"properties": {"comm_id": {"type": "string"}, "data": {"type": "object"}}},
        "comm_close": {"properties": {"comm_id": {"type": "string"}, "data": {"type": "object"}}},
        "create_subshell_reply": {
            "properties": {"status": {"const": "ok"}, "subshell_id": {"type": "string"}}
        },
        "delete_subshell_reply": {"properties": {"status": {"const": "ok"}}},
        "list_subshell_reply": {
            "properties": {
                "status": {"const": "ok"},
                "subshell_id": {"type": "array", "items": {"type": "string"}},
            }
        },
        "debug_reply": {
            "properties": {
                "status": {"const": "ok"},
                "type": {"const": "response"},
                "request_seq": {"type": "number"},
                "command": {"type": "string"},
                "success": {"type": "boolean"},
                "body": {"type": "object"},
            }
        },
        "debug_event": {
            "properties": {
                "type": {"const": "event"},
                "seq": {"type": "number"},
                "event": {"type": "string"},
                "body": {"type": "object"},
            }
        },
    }
)
msgspec_v5.reply_msgs_using_status |= {
    "create_subshell_reply",
    "delete_subshell_reply",
    "list_subshell_reply",
    "debug_reply",
}

BUNDLES = {"display_data", "update_display_data", "execute_result"}


def check(msg):
    """Raises if a message of the kernel breaks the spec, or one of our own promises."""
    kind = msg["header"]["msg_type"]
    content = msg["content"]
    if content.get("status") == "aborted":
        assert set(content) == {"status"}, content
    else:
        msgspec_v5.validate_message(msg)
    assert msg["header"]["version"] == "5.5"
    if kind.endswith("_reply"):
        assert "status" in content, kind
    if kind in BUNDLES:
        assert content["data"]["text/plain"], "text/plain is never empty"
    if kind == "error":
        assert "\n" not in content["ename"]
    return msg


DATE = re.compile(rb'"date":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"')
