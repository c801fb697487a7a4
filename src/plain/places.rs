//! What each place says and what can be chosen there; what is read there.

use super::{Choice, ChoiceAction, Command, Place, Plain, said_back, write::Asking};
use crate::core::find::{self, Index};
use crate::core::session::Links;
use crate::core::{
    compare::Picture,
    dial::DialValue,
    framework::{FieldIndex, MarkIndex},
};
use crate::text::capital;

/// How many hits of a search are told.
const HITS: usize = 9;

impl Plain {
    /// Says the place it is at, and what can be chosen there.
    pub(super) fn arrive(&mut self) {
        self.choices.clear();
        match self.place().clone() {
            Place::Home => self.home(),
            Place::Field(field) => self.field(field),
            Place::Mark(mark) => self.mark(mark),
            Place::Overview => self.overview(),
            Place::Bearings => self.bearings(),
            Place::Bearing(id) => self.bearing(&id),
            Place::Decisions => self.decisions(),
            Place::Decision(at) => self.decision(at),
            Place::Mirror => self.mirror(),
            Place::Monthly => self.monthly_step(),
            Place::Question(id) => self.question(&id),
            Place::Found(query) => self.found(&query),
            Place::Profile => self.profile_place(),
            Place::Profiles => self.profiles(),
            Place::Trash => self.trash(),
            Place::Team => self.team(),
            Place::TeamMark(mark) => self.team_mark(mark),
            Place::Gatherings => self.gatherings(),
            Place::Gathering(id) => self.gathering(&id),
            Place::People => self.people(),
            Place::Two { source, all } => self.two(&source, all),
            Place::Export => self.export(),
            Place::Settings => self.settings(),
            Place::Welcome(step) => self.welcome_step(step),
            Place::Versions => self.versions(),
            Place::Merge => self.merge_place(),
        }
    }

    fn home(&mut self) {
        let fields: Vec<FieldIndex> = self.framework.field_indices().collect();
        let choices = fields
            .into_iter()
            .map(|field| Choice::to(self.field_line(field), Place::Field(field)))
            .collect();
        self.offer(choices);
        self.hint(self.words().hint_home);
    }

    fn field(&mut self, field: FieldIndex) {
        self.say(&format!("{}.", self.field_line(field)));
        let marks = self.framework.marks_of(field);
        self.offer_marks(marks.collect());
        self.hint(self.words().hint_field);
    }

    fn overview(&mut self) {
        let marks: Vec<MarkIndex> = self.framework.mark_indices().collect();
        let values = marks.iter().map(|mark| self.value(*mark));
        let (up, down) = values.fold((0, 0), |(up, down), value| {
            (
                up + usize::from(value > DialValue::NEUTRAL),
                down + usize::from(value < DialValue::NEUTRAL),
            )
        });
        self.say(&self.words().turned(up, down));
        let fields: Vec<FieldIndex> = self.framework.field_indices().collect();
        for field in fields {
            self.say(&format!("{}.", self.field_line(field)));
        }
        let shares = self.framework.weights(marks.iter().map(|mark| self.value(*mark)));
        let ghost = self.ghost_bearing();
        let choices = marks.iter().map(|mark| {
            let value = self.value(*mark);
            let mut label = format!(
                "{}: {value}, {}, {} {}",
                self.mark_title(*mark),
                self.stand(value),
                self.text().weight,
                self.text().percent(shares[mark.get()])
            );
            if let Some(bearing) = ghost {
                let then = Picture::At(bearing).value(&self.framework.mark(*mark).id);
                if then != value {
                    label += &format!(", {}", self.text().stood(bearing.at.date(), then));
                }
            }
            Choice::to(label, Place::Mark(*mark))
        });
        let choices = choices.collect();
        self.offer(choices);
        self.hint(self.words().hint_list);
    }

    fn offer_marks(&mut self, marks: Vec<MarkIndex>) {
        let choices = marks.into_iter().map(|mark| {
            let value = self.value(mark);
            let label = format!("{}: {value}, {}", self.mark_title(mark), self.stand(value));
            Choice::to(label, Place::Mark(mark))
        });
        let choices = choices.collect();
        self.offer(choices);
    }

