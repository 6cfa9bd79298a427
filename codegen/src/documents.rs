//! The documents that catalogs transcribe, and catalogs held against them.
//!
//! `errcat check --documents` calls this after the analysis; `build` never
//! does, for a document is seldom at hand where a catalog is compiled. What a
//! line must hold is told in [`mention`]; the wording of findings is in
//! [`lint::source_line`](crate::lint).
//!
//! Deliberately absent: any understanding of the document's format. It is a
//! list of lines of text.

pub(crate) mod mention;

use std::path::Path;

use crate::Analysis;
use crate::diag::Report;
use crate::error::Error;
use crate::lint::source_line;
use crate::map::Map;
use crate::model::Text;
use crate::read;

/// The texts of documents, by the name that a catalog gives as
/// `source.document`.
///
/// ```
/// use errcat_codegen::Documents;
///
/// let documents = Documents::default().with("errors.txt", "404 PARCEL_NOT_FOUND No such parcel.\n");
/// assert!(documents.text("errors.txt").is_some());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Documents {
    texts: Map<String, String>,
}

impl Documents {
    /// Reads the documents of all catalogs of `analysis` from `folder`. What is
    /// not UTF-8 in them is replaced by U+FFFD.
    ///
    /// # Errors
    ///
    /// [`Error::Path`] if a document is missing, is larger than 64 MiB or would
    /// lie outside the folder; [`Error::Io`] if it can't be read.
    pub fn read(folder: &Path, analysis: &Analysis) -> Result<Self, Error> {
        let mut documents = Self::default();
        for catalog in analysis.catalogs() {
            let Some(name) = &catalog.origin.document else {
                continue;
            };
            if documents.text(name.as_str()).is_none() {
                let text = read::document(folder, name.as_str())?;
                documents = documents.with(name.as_str(), text);
            }
        }
        Ok(documents)
    }

    /// These documents and one more.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.texts.insert(name.into(), text.into());
        self
    }

    /// The text of a document.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }
}

/// Holds each `source.line` of the catalogs against their documents, and adds
/// what it finds to the analysis. A catalog that names no document, or one
/// that is not among `documents`, is passed over.
///
/// ```
/// use errcat_codegen::{Config, Documents, Source, analyze_sources, check_documents};
///
/// let yaml = "
/// errcat: 1
/// catalog: parcel
/// title: Parcel API errors
/// source: {document: errors.txt}
/// errors:
///   - code: PARCEL_NOT_FOUND
///     status: 404
///     message: No parcel has this ID.
///     source: {line: 1}
/// ";
/// let analysis = analyze_sources(vec![Source::new("parcel.yaml", yaml)], &Config::default());
/// let documents = Documents::default().with("errors.txt", "Errors\n404 PARCEL_NOT_FOUND\n");
/// let checked = check_documents(analysis, &documents);
/// let finding = checked.diagnostics().iter().next().unwrap();
/// assert_eq!(finding.id(), "EC0401");
/// assert_eq!(finding.help_lines(), ["`PARCEL_NOT_FOUND` stands on line 2: write `line: 2`"]);
/// ```
#[must_use]
pub fn check_documents(analysis: Analysis, documents: &Documents) -> Analysis {
    let mut report = Report::default();
    for catalog in analysis.catalogs() {
        let name = catalog.origin.document.as_ref();
        if let Some(name) = name.map(Text::as_str)
            && let Some(text) = documents.text(name)
        {
            source_line::check(catalog, name, text, &mut report);
        }
    }
    analysis.extended(report)
}
