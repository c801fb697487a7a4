//! The check of a framework's questions: each has one condition, names fields and marks that are there, quotes the
//! framework's own text, and has no blank that nothing fills.

use super::{At, Check, FIELDS_MAX, LIST_MAX, MARKS_MAX, TEXT_MAX};
use crate::{
    core::{
        framework::question::{Among, Any, Blank, Condition, Piece, pieces},
        problem::{FOUND_SHOWN, Kind, Path, ProblemKind, shortened},
    },
    format::document::{Value, member},
};
use std::{
    collections::{HashMap, HashSet},
    ops::RangeInclusive,
};

/// The most questions; the fewest is 0.
pub const QUESTIONS_MAX: usize = 40;
/// The longest wording of a question, in characters.
pub const ASK_MAX: usize = 500;

/// The words that a condition may be; the numbers they take are between these.
const CONDITIONS: &[&str] = &[
    "guard",
    "field-down",
    "mark-down",
    "raised",
    "lowered",
    "all-up",
    "unmoved",
    "enriches",
    "unread",
    "no-challenge",
    "review-due",
];

/// What of the framework questions name.
struct Named<'a> {
    fields: HashSet<&'a str>,
    marks: HashSet<&'a str>,
    texts: Vec<&'a str>,
}

impl<'a> Named<'a> {
    fn of(root: &'a Value) -> Self {
        let list = |value: &'a Value, key: &str| {
            let list = member(value, key).and_then(Value::as_array);
            list.map_or(&[][..], |list| &list.elements)
        };
        let text = |value: &'a Value| value.as_string_lit().map(|text| text.value.as_ref());
        let id = |value: &'a Value| member(value, "id").and_then(text);
        let fields = list(root, "fields");
        let marks = || fields.iter().flat_map(|field| list(field, "marks"));
        let texts_of = |mark| {
            let one = |key| member(mark, key).and_then(text);
            let levels = list(mark, "levels").iter().filter_map(text);
            [one("definition"), one("footnote")]
                .into_iter()
                .flatten()
                .chain(levels)
        };
        Self {
            fields: fields.iter().filter_map(id).collect(),
            marks: marks().filter_map(id).collect(),
            texts: list(root, "foreword")
                .iter()
                .filter_map(text)
                .chain(marks().flat_map(texts_of))
                .collect(),
        }
    }
}

