// Errors and warnings in one table; a ref whose status is the canonical one.
use severity::{ErrorCode, Severity};

fn main() {
    let of = |code: ErrorCode| code.entry().severity();
    assert_eq!(of(ErrorCode::PlaceUnknown), Severity::Error);
    assert_eq!(of(ErrorCode::UnitsAssumed), Severity::Warning);
    assert_eq!(of(ErrorCode::ReadingStale), Severity::Warning);
    let errors: Vec<_> = ErrorCode::ALL
        .iter()
        .filter(|code| code.is_error())
        .collect();
    assert_eq!(
        errors,
        [&ErrorCode::PlaceUnknown, &ErrorCode::StationSilent]
    );

    let silent = ErrorCode::StationSilent;
    assert_eq!(
        (silent.status(), silent.statuses()),
        (400, [400, 502].as_slice())
    );
    assert_eq!(silent.entry().reason(), Some("Silent Station"));
    let own = silent.entry().listings().next().expect("its own item");
    assert_eq!(own.status, Some(502));
}
