//! The bars every screen has: the trail and the state of the profile on top, a message and the keys at the bottom.

use crate::app::{App, hints::Hint, layout, screen::AnyScreen};
use crate::core::session::Saving;
use crate::screens::trail::{Names, STEP, Trail};
use crate::screens::{scope::Scope, state::State};
use crate::ui::theme::role::Role;
use crate::ui::{Look, clear, write};
use ratatui::{Frame, layout::Rect};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// Draws the bars.
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>, parts: &layout::Frame) {
    let saved = saved(app);
    let (left, trail) = trail_in(app, parts.header);
    let saved_width = parts.header.width - left;
    let who = who_in(app, left, &trail);
    let who_width = width(&who) as u16;
    let beside = who_width > 0;
    let buffer = frame.buffer_mut();
    let (mut x, y) = (parts.header.x, parts.header.y);
    let right = x + left;
    let end = right - if beside { who_width + 2 } else { 2 };
    for (role, part) in &trail {
        x = write(buffer, x, y, part, end.saturating_sub(x), look.style(*role));
    }
    if beside {
        let mut at = right - who_width - 2;
        for (role, part) in &who {
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

/// Whether what the program has to say takes rows of the body.
pub fn covers_body(app: &App, parts: &layout::Frame) -> bool {
    app.said(parts).is_some_and(|said| said.area.y < parts.notice.y)
}

/// Draws what the program has to say, over the body where it is more than the rows it has. Comes after the body.
pub fn notice(app: &App, look: &Look, frame: &mut Frame<'_>, parts: &layout::Frame) {
    let Some(said) = app.said(parts) else {
        return;
    };
    let area = said.area;
    clear(look, frame, area);
    let style = look.style(Role::Notice);
    let buffer = frame.buffer_mut();
    for (y, line) in (area.top()..area.bottom()).zip(&said.lines) {
        write(buffer, area.x, y, line, area.width, style);
    }
    if said.lines.len() > usize::from(area.height) && !area.is_empty() {
        write(buffer, area.right() - 1, area.bottom() - 1, "…", 1, style);
    }
    if let Some((x, key)) = &said.answer {
        let y = area.bottom() - 1;
        let left = |x| area.right().saturating_sub(x);
        let x = write(buffer, *x, y, key, left(*x), look.style(Role::Key));
        let word = app.state.text().mirror.look;
        write(buffer, x + 1, y, word, left(x + 1), look.style(Role::Muted));
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

/// As much of that as there is room for beside the trail; the end of it goes first.
fn who_in<'a>(app: &'a App, left: u16, trail: &Trail) -> Trail<'a> {
    if app.hides_presenter() {
        return Trail::new();
    }
    let room = usize::from(left).saturating_sub(width(trail) + AROUND);
    let mut who = who(app).to_vec();
    let ends = [who.len(), 5, 3, 0].into_iter();
    let fits = ends.filter(|end| width(&who[..*end]) <= room).max();
    who.truncate(fits.unwrap_or(0));
    who
}

/// Cells of air around whose profile it is.
const AROUND: usize = 4;

/// True where the profile's name stands in this column of the header.
pub fn is_name_at(app: &App, header: Rect, x: u16) -> bool {
    let (left, trail) = trail_in(app, header);
    let who = who_in(app, left, &trail);
    let Some((_, name)) = who.first() else {
        return false;
    };
    let start = header.x + left - width(&who) as u16 - 2;
    (start..start + name.width() as u16).contains(&x)
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

/// The columns of the header that are left of how it stands with saving, and the trail that fits there: with short names
/// where there is little room or no place for the profile's name, and without home where there is less.
fn trail_in(app: &App, header: Rect) -> (u16, Trail<'_>) {
    let left = header.width - (saved(app).width as u16).min(header.width / 2);
    let fits = |trail: &Trail| width(trail) + 2 <= left.into();
    let mut trail = trail(app, Names::Long);
    let name = app.state.profile().name.width() + AROUND;
    if width(&trail) + name > left.into() {
        trail = self::trail(app, Names::Short);
    }
    if !fits(&trail) {
        match app.body() {
            AnyScreen::Home(_) => trail = home_title(app, left),
            _ => drop(trail.drain(..2.min(trail.len()))),
        }
    }
    (left, trail)
}

/// The title of the framework alone at home, which says more shortly that it is a translation where there is less room;
/// nothing where it has no room at all.
fn home_title(app: &App, left: u16) -> Trail<'_> {
    let text = app.state.text();
    let mut trail = trail(app, Names::Long);
    trail.truncate(1);
    let fits = |trail: &Trail| width(trail) + 2 <= left.into();
    if let (false, Some((_, title))) = (fits(&trail), trail.first_mut()) {
        *title = title.replace(text.unofficial, text.unofficial_short).into();
    }
    if !fits(&trail) {
        trail.clear();
    }
    trail
}

/// The part of the trail in this column of the header, where it leads to another place.
pub fn crumb_at(app: &App, header: Rect, x: u16) -> Option<String> {
    if matches!(app.body(), AnyScreen::Home(_)) {
        return None;
    }
    let (_, trail) = trail_in(app, header);
    let mut at = header.x;
    let mut crumbs = Vec::new();
    for (role, part) in &trail {
        let end = at + part.width() as u16;
        if *part != STEP && *role != Role::Unofficial {
            crumbs.push((at..end, part));
        }
        at = end;
    }
    // the last one is where the reader is
    crumbs.pop();
    let crumb = crumbs.iter().find(|(columns, _)| columns.contains(&x))?;
    Some(crumb.1.to_string())
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
        Saving::Saved | Saving::Underway if app.is_writing() => (Role::Muted, "· ", text.writing),
        Saving::Saved => (Role::Good, "✓ ", text.saved),
        Saving::Underway => (Role::Muted, "  ", ""),
        Saving::Failed(why) => return alarm(text.not_saved(&app.state.lang.fault(why)).into()),
        Saving::Conflict(_) => return alarm(text.conflict.into()),
        Saving::ReadOnly(why) => return alarm(app.state.lang.read_only(why).into()),
    };
    Saved {
        role,
        sign,
        word: word.into(),
        width: sign.width() + word.width().max(text.saved.width()),
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
            | Scope::Welcome
            | Scope::Monthly
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
