//! TOML as this program reads it: places by line and column, and problems as data. Reads no file and knows no key.

use super::problem::{FOUND_SHOWN, Kind, Path, Position, Problem, ProblemKind, shortened};
use std::ops::Range;
pub use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A TOML text being read, and what was found wrong with it so far.
pub struct Reader<'t> {
    text: &'t str,
    /// What is wrong, in the order it was found.
    pub problems: Vec<Problem>,
}

impl<'t> Reader<'t> {
    /// A reader of `text`, and its table; nothing where it is no TOML, and then there is one problem.
    pub fn new(text: &'t str) -> (Self, Option<DeTable<'t>>) {
        let mut reader = Self {
            text,
            problems: Vec::new(),
        };
        match DeTable::parse(text) {
            Ok(table) => (reader, Some(table.into_inner())),
            Err(error) => {
                // a fault at the end of the file stands on the line that is not finished
                let at = error.span().map_or(0, |span| span.start);
                reader.problem(at..at, Path::default(), ProblemKind::NotToml);
                (reader, None)
            }
        }
    }

    /// Notes a problem with what stands in `span`, in bytes.
    pub fn problem(&mut self, span: Range<usize>, path: Path, kind: ProblemKind) {
        let position = Position::after(self.text.get(..span.start).unwrap_or(self.text));
        self.problems.push(Problem { position, path, kind });
    }

    /// Notes that a value is of the wrong kind.
    pub fn wrong_type(&mut self, value: &Spanned<DeValue>, path: Path, expected: Kind) {
        let found = kind(value.get_ref());
        self.problem(value.span(), path, ProblemKind::WrongType { expected, found });
    }

    /// A true or false.
    pub fn flag(&mut self, value: &Spanned<DeValue>, path: &Path) -> Option<bool> {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(value, path.clone(), Kind::Bool);
        }
        flag
    }

    /// A text.
    pub fn text<'v>(&mut self, value: &'v Spanned<DeValue>, path: &Path) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(value, path.clone(), Kind::String);
        }
        text
    }

    /// One of a few words, by its place among them.
    pub fn choice(
        &mut self,
        value: &Spanned<DeValue>,
        path: &Path,
        allowed: impl IntoIterator<Item = impl Into<String>>,
    ) -> Option<usize> {
        let allowed: Vec<String> = allowed.into_iter().map(Into::into).collect();
        let found = self.text(value, path)?;
        let place = allowed.iter().position(|word| word == found);
        if place.is_none() {
            let found = shortened(found, FOUND_SHOWN);
            self.problem(
                value.span(),
                path.clone(),
                ProblemKind::UnknownChoice { found, allowed },
            );
        }
        place
    }

    /// The problems in the order of the file.
    pub fn in_order(mut self) -> Vec<Problem> {
        Problem::sort(&mut self.problems);
        self.problems
    }
}

/// Of `names`, those that begin as `given` does, or all where they are few.
pub fn near<'n>(given: &str, names: impl Iterator<Item = &'n str> + Clone) -> Vec<String> {
    const FEW: usize = 12;
    const BEGINNING: usize = 3;
    let beginning: String = given.chars().take(BEGINNING).collect();
    let few = names.clone().count() <= FEW;
    names
        .filter(|name| few || name.starts_with(&beginning))
        .map(str::to_owned)
        .collect()
}

/// What kind of value it is. A date is written without quotes, as a number is, and counts as one.
fn kind(value: &DeValue) -> Kind {
    match value {
        DeValue::String(_) => Kind::String,
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => Kind::Number,
        DeValue::Boolean(_) => Kind::Bool,
        DeValue::Array(_) => Kind::Array,
        DeValue::Table(_) => Kind::Object,
    }
}
