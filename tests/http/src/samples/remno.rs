//! The errors of `remno`, none of which carries anything. Their envelope has an id
//! and a time.

super::samples!(remno, body => {
    body.meta.request_id = "01912345-6789-7abc-def0-123456789abc".into();
    body.meta.timestamp = "2026-03-07T12:00:00.000Z".into();
}, {});