    fn mark(&mut self, mark: MarkIndex) {
        let (text, words) = (self.text(), self.words());
        let value = self.value(mark);
        let shares = self
            .framework
            .weights(self.framework.mark_indices().map(|mark| self.value(mark)));
        self.say(&format!(
            "{}: {value}, {}, {} {}.",
            self.mark_title(mark),
            self.stand(value),
            text.weight,
            text.percent(shares[mark.get()])
        ));
        let shown = self.framework.mark(mark).clone();
        self.say(&shown.definition);
        if let Some(footnote) = &shown.footnote {
            self.say(&format!("* {footnote}"));
        }
        self.say_english(|english| english.mark(mark).definition.clone());
        if let Some(bearing) = self.ghost_bearing() {
            let then = Picture::At(bearing).value(&shown.id);
            let stood = text.stood(bearing.at.date(), then);
            self.say(&super::sentence(stood));
        }
        let note = self.profile().note(&shown.id).to_owned();
        if !note.is_empty() {
            self.say(text.which_need);
            self.say_lines(&note);
        }
        let dial = self.profile().dials.get(&shown.id).cloned().unwrap_or_default();
        let links: Vec<String> = dial.enriches.iter().map(|link| self.title_of(link)).collect();
        if !dial.documents.is_empty() {
            self.say(&format!(
                "{}.",
                text.bearings.connected(&dial.documents.join(", "))
            ));
        }
        if !links.is_empty() {
            self.say(&format!("{}.", text.bearings.enriched(&links.join(", "))));
        }
        let own = self.own_level();
        let mut choices: Vec<Choice> = (0..shown.levels.len())
            .map(|level| {
                let mut label = words.read_level(&self.level_name(level));
                if level == own && shown.levels.len() > 1 {
                    label += &format!(", {}", text.own_level);
                }
                Choice::new(label, ChoiceAction::ReadLevel(mark, level))
            })
            .collect();
        let write = if note.is_empty() {
            words.write_note
        } else {
            words.change_note
        };
        choices.extend([
            Choice::new(words.turn_up, ChoiceAction::Do(Command::Up)),
            Choice::new(words.turn_down, ChoiceAction::Do(Command::Down)),
            Choice::new(write, ChoiceAction::Do(Command::Note)),
        ]);
        choices.extend(self.picks(mark));
        self.offer(choices);
        self.hint(words.hint_mark);
    }

    /// To pick what a mark is connected with and what it enriches, where there is something to pick from.
    fn picks(&self, mark: MarkIndex) -> Vec<Choice> {
        let names = &self.text().actions;
        let lists = [
            (names.documents, Links::Documents),
            (names.enriches, Links::Enriches),
        ];
        let lists = lists
            .into_iter()
            .filter(|(_, links)| !self.session.linkable(mark, *links).is_empty());
        lists
            .map(|(label, picks)| Choice::new(capital(label), ChoiceAction::Picks(mark, picks)))
            .collect()
    }

    /// Asks which of them to pick; what is picked is left out again.
    pub(super) fn ask_picks(&mut self, mark: MarkIndex, links: Links) {
        let linked = self.session.linked(mark, links);
        let choices = self.session.linkable(mark, links).into_iter().map(|one| {
            let mut label = match links {
                Links::Documents => one.clone(),
                Links::Enriches => self.title_of(&one),
            };
            if linked.contains(&one) {
                label += &format!(", {}", self.text().bearings.chosen);
            }
            Choice::new(label, ChoiceAction::Pick(mark, links, one))
        });
        let choices = choices.collect();
        self.ask(Asking::Choice(choices));
    }

    fn found(&mut self, query: &str) {
        let words = self.words();
        let index = Index::new(&self.framework, self.english.as_ref(), self.profile());
        // one more than is told, to know whether there are more
        let mut hits = index.search(query, HITS + 1);
        if hits.is_empty() {
            return self.say(&words.not_found(&said_back(query)));
        }
        let best = hits.len() > HITS;
        hits.truncate(HITS);
        let count = hits.len();
        self.say(&if best {
            words.best(count)
        } else {
            words.found(count)
        });
        let choices = hits.into_iter().map(|hit| {
            let title = hit.title.text.replace(" · ", ", ");
            let label = match hit.snippet.text.is_empty() {
                true => title,
                false => format!("{title}: {}", hit.snippet.text),
            };
            let action = match hit.target {
                find::Target::Field(field) => ChoiceAction::Go(Place::Field(field)),
                find::Target::Mark(mark) | find::Target::Note(mark) => ChoiceAction::Go(Place::Mark(mark)),
                find::Target::Level(mark, level) => ChoiceAction::ReadLevel(mark, level),
                find::Target::Bearing(id) | find::Target::BearingNote(id, _) => {
                    ChoiceAction::Go(Place::Bearing(id))
                }
                find::Target::Foreword(at) => ChoiceAction::ReadForeword(at),
                find::Target::Profile => ChoiceAction::Go(Place::Profile),
            };
            Choice::new(label, action)
        });
        let choices = choices.collect();
        self.offer(choices);
        self.hint(words.hint_list);
    }

