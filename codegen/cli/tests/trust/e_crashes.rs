//! E. Crashes and concurrency.

mod environment;
mod kills;
mod overlaps;

use std::collections::BTreeMap;

use crate::shell::contents;
use crate::support::{PARCEL, Project};

/// The files of an output folder and what they hold.
type Outputs = BTreeMap<String, Vec<u8>>;

/// So many catalogs; their outputs differ from one generation to the other.
fn write_catalogs(project: &Project, count: usize, generation: &str) {
    for number in 0..count {
        let catalog = PARCEL
            .replace("catalog: parcel", &format!("catalog: c{number}"))
            .replace("Nobody has seen it.", &format!("It is gone, {generation}."));
        project.put(&format!("catalogs/c{number}.yaml"), catalog);
    }
}

/// What a run gives that nothing disturbs.
fn clean(count: usize, generation: &str) -> Outputs {
    let project = Project::empty();
    write_catalogs(&project, count, generation);
    contents(&project.generated().at("generated"))
}

/// Asserts that each file is one that a clean run gives; says how many of the
/// files that differ are of the first.
fn count_of_first(found: &Outputs, [first, second]: [&Outputs; 2]) -> usize {
    let mut count = 0;
    for (path, bytes) in found {
        let is = |outputs: &Outputs| outputs.get(path) == Some(bytes);
        // Meanwhile the manifest lists the files of both.
        assert!(
            is(first) || is(second) || path == "manifest.txt",
            "{path} is neither old nor new"
        );
        count += usize::from(is(first) && !is(second));
    }
    count
}

/// Numbers between 0 and 1 that no run repeats.
fn random() -> f64 {
    use std::hash::{BuildHasher as _, RandomState};
    let bits = RandomState::new().hash_one(0_u8) >> 32;
    f64::from(u32::try_from(bits).expect("32 bits are left")) / f64::from(u32::MAX)
}
