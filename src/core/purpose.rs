//! What something is printed or shared for, and what is chosen of it: the same in the interface and the dialogue. Owns the
//! choices and what is suggested; what the formats are is [`format`](super::format)'s, the bytes are `export`'s.

use super::format::{Format, Part, Parts, Picture, Size, What};
use jiff::civil::Date;

/// What something goes out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A talk: the sheet.
    Talk,
    /// A wall: the picture.
    Wall,
    /// Cards to lay on a table.
    Cards,
    /// Sheet, picture and cards in one file.
    Whole,
    /// A spreadsheet.
    Spreadsheet,
    /// A colleague's pejl; of a team, another program.
    Colleague,
    /// A reminder in the calendar.
    Reminder,
}

impl Purpose {
    /// Those that there are of a team, or of a profile, in the order they are offered.
    pub fn of(team: bool) -> &'static [Self] {
        match team {
            true => &[Self::Talk, Self::Wall, Self::Spreadsheet, Self::Colleague],
            false => &[
                Self::Talk,
                Self::Wall,
                Self::Cards,
                Self::Whole,
                Self::Spreadsheet,
                Self::Colleague,
                Self::Reminder,
            ],
        }
    }

    /// The formats that serve it, the one that is suggested first.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::Talk => &[Format::Pdf, Format::Html, Format::Markdown],
            Self::Wall => &[Format::Svg, Format::Png, Format::Pdf],
            Self::Cards => &[Format::Pdf, Format::Html],
            Self::Whole => &[Format::Pdf],
            Self::Spreadsheet => &[Format::Xlsx, Format::Csv],
            Self::Colleague => &[Format::Json],
            Self::Reminder => &[Format::Ics],
        }
    }

    /// What of a profile it shows.
    pub fn what(self) -> What {
        match self {
            Self::Wall => What::Rose,
            Self::Cards => What::Cards,
            Self::Whole => What::All,
            Self::Talk | Self::Spreadsheet | Self::Colleague | Self::Reminder => What::Sheet,
        }
    }

    /// What goes along unless it is chosen otherwise: everything on the paper for one's own talk; nothing that was written
    /// where the file leaves one's hands.
    pub fn parts(self) -> Parts {
        match self {
            Self::Talk | Self::Whole => Parts::ALL,
            _ => Parts::PUBLIC,
        }
    }
}

/// What is chosen to go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Selection {
    /// True for the team as it is shown, false for the profile.
    pub team: bool,
    /// What for.
    pub purpose: Purpose,
    /// The format, one of the purpose's.
    pub format: Format,
    /// What of the profile.
    pub parts: Parts,
    /// How a picture is made.
    pub picture: Picture,
}

/// A choice within a [`Selection`], besides its purpose and format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A part of the profile.
    Part(Part),
    /// The names of the team.
    Names,
    /// How wide a picture is.
    Size,
    /// Whether what is under a picture shows through.
    Ground,
}

impl Selection {
    /// What is suggested for this purpose.
    pub fn of(team: bool, purpose: Purpose) -> Self {
        Self {
            team,
            purpose,
            format: purpose.formats()[0],
            parts: purpose.parts(),
            picture: Picture::default(),
        }
    }

    /// What is suggested for the team or for the profile: the sheet that prints.
    pub fn suggested(team: bool) -> Self {
        Self::of(team, Purpose::Talk)
    }

    /// What is suggested in this format: the first purpose it serves, or the sheet where it serves none.
    pub fn in_format(team: bool, format: Format) -> Self {
        let serves = |purpose: &&Purpose| purpose.formats().contains(&format);
        let purpose = Purpose::of(team).iter().find(serves);
        let purpose = purpose.copied().unwrap_or(Purpose::Talk);
        let format = if purpose.formats().contains(&format) {
            format
        } else {
            purpose.formats()[0]
        };
        Self {
            format,
            ..Self::of(team, purpose)
        }
    }

    /// The day to look at the profile again, for a calendar.
    pub fn calendar() -> Self {
        Self::of(false, Purpose::Reminder)
    }

    /// The next format of the purpose, or the one before.
    pub fn turn_format(&mut self, by: isize) {
        self.format = after(self.purpose.formats(), self.format, by);
    }

    /// What the file is suggested to be called: after the profile, whose `slug` this is, or the team, after what it is for and
    /// the day.
    pub fn file_name(&self, slug: &str, purpose: &str, day: Date) -> String {
        let day = day.to_string();
        let parts = [slug, purpose, &day];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}.{}", parts.join("-"), self.format.extension())
    }

    /// The choices that matter for what is chosen.
    pub fn items(&self) -> Vec<Item> {
        let mut items: Vec<Item> = match self.team {
            true => vec![Item::Names],
            false => {
                let parts = self.format.parts_of(self.purpose.what()).iter();
                parts.map(|part| Item::Part(*part)).collect()
            }
        };
        if self.format == Format::Png {
            items.push(Item::Size);
        }
        if self.purpose == Purpose::Wall && self.format != Format::Pdf {
            items.push(Item::Ground);
        }
        items
    }

    /// The next value of a choice, or the one before; the names of a team are not the selection's.
    pub fn turn(&mut self, item: Item, by: isize) {
        match item {
            Item::Part(part) => self.parts.toggle(part),
            Item::Size => self.picture.size = after(&Size::ALL, self.picture.size, by),
            Item::Ground => self.picture.transparent = !self.picture.transparent,
            Item::Names => {}
        }
    }
}

/// The value so many places after one of these, from the beginning again after the last.
fn after<T: Copy + PartialEq>(all: &[T], one: T, by: isize) -> T {
    let at = all.iter().position(|other| *other == one).unwrap_or(0);
    let to = (at as isize + by).rem_euclid(all.len().max(1) as isize);
    all.get(to as usize).copied().unwrap_or(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_written_is_suggested_where_a_file_leaves_ones_hands() {
        for purpose in Purpose::of(false) {
            let parts = Selection::of(false, *purpose).parts;
            let own = matches!(purpose, Purpose::Talk | Purpose::Whole);
            for part in [Part::Notes, Part::Questions, Part::Decisions] {
                assert_eq!(parts.has(part), own, "{purpose:?} {part:?}");
            }
            assert!(!parts.has(Part::OpenQuestions), "{purpose:?}");
        }
    }

    #[test]
    fn every_format_serves_a_purpose_and_every_purpose_of_a_team_one_of_a_profile() {
        for format in Format::ALL {
            let selection = Selection::in_format(false, format);
            assert_eq!(selection.format, format);
        }
        assert_eq!(Selection::in_format(true, Format::Ics).purpose, Purpose::Talk);
        let own = Purpose::of(false);
        assert!(Purpose::of(true).iter().all(|purpose| own.contains(purpose)));
    }

    #[test]
    fn a_file_is_called_after_the_profile_what_it_is_for_and_the_day() {
        let day = jiff::civil::date(2026, 11, 28);
        let selection = Selection::suggested(false);
        assert_eq!(selection.file_name("anna", "ark", day), "anna-ark-2026-11-28.pdf");
        assert_eq!(selection.file_name("", "ark", day), "ark-2026-11-28.pdf");
    }
}
