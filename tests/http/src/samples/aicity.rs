//! The errors of `aicity` that carry something.

use serde_json::json;

super::samples!(aicity, _body => {}, {
    ValidationError { fields: json!([{"path": "name", "problem": "is required"}]) } => ValidationError,
    InsufficientBalance { required: 500, available: 200 } => InsufficientBalance,
});
