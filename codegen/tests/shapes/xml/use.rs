// XML bodies, redirects, and one code that is listed four times.
use xml::{catalog, Action, ErrorCode, Place, Safe};

fn main() {
    assert_eq!(catalog().media_type, "application/xml");
    let moved = ErrorCode::PermanentRedirect;
    let retry = moved.retry().expect("advice");
    assert_eq!((moved.status(), retry.action), (301, Action::Redirect));
    assert_eq!(retry.to, Some(Place::Detail("Endpoint")));
    let temporary = ErrorCode::TemporaryRedirect;
    let retry = temporary.retry().expect("advice");
    assert_eq!(
        (temporary.status(), retry.to),
        (307, Some(Place::Header("Location")))
    );
    assert_eq!(retry.safe, Some(Safe::Always));
    assert!(temporary.is_retryable());

    let argument = ErrorCode::InvalidArgument;
    let listings: Vec<_> = argument.entry().listings().collect();
    assert_eq!(listings.len(), 4);
    let lines: Vec<_> = listings.iter().filter_map(|it| it.document_line).collect();
    assert_eq!(lines, [16, 17, 18, 24]);
    assert_eq!(listings[2].causes, ["A degree sign in the value."]);
    assert_eq!(listings[3].status, Some(409));
    assert_eq!(argument.statuses(), [400, 409]);
}
