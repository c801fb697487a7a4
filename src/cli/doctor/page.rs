//! What `doctor` found, in words: one page, under headings. What is wrong stands last, where the eye is.

use super::report::{Profile, Report, Terminal};
use crate::core::sanitise::clean;
use crate::text::{Lang, doctor::DoctorText};

/// The page.
pub fn text(report: &Report, lang: Lang) -> String {
    let text = lang.text();
    let words = text.doctor;
    let mut page = Page(format!("pejl {} · {}\n", report.version, report.platform));
    page.heading(words.terminal);
    terminal(&mut page, &report.terminal, words);
    page.heading(text.settings.title);
    page.row(
        text.settings.language.0,
        words.language(text.language, report.language.from),
    );
    page.row(
        text.config.file,
        there(&report.config.path.to_string_lossy(), report.config.exists, words),
    );
    if let Some(machine) = &report.config.machine {
        page.row(text.config.machine, machine.clone());
    }
    page.row(
        text.cli.themes,
        format!(
            "{}: {}",
            report.themes.path.display(),
            report.themes.names.join(", ")
        ),
    );
    for team in &report.team {
        let found = words.in_team(team.profiles, team.skipped);
        page.row(words.team, format!("{}: {found}", team.path.display()));
    }
    page.heading(text.cli.data);
    let data = &report.data;
    let mut folder = there(&data.path.to_string_lossy(), data.exists, words);
    let mode = data.mode.as_ref().map(|mode| words.mode(mode));
    let free = data.free.map(|free| words.free(free / (1024 * 1024)));
    let not_writable = (!data.writable).then(|| words.not_writable.to_owned());
    for part in [mode, free, not_writable].into_iter().flatten() {
        folder += &format!(", {part}");
    }
    page.row(words.folder, folder);
    page.row(
        text.cli.log,
        there(&report.log.path.to_string_lossy(), report.log.exists, words),
    );
    page.heading(text.cli.profiles);
    if report.profiles.is_empty() {
        page.line(words.no_profiles);
    }
    for profile in &report.profiles {
        let name = profile.name.as_deref().unwrap_or(&profile.slug);
        page.row(&clean(name), about(profile, lang));
    }
    for beside in &report.beside {
        let what = match &beside.copy_of {
            Some(_) if beside.damaged => words.set_aside.to_owned(),
            Some(slug) => text.profiles.copy(slug),
            None => words.stranger.to_owned(),
        };
        page.row(&clean(&beside.file.to_string_lossy()), what);
    }
    for file in &report.elsewhere {
        page.row(&clean(file), words.elsewhere.to_owned());
    }
    page.heading(words.wrong);
    if report.faults.is_empty() {
        page.line(words.nothing);
    }
    for fault in &report.faults {
        page.line(&fault.message);
    }
    page.0
}

/// A page of rows under headings.
struct Page(String);

impl Page {
    fn heading(&mut self, heading: &str) {
        self.0 += &format!("\n{heading}\n");
    }

    fn row(&mut self, name: &str, value: String) {
        self.0 += &format!("  {name}: {value}\n");
    }

    fn line(&mut self, line: &str) {
        self.0 += &format!("  {line}\n");
    }
}

/// A path, and that nothing is there, where that is so.
fn there(path: &str, exists: bool, words: &DoctorText) -> String {
    match exists {
        true => path.to_owned(),
        false => format!("{path} ({})", words.not_there),
    }
}

fn terminal(page: &mut Page, terminal: &Terminal, words: &DoctorText) {
    for (name, value) in [
        ("TERM", &terminal.term),
        ("COLORTERM", &terminal.colorterm),
        ("TERM_PROGRAM", &terminal.program),
    ] {
        page.row(name, value.clone().unwrap_or_else(|| words.unset.to_owned()));
    }
    if let Some((columns, rows)) = terminal.size {
        page.row(words.size, words.columns_and_rows(columns, rows));
    }
    if let Some(within) = terminal.within {
        page.row(words.within, within.to_owned());
    }
    let colours = words.colours_of(terminal.colours);
    page.row(words.colours, words.by(colours, terminal.colours_from));
    page.row(
        words.drawn,
        words.drawn_with(&terminal.drawn, terminal.glyphs, terminal.drawn_from),
    );
    let answers = match (terminal.asked, &terminal.answers[..]) {
        (false, _) if terminal.stdin && terminal.stdout => words.not_asked.to_owned(),
        (false, _) => words.no_terminal.to_owned(),
        (true, []) => words.no_answer.to_owned(),
        (true, answers) => answers.join(", "),
    };
    page.row(words.answered, answers);
}

/// What a profile has, on one line.
fn about(profile: &Profile, lang: Lang) -> String {
    let text = lang.text();
    let words = text.doctor;
    let file = profile.file.file_name().unwrap_or_default().to_string_lossy();
    let mut about = clean(&file).into_owned();
    let mut add = |part: &str| about += &format!(", {part}");
    match profile.bearings {
        Some(bearings) => add(&text.merge.bearings(bearings)),
        None => add(text.profiles.unreadable),
    }
    match (profile.backups, &profile.newest_backup) {
        (Some(count), Some(newest)) => add(&words.backups(count, newest)),
        (Some(_), None) => add(words.no_backups),
        (None, _) => add(words.backups_unread),
    }
    if profile.bad_backups > 0 {
        add(&words.bad_backups(profile.bad_backups));
    }
    match profile.undo {
        Some(steps) => add(&words.steps(steps)),
        None => add(words.undo_unread),
    }
    if profile.current {
        add(text.profiles.in_use);
    }
    if profile.open {
        match profile.process {
            Some(process) => add(&words.open_in(process)),
            None => add(words.open),
        }
    }
    about
}
