//! `pejl --plain`: the same work as the interface does, as a dialogue of lines, for screen readers and Braille lines. A
//! line is typed, lines are answered and an empty one ends them; nothing that was said is ever changed. Owns the dialogue:
//! where it is, what numbers mean, what is asked for. Its words are `text`'s, and what changes is the profile's business.
//!
//! Numbers choose from the last list, words are commands, names open what they name; the interface's letters mean the
//! same here. What is said goes out in one place, which makes it harmless.

mod bearings;
mod choice;
mod command;
mod decisions;
mod export;
mod gathering;
mod help;
mod line;
mod merge;
mod mirror;
mod monthly;
mod names;
mod places;
mod profiles;
mod save;
mod settings;
mod sharing;
mod steps;
mod team;
mod texts;
mod two;
mod welcome;
mod write;

use crate::config::Themes;
use crate::core::{
    fault::{Fault, Notice},
    framework::{Framework, Translation},
    merge::Merging,
    mirror::open_questions,
    monthly::Monthly,
    problem::shortened,
    profile::Profile,
    purpose::Selection,
    sanitise::{clean, clean_lines},
    session::{Links, Session, Turn},
};
use crate::screens::welcome::WelcomeStep;
use crate::screens::{colleagues::TeamState, library::place, preferences::Preferences};
use crate::store::{Clock, Opened, Own, ProfileFile, Store, Watched, Writer};
use crate::text::{Lang, Text, capital, plain::PlainText};
use choice::{Choice, ChoiceAction, Place, chosen};
use command::Command;
use line::Line;
use std::{
    collections::BTreeSet,
    io::{self, BufRead, Write},
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use write::Asking;

/// How much of what was typed is said back, in characters.
const SAID_BACK: usize = 60;

/// What lies around the profile.
pub struct Outside {
    /// The profiles.
    pub store: Store,
    /// What time it is.
    pub clock: Clock,
    /// The config file, there or not.
    pub config: PathBuf,
    /// How the reader wants it.
    pub preferences: Preferences,
    /// The home folder, which `~` in a path stands for.
    pub home: PathBuf,
    /// Where files that go out are put.
    pub folder: PathBuf,
}

impl Outside {
    /// What no output may go onto or into.
    fn own(&self) -> Own {
        self.store.own(&self.config, &Themes::beside(&self.config).dir)
    }

    /// The file that a line means.
    fn place(&self, line: &str) -> PathBuf {
        place(line, &self.home, &self.folder)
    }
}

/// What the thread that hears signals shares with the dialogue.
#[derive(Default)]
pub struct Hurry {
    /// The process must end: the disk is waited for no longer.
    hurried: AtomicBool,
    /// The writer of the profile that is open.
    open: Mutex<Watched>,
}

impl Hurry {
    /// The process must end now.
    pub fn begin(&self) {
        self.hurried.store(true, Ordering::Relaxed);
    }

    /// The state that the disk does not have, and its file. Does not wait for the disk.
    pub fn pending(&self) -> Option<(Arc<Profile>, PathBuf)> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.pending()
    }

    fn has_begun(&self) -> bool {
        self.hurried.load(Ordering::Relaxed)
    }
}

