//! The errors of `agentchat` that carry something.

use serde_json::json;

super::samples!(agentchat, _body => {}, {
    InboxRestricted { handle: "alice".into() } => InboxRestricted,
    GroupDeleted { deleted_by: "bob".into(), deleted_at: "2026-03-07T12:00:00Z".into() } => GroupDeleted,
    ValidationError { fields: json!({"to": ["is required"]}) } => ValidationError,
});