impl Check<'_> {
    /// The questions of the framework, where it has any.
    pub(super) fn questions(&mut self, root: &At) {
        let Some(at) = root.get("questions") else {
            return;
        };
        let named = Named::of(root.value);
        let mut ids: HashMap<String, Path> = HashMap::new();
        for item in self.items(&at, 0..=QUESTIONS_MAX) {
            if self.is_object(&item) {
                if let Some((at, id)) = self.id(&item) {
                    match ids.get(id) {
                        Some(first) => {
                            let first = first.clone();
                            self.problem(&at, ProblemKind::DuplicateId { first });
                        }
                        None => _ = ids.insert(id.to_owned(), at.path.path()),
                    }
                }
                self.question(&item, &named);
            }
        }
    }

    fn question(&mut self, at: &At, named: &Named) {
        let when = self.when(at, named);
        let is_review = matches!(when, Some(Condition::ReviewDue));
        // where the condition is wrong, it cannot be said whether the sentence may be missing
        if when.is_some() && !is_review || at.get("quote").is_some() {
            self.text(at, "quote", TEXT_MAX);
        }
        if let Some(quote) = at.get("quote")
            && let Value::StringLit(text) = quote.value
            && !text.value.trim().is_empty()
            && !named
                .texts
                .iter()
                .any(|within| within.contains(text.value.as_ref()))
        {
            self.problem(&quote, ProblemKind::NotInText);
        }
        if let Some(ask) = self.member(at, "ask") {
            self.wording(&ask, when.as_ref().map(|when| when.blanks(false)));
        }
        if let Some(since) = at.get("since") {
            self.wording(&since, when.as_ref().map(|when| when.blanks(true)));
        }
    }

    /// Words in one or two languages; `blanks` are those that are filled, where that is known.
    fn wording(&mut self, at: &At, blanks: Option<&[Blank]>) {
        if !self.is_object(at) {
            return;
        }
        let languages: Vec<_> = ["da", "en"]
            .into_iter()
            .filter(|key| at.get(key).is_some())
            .collect();
        if languages.is_empty() {
            // says that one is missing
            self.text(at, "da", ASK_MAX);
        }
        for key in languages {
            self.text(at, key, ASK_MAX);
            let Some(words) = at.get(key) else { continue };
            let (Value::StringLit(text), Some(blanks)) = (words.value, blanks) else {
                continue;
            };
            let allowed: Vec<_> = blanks.iter().map(|blank| blank.name()).collect();
            let unknown = pieces(&text.value).find_map(|piece| match piece {
                Piece::Blank(name) if !allowed.contains(&name) => Some(name),
                _ => None,
            });
            if let Some(name) = unknown {
                let found = shortened(name, FOUND_SHOWN);
                self.problem(&words, ProblemKind::UnknownBlank { found, allowed });
            }
        }
    }

    /// The condition, where it is a good one.
    fn when(&mut self, question: &At, named: &Named) -> Option<Condition> {
        let at = self.member(question, "when")?;
        if !self.is_object(&at) {
            return None;
        }
        let present: Vec<_> = CONDITIONS.iter().filter(|key| at.get(key).is_some()).collect();
        let &[key] = &present[..] else {
            let (found, allowed) = (present.len(), CONDITIONS);
            self.problem(&at, ProblemKind::Conditions { found, allowed });
            return None;
        };
        let value = at.get(key)?;
        let condition = match *key {
            "guard" => {
                let (up, down) = (
                    self.named_ids(&value, "up", named, false),
                    self.named_id(&value, "down", named),
                );
                Condition::Guard { up: up?, down: down? }
            }
            "field-down" => Condition::FieldDown(self.among(&value, named, false)?),
            "mark-down" => Condition::MarkDown(self.among(&value, named, true)?),
            "raised" => {
                let (marks, at) = (self.ids(&value, named, true), self.number(&at, "at", 1..=5));
                Condition::Raised {
                    marks: marks?,
                    at: at? as i8,
                }
            }
            "lowered" => {
                let (marks, at) = (self.ids(&value, named, true), self.number(&at, "at", -5..=-1));
                Condition::Lowered {
                    marks: marks?,
                    at: at? as i8,
                }
            }
            "unmoved" => Condition::Unmoved(self.number(&at, key, 2..=99)? as usize),
            "enriches" => {
                let from = self.named_ids(&value, "from", named, false);
                let to = self.named_id(&value, "to", named);
                let at = self.number(&value, "at", 1..=5);
                Condition::Enriches {
                    from: from?,
                    to: to?,
                    at: at? as i8,
                }
            }
            flag => {
                self.is_true(&value).then_some(())?;
                match flag {
                    "all-up" => Condition::AllUp,
                    "unread" => Condition::Unread,
                    "no-challenge" => Condition::NoChallenge,
                    _ => Condition::ReviewDue,
                }
            }
        };
        Some(condition)
    }

    fn is_true(&mut self, at: &At) -> bool {
        match at.value {
            Value::BooleanLit(flag) if flag.value => return true,
            Value::BooleanLit(_) => {
                let (found, allowed) = ("false".to_owned(), vec!["true".to_owned()]);
                self.problem(at, ProblemKind::UnknownChoice { found, allowed });
            }
            _ => self.wrong_type(at, Kind::Bool),
        }
        false
    }

    fn number(&mut self, parent: &At, key: &str, range: RangeInclusive<i64>) -> Option<i64> {
        let at = self.member(parent, key)?;
        let Value::NumberLit(number) = at.value else {
            self.wrong_type(&at, Kind::Number);
            return None;
        };
        let read = number.value.parse().ok().filter(|number| range.contains(number));
        if read.is_none() {
            let (found, min, max) = (shortened(number.value, FOUND_SHOWN), *range.start(), *range.end());
            self.problem(&at, ProblemKind::OffScale { found, min, max });
        }
        read
    }

    /// `"any"`, or the ids of fields or marks.
    fn among(&mut self, at: &At, named: &Named, of_marks: bool) -> Option<Among> {
        match at.value {
            Value::StringLit(text) if text.value == "any" => Some(Among::Any(Any::Any)),
            Value::StringLit(text) => {
                let (found, allowed) = (shortened(&text.value, FOUND_SHOWN), vec!["any".to_owned()]);
                self.problem(at, ProblemKind::UnknownChoice { found, allowed });
                None
            }
            _ => Some(Among::Ids(self.ids(at, named, of_marks)?)),
        }
    }

    fn named_ids(&mut self, parent: &At, key: &str, named: &Named, of_marks: bool) -> Option<Vec<String>> {
        if !self.is_object(parent) {
            return None;
        }
        let at = self.member(parent, key)?;
        self.ids(&at, named, of_marks)
    }

    fn named_id(&mut self, parent: &At, key: &str, named: &Named) -> Option<String> {
        parent.value.as_object()?;
        let (at, id) = self.string(parent, key)?;
        self.known(&at, id, named, false)
    }

    /// A list of ids, of which each must be there.
    fn ids(&mut self, at: &At, named: &Named, of_marks: bool) -> Option<Vec<String>> {
        let most = if of_marks {
            FIELDS_MAX * MARKS_MAX
        } else {
            FIELDS_MAX
        };
        let items = self.items(at, 1..=most.min(LIST_MAX));
        let mut ids = Vec::new();
        for item in &items {
            match item.value {
                Value::StringLit(id) => ids.extend(self.known(item, &id.value, named, of_marks)),
                _ => self.wrong_type(item, Kind::String),
            }
        }
        (!ids.is_empty() && ids.len() == items.len()).then_some(ids)
    }

    fn known(&mut self, at: &At, id: &str, named: &Named, of_a_mark: bool) -> Option<String> {
        let known = if of_a_mark { &named.marks } else { &named.fields };
        if known.contains(id) {
            return Some(id.to_owned());
        }
        let found = shortened(id, FOUND_SHOWN);
        self.problem(at, ProblemKind::UnknownId { found, of_a_mark });
        None
    }
}
