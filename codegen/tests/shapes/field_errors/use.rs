// Integer codes, with nested errors for single fields.
use field_errors::ErrorCode;

fn main() {
    let invalid = ErrorCode::from_code(20001_i64).expect("a code");
    assert_eq!(invalid, ErrorCode::InvalidForm);
    assert_eq!(invalid.as_i64(), 20001);
    assert_eq!(ErrorCode::try_from(20404_i64), Ok(ErrorCode::FormNotFound));
    assert!(ErrorCode::from_code(404).is_none());

    let kind_of = |path: &str| {
        let mut details = invalid.entry().details();
        details.find(|it| it.path == path).map(|it| it.kind)
    };
    assert_eq!(kind_of("count"), Some("integer"));
    assert_eq!(kind_of("errors"), Some("array"));
    assert_eq!(kind_of("errors[].field"), Some("string"));
    assert_eq!(kind_of("errors[].code"), Some("integer"));
    assert_eq!(kind_of("errors[].allowed"), Some("array"));
}
