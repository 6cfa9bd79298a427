//! The generators of Rust, called as their documentation shows it.

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use errcat_codegen::{Config, Source, Target, analyze_sources};

use crate::{Place, Stop, inputs};

pub struct Generator {
    pub name: &'static str,
    /// The packages whose versions are stated: its own, and what prints its tokens.
    pub packages: &'static [&'static str],
    pub generate: fn(Place, &str) -> Result<String, String>,
}

pub const GENERATORS: &[Generator] = &[
    Generator {
        name: "errcat",
        packages: &["errcat-codegen"],
        generate: errcat,
    },
    Generator {
        name: "typify",
        packages: &["typify", "prettyplease"],
        generate: typify,
    },
    Generator {
        name: "progenitor",
        packages: &["progenitor-impl", "prettyplease"],
        generate: progenitor,
    },
    Generator {
        name: "prost-build",
        packages: &["prost-build"],
        generate: prost,
    },
];

/// What `generate` says; a panic, which stops a build script, is an error here.
pub fn caught(generate: impl FnOnce() -> Result<String, String>) -> Result<String, (Stop, String)> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    let caught = panic::catch_unwind(AssertUnwindSafe(generate));
    panic::set_hook(hook);
    match caught {
        Ok(told) => told.map_err(|error| (Stop::Error, error)),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            Err((Stop::Panic, text.unwrap_or_default().to_owned()))
        }
    }
}

fn errcat(place: Place, text: &str) -> Result<String, String> {
    let source = Source::new("parcels.yaml", inputs::catalog(place, text));
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("errcat");
    let config = Config::load(&config).map_err(|error| error.to_string())?;
    let analysis = analyze_sources(vec![source], &config);
    let artifacts = analysis
        .emit(&[Target::Rust])
        .map_err(|error| error.to_string())?;
    let modules = artifacts
        .iter()
        .filter(|it| !it.path().ends_with("/mod.rs"));
    Ok(modules.map(|it| it.text()).collect())
}

fn typify(place: Place, text: &str) -> Result<String, String> {
    printed(typify_tokens(place, text)?)
}

fn typify_tokens(place: Place, text: &str) -> Result<proc_macro2::TokenStream, String> {
    let schema =
        serde_json::from_value::<schemars::schema::RootSchema>(inputs::json_schema(place, text));
    let schema = schema.map_err(|error| error.to_string())?;
    let mut types = typify::TypeSpace::new(&typify::TypeSpaceSettings::default());
    types
        .add_root_schema(schema)
        .map_err(|error| error.to_string())?;
    Ok(types.to_stream())
}

fn progenitor(place: Place, text: &str) -> Result<String, String> {
    printed(progenitor_tokens(place, text)?)
}

fn progenitor_tokens(place: Place, text: &str) -> Result<proc_macro2::TokenStream, String> {
    let document = serde_json::from_value(inputs::openapi(place, text));
    let document = document.map_err(|error| error.to_string())?;
    let mut generator = progenitor_impl::Generator::default();
    generator
        .generate_tokens(&document)
        .map_err(|error| error.to_string())
}

/// Tokens as both show it for a build script.
fn printed(tokens: proc_macro2::TokenStream) -> Result<String, String> {
    let file = syn::parse2(tokens).map_err(|error| error.to_string())?;
    Ok(prettyplease::unparse(&file))
}

fn prost(place: Place, text: &str) -> Result<String, String> {
    let folder = std::env::temp_dir().join(format!("errcat-rivals-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    fs::write(folder.join("parcels.proto"), inputs::proto(place, text))
        .map_err(|error| error.to_string())?;
    let files = protox::compile(["parcels.proto"], [&folder]).map_err(|error| error.to_string());
    let generated = files.and_then(|files| {
        let mut config = prost_build::Config::new();
        config.out_dir(&folder);
        config
            .compile_fds(files)
            .map_err(|error| error.to_string())?;
        fs::read_to_string(folder.join("parcels.rs")).map_err(|error| error.to_string())
    });
    fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    generated
}

#[cfg(test)]
mod tests {
    use super::{progenitor_tokens, typify_tokens};
    use crate::Place;

    /// What `SECURITY.md` says of the two texts that do not compile once printed.
    #[test]
    fn tokens_hold_what_printing_writes_raw() {
        for (text, escaped) in [("a\rb", r"a\rb"), ("a\u{202e}b", r"a\u{202e}b")] {
            for tokens in [typify_tokens, progenitor_tokens] {
                let tokens = tokens(Place::Description, text).expect("both take it");
                let source = tokens.to_string();
                assert!(
                    source.contains(escaped) && !source.contains(text),
                    "{source}"
                );
            }
        }
    }
}
