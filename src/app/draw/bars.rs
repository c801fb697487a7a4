//! The bars every screen has: the trail and the state of the profile on top, a message and the keys at the bottom.

use crate::app::{App, hints::Hint, layout, screen::AnyScreen};
use crate::core::{fault::Notice, session::Saving};
use crate::screens::trail::{Names, Trail};
use crate::screens::{action::Action, scope::Scope, state::State};
use crate::text::capital;
use crate::ui::page;
use crate::ui::theme::role::Role;
use crate::ui::{Look, clear, write};
use ratatui::{Frame, layout::Rect};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// Draws the bars.
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>, parts: &layout::Frame) {
    let saved = saved(app);
    let saved_width = (saved.width as u16).min(parts.header.width / 2);
    let left = parts.header.width - saved_width;
    let whole = trail(app, Names::Long);
    let short = trail(app, Names::Short);
    let fits = |trail: &Trail| width(trail) + 2 <= left.into();
    let trail = if fits(&whole) { &whole } else { &short };
    // where there is little room, home is left out
    let home = match app.body() {
        AnyScreen::Home(_) => trail.len(),
        _ => 2,
    };
    let from = if fits(trail) { 0 } else { home };
    let trail = &trail[from..];
    let room = usize::from(left).saturating_sub(width(trail) + 4);
    let who = who(app);
    // the end of it goes first
    let ends = [who.len(), 5, 3, 0].into_iter();
    let fits = ends.filter(|end| width(&who[..*end]) <= room).max();
    let who = &who[..fits.unwrap_or(0)];
    let who_width = width(who) as u16;
    let beside = who_width > 0;
    let buffer = frame.buffer_mut();
    let (mut x, y) = (parts.header.x, parts.header.y);
    let right = x + left;
    let end = right - if beside { who_width + 2 } else { 2 };
    for (role, part) in trail {
        x = write(buffer, x, y, part, end.saturating_sub(x), look.style(*role));
    }
    if beside {
        let mut at = right - who_width - 2;
        for (role, part) in who {
            at = write(buffer, at, y, part, who_width, look.style(*role));
        }
    }
    let style = look.style(saved.role);
    let x = write(buffer, right, y, saved.sign, saved_width, style);
    write(buffer, x, y, &saved.word, parts.header.right() - x, style);
    for hint in app.hints(parts.hints) {
        hint_at(look, frame, parts.hints, &hint);
    }
}

/// The most rows a message takes.
const MESSAGE: u16 = 5;

/// Whether what the program has to say takes rows of the body.
pub fn covers_body(app: &App, parts: &layout::Frame) -> bool {
    message(app, parts).len() > usize::from(!app.is_asking())
}

/// What the program has to say, line by line.
fn message(app: &App, parts: &layout::Frame) -> Vec<String> {
    let lines = app.state.message.as_deref().map_or_else(Vec::new, |message| {
        page::wrap_message(&capital(message), parts.notice.width.into())
    });
    // what must be chosen stays until it is
    let merging = matches!(app.body(), AnyScreen::Merge(_));
    let choice = (!merging && matches!(app.state.session.saving(), Saving::Conflict(_))).then(|| {
        let key = |action| {
            app.state
                .keymap
                .key_of(action)
                .map(|key| key.to_string())
                .unwrap_or_default()
        };
        app.state.text().choose_version(
            &key(Action::KeepMine),
            &key(Action::KeepTheirs),
            &key(Action::Merge),
        )
    });
    match choice {
        Some(choice) if lines.is_empty() => page::wrap_message(&choice, parts.notice.width.into()),
        None if lines.is_empty() && !app.is_asking() => unbacked(&app.state, parts.notice.width),
        _ => lines,
    }
}

/// Draws what the program has to say, over the body where it is more than one row. Comes after the body.
pub fn notice(app: &App, look: &Look, frame: &mut Frame<'_>, parts: &layout::Frame) {
    let lines = message(app, parts);
    if lines.is_empty() {
        if !app.is_asking() {
            quiet_question(app, look, frame, parts.notice);
        }
        return;
    }
    let rows = (lines.len() as u16).clamp(1, MESSAGE.min(parts.body.height / 2));
    // what is wrong with a line that is asked for stands right over it
    let bottom = match app.is_asking() {
        true => parts.notice.y,
        false => parts.notice.bottom(),
    };
    let area = Rect {
        y: bottom - rows,
        height: rows,
        ..parts.notice
    };
    clear(look, frame, area);
    let style = look.style(Role::Notice);
    let buffer = frame.buffer_mut();
    for (y, line) in (area.top()..area.bottom()).zip(&lines) {
        write(buffer, area.x, y, line, area.width, style);
    }
    if lines.len() > usize::from(area.height) && !area.is_empty() {
        write(buffer, area.right() - 1, area.bottom() - 1, "…", 1, style);
    }
}

/// What stays as long as saves keep no backup; no line where they do.
fn unbacked(state: &State, width: u16) -> Vec<String> {
    let unbacked = state.session.unbacked().cloned();
    let said = unbacked.map(|why| state.lang.notice(&Notice::Unbacked { why }));
    said.map_or_else(Vec::new, |said| page::wrap_message(&said, width.into()))
}

