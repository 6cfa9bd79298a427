//! The errors of `parcel` that carry something: in the details, beside them, in
//! the code.

super::samples!(parcel, body => {
    body.meta.request_id = "01912345".into();
    body.meta.at = "2026-03-07T12:00:00.000Z".into();
}, {
    ParcelNotFound { id: "p_1".into(), deleted_by: Some(Sensitive::new("mallory".into())) } => ParcelNotFound,
    ParcelRejected { limit: Some(30.5), reason: None, boxes: None } => ParcelRejected,
    SlowDown { seconds: Some(45) } => SlowDown,
    ParcelMoved { region: "north".into() } => ParcelMoved,
});
