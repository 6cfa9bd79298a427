//! A scratch workspace: the library `parcels`, which is made of catalogs, and
//! the program `post`, which depends on it.
//!
//! It lies in the target folder and is built into it, so that Cargo finds
//! there what it has compiled for this workspace, and needs no network. Its
//! packages bear its name, since Cargo tells them apart there by theirs.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

pub(crate) struct Scratch {
    name: &'static str,
    root: PathBuf,
}

/// What one `cargo build` did.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Done {
    /// Whether it ran the build script.
    pub(crate) ran_script: bool,
    /// Which of `parcels` and `post` it compiled.
    pub(crate) compiled: Vec<&'static str>,
}

const PROGRAM: &str = "\
fn main() {
    println!(\"{}\", parcels::parcel::ErrorCode::NotFound.message());
}
";

impl Scratch {
    /// An empty one of this name.
    pub(crate) fn new(name: &'static str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("incremental")
            .join(name);
        if root.exists() {
            fs::remove_dir_all(&root).expect("what an earlier run left");
        }
        Self { name, root }
    }

    /// The folder of the package `parcels`, and of the workspace.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Writes all but the source of `parcels`, whose manifest ends with `more`.
    pub(crate) fn package(&self, more: &str) {
        let name = self.name;
        let head =
            |what: &str| format!("[package]\nname = \"{name}-{what}\"\nedition = \"2024\"\n");
        let library = "[lib]\nname = \"parcels\"\n[workspace]\nmembers = [\"post\"]\n";
        self.write("Cargo.toml", &format!("{}{library}{more}", head("parcels")));
        let dependency = format!(
            "[dependencies]\nparcels = {{ path = \"..\", package = \"{name}-parcels\" }}\n"
        );
        self.write("post/Cargo.toml", &(head("post") + &dependency));
        self.write("post/src/main.rs", PROGRAM);
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        let lock = fs::read_to_string(lock).expect("the lock file of this workspace");
        self.write("Cargo.lock", &lock);
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a scratch file");
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).expect("a scratch file");
    }

    /// Builds all of it.
    pub(crate) fn build(&self) -> Done {
        let output = self.cargo();
        let stderr = String::from_utf8_lossy(&output.stderr);
        let ran = |line: &str| line.contains("Running `") && line.contains("build-script-build`");
        let fresh: Vec<Value> = messages(&output)
            .filter(|it| it["reason"] == "compiler-artifact" && it["fresh"] == false)
            .collect();
        let compiled = [
            ("parcels", "parcels"),
            ("post", &format!("{}-post", self.name)),
        ];
        let compiled = compiled
            .into_iter()
            .filter(|(_, target)| fresh.iter().any(|it| it["target"]["name"] == *target));
        Done {
            ran_script: stderr.lines().any(ran),
            compiled: compiled.map(|(what, _)| what).collect(),
        }
    }

    /// What the program prints, once it is built.
    pub(crate) fn says(&self) -> String {
        let output = self.cargo();
        let program = messages(&output)
            .find_map(|it| Some(it["executable"].as_str()?.to_owned()))
            .expect("a program");
        let output = Command::new(program).output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Where the build script writes.
    pub(crate) fn out_dir(&self) -> PathBuf {
        let output = self.cargo();
        let package = format!("{}-parcels", self.name);
        let folder = messages(&output)
            .filter(|it| {
                it["package_id"]
                    .as_str()
                    .is_some_and(|id| id.contains(&package))
            })
            .find_map(|it| Some(it["out_dir"].as_str()?.to_owned()));
        PathBuf::from(folder.expect("a build script"))
    }

    fn cargo(&self) -> Output {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
        let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["build", "--workspace", "--offline", "--verbose"])
            .arg("--message-format=json")
            .arg("--target-dir")
            .arg(target.expect("the target folder"))
            .current_dir(&self.root)
            .output()
            .expect("cargo runs");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
        output
    }
}

fn messages(output: &Output) -> impl Iterator<Item = Value> {
    let lines = output.stdout.split(|byte| *byte == b'\n');
    lines
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).expect("Cargo speaks JSON"))
}