/// The state of the dialogue.
pub struct Plain {
    /// The leader's work with the open profile: every deed is done there.
    session: Session,
    /// The framework, which the session works with too.
    framework: Arc<Framework>,
    /// The English rendering, where there is one.
    rendering: Option<Translation>,
    /// The same, where the dialogue is English.
    english: Option<Translation>,
    lang: Lang,
    outside: Outside,
    file: Writer,
    hurry: Arc<Hurry>,
    /// Whether what can be undone is on the disk as it was before the last change.
    unkept: bool,
    /// The team as it was last read, and what of it is looked at.
    team: TeamState,
    /// What goes out.
    exporting: Selection,
    /// Why the disk has not got the profile as it stands.
    unsaved: Option<Fault>,
    /// The way to here; home is never left.
    places: Vec<Place>,
    /// What numbers mean.
    choices: Vec<Choice>,
    /// The monthly review that is under way here.
    monthly: Option<Monthly>,
    /// The two versions that are being merged.
    merging: Option<Merging>,
    /// What the next line answers.
    asking: Option<Asking>,
    /// Hints and questions that were given once.
    given: BTreeSet<String>,
    /// What is to be said.
    out: String,
    /// Whether what was just heard changed the profile.
    changed: bool,
    over: bool,
}
/// Holds the dialogue until the input ends or is left.
///
/// # Errors
/// [`Fault::Output`] where nothing can be said any more, [`Fault::Other`] where nothing can be read, and, at the end, why
/// the profile is not on the disk.
pub fn run(mut input: impl BufRead, mut output: impl Write, plain: &mut Plain) -> Result<(), Fault> {
    plain.arrive();
    let talked = loop {
        // the last words are said when it is known whether all is saved
        if plain.over {
            break Ok(());
        }
        match plain.speak(&mut output) {
            // a listener that has had enough is no fault
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break Ok(()),
            Err(error) => break Err(Fault::Output { why: (&error).into() }),
            Ok(()) => {}
        }
        match line::next(&mut input) {
            Ok(Line::Text(text)) => plain.hear(&text),
            Ok(Line::TooLong) => plain.say(plain.words().too_long),
            Ok(Line::NotUtf8) => plain.say(plain.words().not_utf8),
            Ok(Line::End) => plain.end(),
            Err(error) => break Err(Fault::Other { why: (&error).into() }),
        }
    };
    if !plain.over {
        plain.end();
    }
    let left = match plain.leave(&mut output) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Fault::Output { why: (&error).into() })
        }
        _ => Ok(()),
    };
    talked.and(left).and(plain.unsaved.clone().map_or(Ok(()), Err))
}

impl Plain {
    /// The dialogue about an opened profile; `english` is said beside the framework where the language is English.
    pub fn new(
        framework: Framework,
        english: Option<Translation>,
        lang: Lang,
        outside: Outside,
        opened: Opened,
    ) -> Self {
        let mut session = Session::new(framework, opened.profile, (outside.clock)());
        let unread = take_on(&mut session, &opened.file);
        let mut plain = Self {
            framework: session.framework().clone(),
            session,
            unkept: false,
            english: english.filter(|_| lang == Lang::En),
            rendering: english,
            lang,
            outside,
            file: Writer::start(opened.file, |_| {}),
            hurry: Arc::default(),
            team: TeamState::default(),
            exporting: Selection::suggested(false),
            unsaved: None,
            places: vec![Place::Home],
            choices: Vec::new(),
            monthly: None,
            merging: None,
            asking: None,
            given: BTreeSet::new(),
            out: String::new(),
            changed: false,
            over: false,
        };
        for notice in opened.notices.iter().chain(&unread) {
            plain.say(&sentence(lang.notice(notice)));
        }
        plain.say_read_only();
        let mut title = plain.framework.title.clone();
        if let Some(english) = &plain.english {
            title += &format!(". {}", english.title());
        }
        plain.say(&plain.words().begin(&title, &clean(&plain.profile().name)));
        plain.watch();
        if opened.fresh {
            plain.places.push(Place::Welcome(WelcomeStep::About));
        }
        plain
    }

    /// What ends the dialogue in a hurry, from another thread.
    pub fn hurry(&self) -> Arc<Hurry> {
        self.hurry.clone()
    }

    /// The profile as it stands.
    pub fn profile(&self) -> &Arc<Profile> {
        self.session.profile()
    }

    /// What the disk has not got, and why.
    pub fn unsaved(&self) -> Option<&Fault> {
        self.unsaved.as_ref()
    }

