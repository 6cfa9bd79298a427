//! Any names in the places that become identifiers: what comes out is valid and
//! no two are the same, or the catalog is refused.
//!
//! An input is lines: a letter for the place, then the name. `c` is a code, `n`
//! the name of an entry, `d` a detail of the entry before, `t` a type, `g` a
//! tag, `s` a section of the codes after it, `i` the catalog's id, `k` the
//! class of a client.

mod rust;

use std::collections::BTreeSet;

use errcat_codegen::{Analysis, Config, Source, Target, analyze_sources};

use crate::findings;
use crate::yaml::{Yaml, map};

/// Holds if the names in `bytes` are refused with sound findings, or give
/// outputs in which no name stands for two things.
///
/// # Panics
///
/// If it does not hold.
pub fn hold(bytes: &[u8]) {
    let names = Names::of(&String::from_utf8_lossy(bytes));
    let file = format!("{}.yaml", names.id.as_deref().unwrap_or("c"));
    let source = Source::new(file, names.catalog().file());
    let analysis = analyze_sources(vec![source], &Config::default());
    findings::hold(analysis.diagnostics());
    if analysis.diagnostics().is_clean() {
        each_code_has_an_identifier(&analysis, &names);
        outputs_are_unambiguous(&analysis);
    }
}

/// Whether all codes are there as they were given, each with an identifier of
/// its own.
fn each_code_has_an_identifier(analysis: &Analysis, names: &Names) {
    let [catalog] = analysis.catalogs() else {
        panic!("a catalog without errors is there");
    };
    let found: Vec<_> = catalog
        .entries
        .iter()
        .flat_map(|entry| &entry.codes)
        .collect();
    let codes: Vec<String> = found.iter().map(|it| it.code.to_string()).collect();
    let given: Vec<&str> = names
        .sections
        .iter()
        .flat_map(|it| &it.1)
        .map(|it| &*it.code)
        .collect();
    assert_eq!(codes, given);
    let idents: BTreeSet<&str> = found.iter().map(|it| it.ident.as_str()).collect();
    assert_eq!(
        idents.len(),
        found.len(),
        "two codes share an identifier: {idents:?}"
    );
    for ident in idents {
        let is_camel = ident.bytes().all(|it| it.is_ascii_alphanumeric());
        assert!(
            is_camel && syn::parse_str::<syn::Ident>(ident).is_ok(),
            "{ident:?}"
        );
    }
}

fn outputs_are_unambiguous(analysis: &Analysis) {
    let outputs = analysis.emit(Target::ALL).expect("there are no errors");
    let mut paths = BTreeSet::new();
    for output in &outputs {
        let path = output.path().to_lowercase();
        assert!(paths.insert(path), "two files are {:?}", output.path());
        if output.path().ends_with(".rs") {
            rust::has_no_name_twice(output.text());
        } else if output.path().ends_with(".md") {
            let anchors: Vec<&str> = output.text().split("<a id=\"").skip(1).collect();
            let anchors: Vec<&str> = anchors
                .iter()
                .filter_map(|it| it.split('"').next())
                .collect();
            let unique: BTreeSet<&&str> = anchors.iter().collect();
            assert_eq!(
                unique.len(),
                anchors.len(),
                "an anchor is there twice: {anchors:?}"
            );
        }
    }
}

/// What the lines of an input say.
#[derive(Default)]
struct Names {
    id: Option<String>,
    types: Vec<String>,
    tags: Vec<String>,
    classes: Vec<String>,
    sections: Vec<(String, Vec<Entry>)>,
}

#[derive(Default)]
struct Entry {
    code: String,
    name: Option<String>,
    details: Vec<String>,
}

impl Names {
    fn of(text: &str) -> Self {
        let mut names = Self::default();
        for line in text.split('\n') {
            let Some(place) = line.chars().next() else {
                continue;
            };
            names.add(place, line[place.len_utf8()..].to_owned());
        }
        names
    }

    fn add(&mut self, place: char, name: String) {
        match place {
            'i' => self.id = Some(name),
            't' => self.types.push(name),
            'g' => self.tags.push(name),
            'k' => self.classes.push(name),
            's' => self.sections.push((name, Vec::new())),
            'c' => self.entries().push(Entry {
                code: name,
                ..Entry::default()
            }),
            'n' => self.last().name = Some(name),
            'd' => self.last().details.push(name),
            _ => {}
        }
    }

    fn entries(&mut self) -> &mut Vec<Entry> {
        if self.sections.is_empty() {
            self.sections.push(("main".to_owned(), Vec::new()));
        }
        let (_, entries) = self.sections.last_mut().expect("there is one now");
        entries
    }

    fn last(&mut self) -> &mut Entry {
        let entries = self.entries();
        if entries.is_empty() {
            entries.push(Entry {
                code: "FIRST".to_owned(),
                ..Entry::default()
            });
        }
        entries.last_mut().expect("there is one now")
    }

    fn catalog(&self) -> Yaml {
        let text = |text: &str| Yaml::text(text);
        let types = self
            .types
            .iter()
            .map(|it| (it.clone(), Yaml::Map(Vec::new())));
        let tags = self.tags.iter().map(|it| (it.clone(), text("A tag.")));
        let class = |(at, class): (usize, &String)| {
            let row = vec![("client-class".to_owned(), text(class))];
            ((400 + at).to_string(), Yaml::Map(row))
        };
        let sections = self.sections.iter().map(|(id, entries)| {
            let errors = entries.iter().map(Entry::item).collect();
            let pairs = [("title", text("Section")), ("errors", Yaml::List(errors))];
            (id.clone(), map(pairs))
        });
        map([
            ("errcat", Yaml::bare(1)),
            ("catalog", text(self.id.as_deref().unwrap_or("c"))),
            ("title", text("Names")),
            ("types", Yaml::Map(types.collect())),
            ("tags", Yaml::Map(tags.collect())),
            (
                "statuses",
                Yaml::Map(self.classes.iter().enumerate().map(class).collect()),
            ),
            ("sections", Yaml::Map(sections.collect())),
        ])
    }
}

impl Entry {
    fn item(&self) -> Yaml {
        let detail = |name: &String| {
            let kind = vec![("type".to_owned(), Yaml::text("string"))];
            (name.clone(), Yaml::Map(kind))
        };
        let mut pairs = vec![
            ("code", Yaml::text(&self.code)),
            ("status", Yaml::bare(400)),
            ("message", Yaml::text("It failed.")),
        ];
        if let Some(name) = &self.name {
            pairs.push(("name", Yaml::text(name)));
        }
        if !self.details.is_empty() {
            pairs.push((
                "details",
                Yaml::Map(self.details.iter().map(detail).collect()),
            ));
        }
        map(pairs)
    }
}
