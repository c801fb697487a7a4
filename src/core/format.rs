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

    /// Those that there are of a team, or of a profile.
    pub fn of(team: bool) -> &'static [Self] {
        // a team has no day of its own
        &Self::ALL[..Self::ALL.len() - usize::from(team)]
    }

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
            Self::Markdown | Self::Html | Self::Json | Self::Xlsx | Self::Pdf => &Part::ALL,
        }
    }

    /// Whether it is text, for showing a preview or writing it to a terminal.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Pdf | Self::Png)
    }

    /// What of a profile this format can show, the first where nothing is said; none where it knows no such choice.
    pub fn shows(self) -> &'static [What] {
        match self {
            Self::Pdf => &What::ALL,
            Self::Html => &[What::Sheet],
            Self::Svg | Self::Png => &[What::Rose],
            Self::Markdown | Self::Csv | Self::Json | Self::Xlsx | Self::Ics => &[],
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
    /// The mirror's questions.
    Questions,
    /// Decisions.
    Decisions,
}

impl Part {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Notes, Self::Bearings, Self::Questions, Self::Decisions];

    /// What the part is called on the command line: `notes`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Bearings => "bearings",
            Self::Questions => "questions",
            Self::Decisions => "decisions",
        }
    }
}

/// The parts of a profile that go out; its name, its frame and its dials always do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Parts([bool; Part::ALL.len()]);

impl Parts {
    /// Everything.
    pub const ALL: Self = Self([true; Part::ALL.len()]);

    /// These without a part.
    #[must_use]
    pub fn without(mut self, part: Part) -> Self {
        self.0[part as usize] = false;
        self
    }

    /// Whether a part goes out.
    pub fn has(self, part: Part) -> bool {
        self.0[part as usize]
    }

    /// Takes a part in, or leaves it out where it was in.
    pub fn toggle(&mut self, part: Part) {
        self.0[part as usize] = !self.has(part);
    }
}

/// What is chosen to go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Selection {
    /// True for the team as it is shown, false for the profile.
    pub team: bool,
    /// The format.
    pub format: Format,
    /// What of the profile.
    pub parts: Parts,
}

/// A choice within a [`Selection`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The format.
    Format,
    /// A part of the profile.
    Part(Part),
    /// The names of the team.
    Names,
}

impl Selection {
    /// What is suggested for the team or for the profile, with all its parts: the sheet that prints.
    pub fn suggested(team: bool) -> Self {
        Self {
            team,
            format: Format::Html,
            parts: Parts::ALL,
        }
    }

    /// The day to look at the profile again, for a calendar.
    pub fn calendar() -> Self {
        Self {
            format: Format::Ics,
            ..Self::suggested(false)
        }
    }

    /// What the file is suggested to be called: as the profile's own file, whose `slug` this is, or as `team`.
    pub fn file_name(&self, slug: &str, team: &str) -> String {
        let stem = if self.team { team } else { slug };
        format!("{stem}.{}", self.format.extension())
    }

    /// The choices that matter for what is chosen.
    pub fn items(&self) -> Vec<Item> {
        let mut items = vec![Item::Format];
        if self.team {
            items.push(Item::Names);
        } else {
            items.extend(self.format.parts().iter().map(|part| Item::Part(*part)));
        }
        items
    }
}
