//! What a profile or a team can be written out as, and what of a profile. Owns the names; `export` makes the bytes.

/// The member that a JSON export has and a profile has not.
pub const MEMBER: &str = "export";

/// What a profile can be exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text with headings, lists and tables.
    Markdown,
    /// A sheet that prints on A4.
    Html,
    /// The rose.
    Svg,
    /// A table for spreadsheets, as text.
    Csv,
    /// The profile's file with weights and questions.
    Json,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Markdown,
        Self::Html,
        Self::Svg,
        Self::Csv,
        Self::Json,
        Self::Xlsx,
    ];

    /// The format that goes by this extension, in capitals or not; `markdown` and `htm` are understood too.
    pub fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "markdown" => Some(Self::Markdown),
            "htm" => Some(Self::Html),
            text => Self::ALL.into_iter().find(|format| format.extension() == text),
        }
    }

    /// What the format is called and its files end with: `md`.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// Whether it is text, for showing a preview or writing it to a terminal.
    pub fn is_text(self) -> bool {
        self != Self::Xlsx
    }
}

/// What of a profile goes out beside its name, its frame and its dials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Parts {
    /// What the leader wrote: notes, tags of documents, effect and learning, answers to the mirror.
    pub notes: bool,
    /// Bearings.
    pub bearings: bool,
    /// The mirror's questions.
    pub questions: bool,
    /// Decisions.
    pub decisions: bool,
}

impl Parts {
    /// Everything.
    pub const ALL: Self = Self {
        notes: true,
        bearings: true,
        questions: true,
        decisions: true,
    };
}