/// One question of the mirror in one line, and the key to it.
fn quiet_question(app: &App, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let Some(question) = app.quiet_question() else {
        return;
    };
    let question = app.state.text().ask(question, &app.state.framework);
    let key = app.state.keymap.key_of(Action::Mirror).map(|key| key.to_string());
    let look_in = app.state.text().mirror.look;
    let tail = key.as_ref().map_or(0, |key| key.width() + look_in.width() + 4) as u16;
    let buffer = frame.buffer_mut();
    let x = write(buffer, area.x, area.y, "● ", area.width, look.style(Role::Notice));
    let room = area.right().saturating_sub(x + tail);
    let x = write(buffer, x, area.y, &question, room, look.style(Role::Notice));
    if let Some(key) = &key {
        let left = |x| area.right().saturating_sub(x);
        let x = write(buffer, x + 3, area.y, key, left(x + 3), look.style(Role::Key));
        write(
            buffer,
            x + 1,
            area.y,
            look_in,
            left(x + 1),
            look.style(Role::Muted),
        );
    }
}

/// Whose profile it is: its name and the own level, a review date that is near or past, the bearing that ghosts on the
/// dials. In parts, those that are not needed empty: three of name and level, two of the review, four of the ghost.
fn who(app: &App) -> [(Role, Cow<'_, str>); 9] {
    let dot = |there| if there { " · " } else { "" };
    let level = app.state.level_names().get(app.state.own_level());
    let level = level.map_or("", String::as_str);
    let review = review_due(&app.state);
    let ghost = app.state.ghost_bearing().map(|ghost| ghost.at.date());
    let words = app.state.text().bearings;
    let (word, gap) = ghost.map_or(("", ""), |_| (words.bearing, " "));
    [
        (Role::Muted, app.state.profile().name.as_str().into()),
        (Role::Muted, dot(!level.is_empty()).into()),
        (Role::Muted, level.to_lowercase().into()),
        (Role::Notice, dot(review.is_some()).into()),
        (Role::Notice, review.unwrap_or_default().into()),
        (Role::Muted, dot(ghost.is_some()).into()),
        (Role::Muted, word.into()),
        (Role::Muted, gap.into()),
        (
            Role::Muted,
            ghost.map(|ghost| words.day(ghost)).unwrap_or_default().into(),
        ),
    ]
}

/// Days before the review date from which it is shown.
const NEAR: i32 = 14;

/// The review date in words where it is near or past.
fn review_due(state: &State) -> Option<String> {
    let date = state.profile().review?;
    let days = state.session.today().until(date).ok()?.get_days();
    let words = state.text().bearings;
    (days <= NEAR).then(|| {
        let date = words.day(date);
        if days < 0 {
            words.review_past(&date)
        } else {
            words.review(&date)
        }
    })
}

/// How it stands with saving, in words.
struct Saved<'a> {
    role: Role,
    sign: &'static str,
    word: Cow<'a, str>,
    /// Cells that are kept for it.
    width: usize,
}

fn saved(app: &App) -> Saved<'_> {
    let text = app.state.text();
    let alarm = |word: Cow<'static, str>| Saved {
        role: Role::Alarm,
        sign: "",
        width: word.width(),
        word,
    };
    // no words while a save is under way, and room for those that follow
    let (role, sign, word) = match app.state.session.saving() {
        Saving::Saved => (Role::Good, "✓ ", text.saved),
        Saving::Underway => (Role::Muted, "· ", ""),
        Saving::Failed(why) => return alarm(text.not_saved(&app.state.lang.fault(why)).into()),
        Saving::Conflict(_) => return alarm(text.conflict.into()),
        Saving::ReadOnly(why) => return alarm(app.state.lang.read_only(why).into()),
    };
    Saved {
        role,
        sign,
        word: word.into(),
        width: sign.width() + text.saved.width(),
    }
}

fn width(line: &[(Role, Cow<'_, str>)]) -> usize {
    line.iter().map(|part| part.1.width()).sum()
}

/// Where you are, with short names where there is little room, and after it that names nobody has approved stand on the screen.
/// The first two parts are home and a step.
fn trail(app: &App, names: Names) -> Trail<'_> {
    let mut trail = app.body().trail(&app.state, names);
    if app.state.rendering().is_some() && only_named(app.scope()) {
        trail.push((
            Role::Unofficial,
            format!(" ({})", app.state.text().unofficial).into(),
        ));
    }
    trail
}

/// True where the framework's names are on the screen and none of its texts, which say by themselves that they are a
/// translation.
fn only_named(scope: Scope) -> bool {
    matches!(
        scope,
        Scope::Rose
            | Scope::Bearings
            | Scope::Bearing
            | Scope::Compare
            | Scope::Decision
            | Scope::Picks
            | Scope::Merge
    )
}

/// A hint of the bar: its keys and its name.
fn hint_at(look: &Look, frame: &mut Frame<'_>, area: Rect, hint: &Hint) {
    let mut put = |x: u16, text: &str, role| {
        let room = area.right().saturating_sub(x);
        write(frame.buffer_mut(), x, area.y, text, room, look.style(role));
    };
    for (x, key, _) in &hint.keys {
        put(*x, key, Role::Key);
    }
    put(hint.at, hint.name, Role::Muted);
}