    /// `v`: a level of the mark, the field or the whole framework.
    pub(super) fn levels(&mut self, more: &str) {
        let words = self.words();
        let (mut level, mut raised) = (self.own_level(), false);
        for word in more.split_whitespace() {
            match word.parse::<usize>() {
                Ok(number) if (1..=self.framework.levels.len()).contains(&number) => level = number - 1,
                Ok(_) => return self.say(&words.no_level(self.framework.levels.len())),
                Err(_) if words.raised.contains(&word.to_lowercase().as_str()) => raised = true,
                Err(_) => return self.say(&words.unknown(&said_back(more), self.choices.len())),
            }
        }
        let mut marks: Vec<MarkIndex> = match *self.place() {
            Place::Mark(mark) => vec![mark],
            Place::Field(field) => self.framework.marks_of(field).collect(),
            _ => self.framework.mark_indices().collect(),
        };
        if raised {
            marks.sort_by_key(|mark| std::cmp::Reverse(self.value(*mark)));
        }
        self.read(&marks, level);
    }

    /// Reads what a level asks in these marks aloud. At the own level they are read then, which the profile keeps.
    pub(super) fn read(&mut self, marks: &[MarkIndex], level: usize) {
        self.read_under(marks, level, true);
    }

    /// The same, with each mark's title and value where they were not just said.
    pub(super) fn read_under(&mut self, marks: &[MarkIndex], level: usize, titles: bool) {
        if level >= self.framework.levels.len() {
            return;
        }
        let own = level == self.own_level();
        let mut name = self.level_name(level);
        if own && self.framework.levels.len() > 1 {
            name += &format!(", {}", self.text().own_level);
        }
        self.say(&format!("{name}."));
        for &mark in marks {
            if titles {
                self.say(&format!("{}: {}", self.mark_title(mark), self.value(mark)));
            }
            let asks = self.framework.mark(mark).levels[level].clone();
            self.say(&asks);
            self.say_english(|english| english.mark(mark).levels[level].clone());
        }
        if own && self.session.mark_read(marks.iter().copied()) {
            let outcome = self.save();
            if self.unsaved.is_some() {
                self.say(&outcome);
            }
        }
    }

    pub(super) fn foreword(&mut self) {
        let framework = &self.framework;
        let lines = [framework.title.clone(), framework.organisation.clone()];
        let paragraphs = framework.foreword.clone();
        for line in lines.iter().chain(&paragraphs) {
            self.say(line);
        }
        if let Some(english) = self.english {
            for line in [english.title()]
                .into_iter()
                .chain(english.foreword().iter().map(String::as_str))
            {
                self.say(line);
            }
        }
    }

    pub(super) fn foreword_paragraph(&mut self, at: usize) {
        let paragraph = self.framework.foreword[at].clone();
        self.say(&paragraph);
        self.say_english(|english| english.foreword()[at].clone());
    }

    /// Says the English rendering of what was just said, where there is one, and that it is unofficial.
    pub(super) fn say_english(&mut self, part: impl FnOnce(&crate::core::framework::Translation) -> String) {
        if let Some(english) = &self.english {
            let line = format!("{} ({})", part(english), self.text().unofficial);
            self.say(&line);
        }
    }

    /// A field's name and its share.
    fn field_line(&self, field: FieldIndex) -> String {
        let text = self.text();
        let shares = self
            .framework
            .weights(self.framework.mark_indices().map(|mark| self.value(mark)));
        let share = self
            .framework
            .marks_of(field)
            .map(|mark| shares[mark.get()])
            .sum();
        format!(
            "{}: {} {}",
            self.field_title(field),
            text.weight,
            text.percent(share)
        )
    }

    pub(super) fn value(&self, mark: MarkIndex) -> DialValue {
        self.session.value(mark)
    }

    pub(super) fn stand(&self, value: DialValue) -> &'static str {
        self.text().stand(value)
    }

    /// The own level, counted from 0.
    pub(super) fn own_level(&self) -> usize {
        self.session.own_level()
    }
}