    fn text(&self) -> &'static Text {
        self.lang.text()
    }

    fn words(&self) -> &'static PlainText {
        self.text().plain
    }

    /// Says a line. Everything that is said comes through here or through [`Plain::say_lines`].
    fn say(&mut self, line: &str) {
        let line = self.words().spoken(&clean(line));
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    /// Says a text on its own lines; empty ones, which would end what is said, not.
    fn say_lines(&mut self, text: &str) {
        for line in clean_lines(text).lines().filter(|line| !line.trim().is_empty()) {
            self.say(line);
        }
    }

    /// Says a hint the first time only.
    fn hint(&mut self, hint: &'static str) {
        if self.given.insert(hint.to_owned()) {
            self.say(hint);
        }
    }

    /// Hands over what was said, and an empty line after it.
    fn speak(&mut self, output: &mut impl Write) -> io::Result<()> {
        if self.out.is_empty() {
            return Ok(());
        }
        self.out.push('\n');
        output.write_all(self.out.as_bytes())?;
        self.out.clear();
        output.flush()
    }

    /// A list to choose from; its lines are said with their numbers.
    fn offer(&mut self, choices: Vec<Choice>) {
        for (at, choice) in choices.iter().enumerate() {
            self.say(&format!("{} {}", at + 1, choice.label));
        }
        self.choices = choices;
    }

    /// Takes a line in.
    fn hear(&mut self, line: &str) {
        self.session.set_now((self.outside.clock)());
        self.do_what_is_asked(line);
        if std::mem::take(&mut self.changed) && !self.over {
            self.mirror_speaks();
        }
    }

    fn do_what_is_asked(&mut self, line: &str) {
        if let Some(asking) = self.asking.take() {
            return self.answer(asking, line);
        }
        let line = line.trim();
        let words = &self.words().words;
        if line.is_empty() {
            return match *self.place() {
                Place::Welcome(step) => self.next_step(step),
                Place::Monthly => self.monthly_enter(),
                _ => self.arrive(),
            };
        }
        if let Some((command, more)) = Command::parse(line, words)
            && command.is_in(&self.framework)
        {
            return self.command(command, more);
        }
        if let Some(value) = command::value(line) {
            return self.turn(Turn::To(value));
        }
        let choices = std::mem::take(&mut self.choices);
        let chosen = chosen(&choices, line).cloned();
        self.choices = choices;
        match chosen {
            Some(choice) => self.perform(choice.action),
            // a number of no list is no field's either
            None if line.chars().all(|c| c.is_ascii_digit()) => {
                self.say(&self.words().unknown(&said_back(line), self.choices.len()))
            }
            None => self.open_named(line),
        }
    }

    fn command(&mut self, command: Command, more: &str) {
        match command {
            Command::Up => self.turn_by(more, 1),
            Command::Down => self.turn_by(more, -1),
            Command::Neutral => self.turn(Turn::RESET),
            Command::Note => self.note_here(),
            Command::Levels => self.levels(more),
            Command::Overview => self.go(Place::Overview),
            Command::Foreword => self.foreword(),
            Command::SaveBearing if more.is_empty() => self.ask(Asking::Label),
            Command::SaveBearing => self.save_bearing(more),
            Command::Bearings => self.go(Place::Bearings),
            Command::Compare => self.compare_last(),
            Command::Decisions => self.go(Place::Decisions),
            Command::Mirror => self.go(Place::Mirror),
            Command::Monthly => self.begin_monthly(),
            Command::Profile => self.go(Place::Profile),
            Command::Team => self.open_team(),
            Command::Share => self.share(),
            Command::TakeBack => self.take_back(),
            Command::Export => self.begin_export(),
            Command::Settings => self.go(Place::Settings),
            Command::Welcome => self.welcome(),
            Command::Next if *self.place() == Place::Monthly => self.monthly_on(true),
            Command::Previous if *self.place() == Place::Monthly => self.monthly_on(false),
            Command::Next => self.through(1),
            Command::Previous => self.through(-1),
            Command::Merge => self.go(Place::Versions),
            Command::Find if more.is_empty() => self.ask(Asking::Query),
            Command::Find => self.go(Place::Found(more.to_owned())),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Home => self.go(Place::Home),
            Command::Back => self.back(),
            Command::Help => self.help(),
            Command::Quit => self.end(),
        }
    }

    fn perform(&mut self, action: ChoiceAction) {
        match action {
            ChoiceAction::Go(place) => self.go(place),
            ChoiceAction::Do(command) => self.command(command, ""),
            ChoiceAction::Level(level) => {
                let deed = self.session.set_level(level);
                self.did(deed);
            }
            ChoiceAction::ReadLevel(mark, level) => self.read(&[mark], level),
            ChoiceAction::ReadForeword(at) => self.foreword_paragraph(at),
            ChoiceAction::ReadQuestion(marks) => self.read_question(&marks),
            ChoiceAction::Write(draft) => self.ask(Asking::Lines(draft)),
            ChoiceAction::Text(target) => self.begin_text(target),
            ChoiceAction::Remove(target) => self.keep_text(&target, ""),
            ChoiceAction::Ask(asking) => self.ask(asking),
            ChoiceAction::Compare(from, to) => self.compare(&from, to.as_deref()),
            ChoiceAction::Restore(id) => self.restore(&id),
            ChoiceAction::DeleteBearing(id) => self.delete_bearing(&id),
            ChoiceAction::Picks(mark, picks) => self.ask_picks(mark, picks),
            ChoiceAction::Pick(mark, links, one) => {
                let deed = self.session.toggle_link(mark, links, &one);
                self.did(deed);
            }
            ChoiceAction::Link(mark, link) => {
                let deed = self.session.toggle_link(mark, Links::Enriches, &link);
                self.answer_question(deed);
            }
            ChoiceAction::PutAway(id) => {
                let deed = self.session.put_away(&id);
                self.answer_question(deed);
            }
            ChoiceAction::LookAgain(date) => {
                let deed = self.session.set_review(Some(date));
                self.did(deed);
                self.monthly_on(true);
            }
            ChoiceAction::Calendar => self.write_calendar(),
            ChoiceAction::Profile(command) => self.run(command),
            ChoiceAction::Ghost(id) => self.choose_ghost(&id),
            ChoiceAction::Set(setting) => self.set_next(setting),
            ChoiceAction::Look(look) => self.look(look),
            ChoiceAction::PutShare => self.put_share(),
            ChoiceAction::LeaveShare => self.say(self.text().sharing.left),
            ChoiceAction::Gather(gather) => self.gather(gather),
            ChoiceAction::Part(line) => self.change_part(line),
            ChoiceAction::Purpose(purpose) => self.choose_purpose(purpose),
            ChoiceAction::Format(format) => {
                self.exporting.format = format;
                self.arrive();
            }
            ChoiceAction::OpenFile(file) => self.open_file(&file),
            ChoiceAction::Export(file, replace) => self.write_out(&file, replace),
            ChoiceAction::Leave => self.say(self.words().export.left),
            ChoiceAction::Welcome(level) => self.welcome_level(level),
            ChoiceAction::Difference(difference, keep) => self.choose(difference, keep),
            ChoiceAction::Rest(keep) => self.choose_rest(keep),
            ChoiceAction::MergeAgain => self.ask_again(),
            ChoiceAction::LeaveMerge => self.cancel_merge(),
        }
    }

    fn place(&self) -> &Place {
        self.places.last().unwrap_or(&Place::Home)
    }

    /// To a place; where it lies on the way to here, the way ends there again.
    fn go(&mut self, place: Place) {
        let welcomed = matches!(self.place(), Place::Welcome(_));
        if welcomed && !matches!(place, Place::Welcome(_)) {
            self.leave_welcome();
        }
        match self.places.iter().position(|other| *other == place) {
            Some(at) => self.places.truncate(at + 1),
            None => self.places.push(place),
        }
        self.arrive();
    }

    fn back(&mut self) {
        if matches!(self.place(), Place::Welcome(_)) {
            return self.go(Place::Home);
        }
        if self.places.len() > 1 {
            self.places.pop();
            self.arrive();
        } else {
            self.say(self.words().at_home);
        }
    }

    /// Says a question that the mirror did not have before.
    fn mirror_speaks(&mut self) {
        let questions = open_questions(&self.framework, self.profile(), self.session.today());
        let Some(question) = questions.first() else {
            return;
        };
        if self.given.insert(format!("mirror:{}", question.id)) {
            let question = self.text().ask(question, &self.framework);
            self.say(&self.words().mirror_asks(&question));
        }
    }
}

/// The session takes on what the opened file says of what can be changed and undone. Gives what must be said where the
/// latter cannot be read.
fn take_on(session: &mut Session, file: &ProfileFile) -> Option<Notice> {
    if let Some(why) = file.read_only() {
        session.set_read_only(why.clone());
    }
    match file.undo() {
        Ok(undo) => {
            session.remember(undo.back, undo.again);
            None
        }
        Err(fault) => Some(Notice::UndoUnread { fault }),
    }
}

/// What was typed, short enough to be said back.
fn said_back(given: &str) -> String {
    shortened(&clean(given), SAID_BACK)
}

/// Words with a capital at their beginning and a full stop at their end.
fn sentence(words: String) -> String {
    let stop = if words.ends_with(['.', '?']) { "" } else { "." };
    capital(&words) + stop
}
