// Codes with spaces and colons; every answer is a 200.
use spaced::{ErrorCode, Section};

fn main() {
    let overload = ErrorCode::from_code("Error: overload").expect("a code");
    assert_eq!(overload, ErrorCode::ErrorOverload);
    assert_eq!(overload.to_string(), "Error: overload");
    for other in [
        "Error:overload",
        "error: overload",
        " Error: overload",
        "overload",
    ] {
        assert_eq!(ErrorCode::from_code(other), None, "{other}");
    }
    assert!(ErrorCode::ALL.iter().all(|code| code.status() == 200));
    assert_eq!(ErrorCode::with_status(200).count(), ErrorCode::ALL.len());
    assert!(!ErrorCode::WarningDoorOpen.is_error());
    assert!(Section::Printing.codes().eq([ErrorCode::PrinterOutOfPaper]));
    assert_eq!(ErrorCode::StillMoving.entry().listings().count(), 2);
}
