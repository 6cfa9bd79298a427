//! JSON, read by `serde_json`, and by `serde_yaml` as a second reader.

use serde_json::Value;

use super::token::Token;

/// A file as tokens; an error where the two readers differ.
pub(crate) fn read(text: &str) -> Result<Vec<Token>, String> {
    let value: Value = serde_json::from_str(text).map_err(|it| format!("serde_json: {it}"))?;
    // YAML is a superset of JSON; this reader refuses a key that comes twice.
    let second: serde_yaml::Value =
        serde_yaml::from_str(text).map_err(|it| format!("serde_yaml: {it}"))?;
    agree(&value, &second, "")?;
    let mut tokens = Vec::new();
    walk(&second, &mut tokens);
    Ok(tokens)
}

fn agree(value: &Value, second: &serde_yaml::Value, place: &str) -> Result<(), String> {
    use serde_yaml::Value as Second;
    let same = match (value, second) {
        (Value::Null, Second::Null) => true,
        (Value::Bool(one), Second::Bool(other)) => one == other,
        (Value::Number(one), Second::Number(other)) => {
            one.to_string() == other.to_string() || one.as_f64() == other.as_f64()
        }
        (Value::String(one), Second::String(other)) => one == other,
        (Value::Array(ones), Second::Sequence(others)) => {
            for (at, (one, other)) in ones.iter().zip(others).enumerate() {
                agree(one, other, &format!("{place}/{at}"))?;
            }
            ones.len() == others.len()
        }
        (Value::Object(ones), Second::Mapping(others)) => {
            for (key, one) in ones {
                let place = format!("{place}/{key}");
                let other = others.get(key.as_str());
                let other = other.ok_or_else(|| format!("{place}: one reader lacks it"))?;
                agree(one, other, &place)?;
            }
            ones.len() == others.len()
        }
        _ => false,
    };
    if same {
        return Ok(());
    }
    Err(format!(
        "{place}: {value} to one reader, {second:?} to the other"
    ))
}

/// The second reader keeps the order of keys.
fn walk(value: &serde_yaml::Value, tokens: &mut Vec<Token>) {
    use serde_yaml::Value as Second;
    match value {
        Second::String(text) => tokens.push(Token::Literal(text.clone())),
        Second::Sequence(items) => {
            tokens.push(Token::mark("["));
            for item in items {
                walk(item, tokens);
            }
            tokens.push(Token::mark("]"));
        }
        Second::Mapping(pairs) => {
            tokens.push(Token::mark("{"));
            for (key, value) in pairs {
                tokens.push(Token::mark("key"));
                walk(key, tokens);
                walk(value, tokens);
            }
            tokens.push(Token::mark("}"));
        }
        other => tokens.push(Token::mark(format!("{other:?}"))),
    }
}
