//! What a profile or a team can be written out as, and what of a profile. Owns the names; `export` makes the bytes.

use std::{ffi::OsStr, path::Path};

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
    /// A sheet for a talk, the rose or cards, to print.
    Pdf,
    /// The rose in pixels.
    Png,
    /// The day to look again, for a calendar.
    Ics,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Html,
        Self::Pdf,
        Self::Xlsx,
        Self::Svg,
        Self::Markdown,
        Self::Png,
        Self::Csv,
        Self::Json,
        Self::Ics,
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
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Ics => "ics",
        }
    }

    /// The parts of a profile that this format has room for.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Self::Svg | Self::Png => &[Part::Bearings],
            Self::Csv => &[Part::Notes, Part::Bearings],
            Self::Ics => &[],
            // what is open follows from the profile, whoever reads it
            Self::Json => &Part::KEPT,
            Self::Markdown | Self::Html | Self::Xlsx | Self::Pdf => &Part::ALL,
        }
    }

    /// The parts of a profile that this format has room for, showing this.
    pub fn parts_of(self, what: What) -> &'static [Part] {
        match what {
            What::Rose if self.shows().contains(&what) => &[Part::Bearings],
            What::Cards => &[],
            _ => self.parts(),
        }
    }

    /// Whether a file of this name is of this format by its ending.
    pub fn is_ending_of(self, file: &Path) -> bool {
        let ending = file.extension().and_then(OsStr::to_str);
        ending.and_then(Self::parse) == Some(self)
    }

    /// Whether it is text, for showing a preview or writing it to a terminal.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Pdf | Self::Png)
    }

    /// What of a profile this format can show, the first where nothing is said; none where it knows no such choice.
    pub fn shows(self) -> &'static [What] {
        match self {
            Self::Pdf => &What::ALL,
            Self::Html => &[What::Sheet, What::Cards],
            Self::Svg | Self::Png => &[What::Rose],
            Self::Markdown => &[What::Sheet],
            Self::Csv | Self::Json | Self::Xlsx | Self::Ics => &[],
        }
    }
}

/// What a format for paper shows of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// The sheet for a talk.
    Sheet,
    /// The rose, for the wall.
    Rose,
    /// A card for each mark.
    Cards,
    /// All of these.
    All,
}

impl What {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Sheet, Self::Rose, Self::Cards, Self::All];

    /// What it is called on the command line: `sheet`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Rose => "rose",
            Self::Cards => "cards",
            Self::All => "all",
        }
    }
}

/// A part of a profile that can stay at home when the profile goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What the leader wrote: notes, tags of documents, effect and learning, answers to the mirror.
    Notes,
    /// Bearings.
    Bearings,
    /// The mirror's questions that were answered, with the answers.
    Questions,
    /// Decisions.
    Decisions,
    /// The mirror's questions that are open. They go out where they are asked for alone.
    OpenQuestions,
}

impl Part {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::Notes,
        Self::Bearings,
        Self::Questions,
        Self::Decisions,
        Self::OpenQuestions,
    ];

    /// Those that are kept in a profile, and go out unless they are left out.
    pub const KEPT: [Self; 4] = [Self::Notes, Self::Bearings, Self::Questions, Self::Decisions];

    /// What the part is called after `--without`, or after `--with` where it is none of [`KEPT`](Self::KEPT).
    pub fn name(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Bearings => "bearings",
            Self::Questions | Self::OpenQuestions => "questions",
            Self::Decisions => "decisions",
        }
    }
}

/// The parts of a profile that go out; its name, its frame and its dials always do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Parts([bool; Part::ALL.len()]);

impl Parts {
    /// Everything that is kept.
    pub const ALL: Self = Self([true, true, true, true, false]);

    /// Where everybody stood and stands, and nothing that was written.
    pub const PUBLIC: Self = Self([false, true, false, false, false]);

    /// These without a part.
    #[must_use]
    pub fn without(mut self, part: Part) -> Self {
        self.0[part as usize] = false;
        self
    }

    /// These and a part.
    #[must_use]
    pub fn with(mut self, part: Part) -> Self {
        self.0[part as usize] = true;
        self
    }

    /// Whether a part goes out.
    pub fn has(self, part: Part) -> bool {
        self.0[part as usize]
    }

    /// Whether all goes out that is kept.
    pub fn is_whole(self) -> bool {
        Part::KEPT.into_iter().all(|part| self.has(part))
    }

    /// Takes a part in, or leaves it out where it was in.
    pub fn toggle(&mut self, part: Part) {
        self.0[part as usize] = !self.has(part);
    }
}

/// How wide a picture in pixels is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// For print and large screens.
    #[default]
    Large,
    /// For mail and slides.
    Small,
}

impl Size {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Large, Self::Small];

    /// The width, in pixels.
    pub fn pixels(self) -> u32 {
        match self {
            Self::Large => 2400,
            Self::Small => 1200,
        }
    }
}

/// How a picture is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Picture {
    /// How wide it is, where it is in pixels.
    pub size: Size,
    /// Whether what is under it shows through; else it has the colour of paper.
    pub transparent: bool,
}
