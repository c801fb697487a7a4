//! What a part of a profile says, for the formats that are read: entries under a heading. Every text in it is made
//! harmless; how it is laid out and escaped is each format's.

use crate::core::dial::DialValue;

/// Entries under a heading.
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// The entries, oldest first.
    pub entries: Vec<Entry>,
    /// Whether they are long and of the past. Such a section comes last, its newest entry first, and a sheet shows the
    /// newest alone.
    pub is_past: bool,
}

/// One thing that is told. What is empty is left out.
#[derive(Default)]
pub struct Entry {
    /// What it is called: a question, a date, a bearing's name.
    pub title: String,
    /// What the leader wrote of it.
    pub text: String,
    /// The framework's sentence that it rests on, in quotation marks.
    pub quote: Option<String>,
    /// Labels and what was written under them.
    pub texts: Vec<(String, String)>,
    /// The marks that moved, where it is about marks that may.
    pub changes: Option<Vec<Change>>,
    /// What it holds besides.
    pub within: Vec<Section>,
}

/// A mark that moved or was written about at a bearing.
pub struct Change {
    /// The mark's title.
    pub title: String,
    /// The mark's name where room is short.
    pub short: String,
    /// Where it stood before.
    pub from: DialValue,
    /// Where it stood then.
    pub to: DialValue,
    /// Its note, or empty.
    pub note: String,
    /// The effect, or empty.
    pub effect: String,
    /// The learning, or empty.
    pub learning: String,
}
