// Several errors in one answer: the envelope repeats.
use multi_error::{catalog, Action, Delay, ErrorCode};

fn main() {
    let envelope = catalog().envelope.expect("it is documented");
    let compact: String = envelope.split_whitespace().collect();
    assert!(compact.contains("\"errors\":[{"), "{envelope}");
    assert!(
        compact.contains("\"retry_in\":{\"$slot\":\"integer\""),
        "{envelope}"
    );

    let busy = ErrorCode::PressBusy.retry().expect("advice of the status");
    assert_eq!(
        (busy.action, busy.delay),
        (Action::Wait, Some(Delay::Detail("retry_in")))
    );
    assert_eq!(
        ErrorCode::CardUnknown.entry().reason(),
        Some("Library Card Required")
    );
    assert_eq!(
        ErrorCode::FontMissing.entry().reason(),
        Some("Unprocessable Content")
    );
}
