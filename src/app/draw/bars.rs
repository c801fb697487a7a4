//! The bars every screen has: the trail and the state of the profile on top, a message and the keys at the bottom.

use crate::app::{
    App,
    hints::Hint,
    layout,
    screen::{Screen, TextTarget},
};
use crate::core::{fault::Notice, session::Saving};
use crate::screens::trail::{Names, Trail, field_name, mark_name, under_home};
use crate::screens::{action::Action, scope::Scope};
use crate::text::capital;
use crate::ui::page;
use crate::ui::theme::role::Role;
use crate::ui::{Look, clear, text_field, write};
use ratatui::{Frame, layout::Rect};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// Draws the bars.
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>, parts: &layout::Frame) {
    let state = state(app);
    let state_width = (state.width as u16).min(parts.header.width / 2);
    let left = parts.header.width - state_width;
    let whole = trail(app, Names::Long);
    let short = trail(app, Names::Short);
    let fits = |trail: &Trail| width(trail) + 2 <= left.into();
    let trail = if fits(&whole) { &whole } else { &short };
    // where there is little room, home is left out
    let home = match app.body().screen {
        Screen::Home(_) => trail.len(),
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
    let style = look.style(state.role);
    let x = write(buffer, right, y, state.sign, state_width, style);
    write(buffer, x, y, &state.word, parts.header.right() - x, style);
    if let Screen::Prompt(ask, input) = app.screen() {
        let question = ask.question(app.text());
        let (before, line) = layout::prompt(parts.notice, question);
        write(
            buffer,
            before.x,
            before.y,
            question,
            before.width,
            look.style(Role::Notice),
        );
        text_field(look, frame, line, input, "");
    }
    for hint in app.hints(parts.hints) {
        hint_at(look, frame, parts.hints, &hint);
    }
}

/// The most rows a message takes.
const MESSAGE: u16 = 5;

/// Draws what the program has to say, over the body where it is more than one row. Comes after the body.
pub fn notice(app: &App, look: &Look, frame: &mut Frame<'_>, parts: &layout::Frame) {
    let lines = app.message.as_deref().map_or_else(Vec::new, |message| {
        page::wrap_message(&capital(message), parts.notice.width.into())
    });
    // what must be chosen stays until it is
    let merging = matches!(app.body().screen, Screen::Merge(_));
    let choice = (!merging && matches!(app.session.saving(), Saving::Conflict(_))).then(|| {
        let key = |action| {
            app.keymap
                .key_of(action)
                .map(|key| key.to_string())
                .unwrap_or_default()
        };
        app.text().choose_version(
            &key(Action::KeepMine),
            &key(Action::KeepTheirs),
            &key(Action::Merge),
        )
    });
    let lines = match choice {
        Some(choice) if lines.is_empty() => page::wrap_message(&choice, parts.notice.width.into()),
        None if lines.is_empty() && !app.is_asking() => unbacked(app, parts.notice.width),
        _ => lines,
    };
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
fn unbacked(app: &App, width: u16) -> Vec<String> {
    let unbacked = app.session.unbacked().cloned();
    let said = unbacked.map(|why| app.lang.notice(&Notice::Unbacked { why }));
    said.map_or_else(Vec::new, |said| page::wrap_message(&said, width.into()))
}

/// One question of the mirror in one line, and the key to it.
fn quiet_question(app: &App, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let Some(question) = app.quiet_question() else {
        return;
    };
    let question = app.text().ask(question, &app.framework);
    let key = app.keymap.key_of(Action::Mirror).map(|key| key.to_string());
    let look_in = app.text().mirror.look;
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
    let level = app.level_names().get(app.own_level());
    let level = level.map_or("", String::as_str);
    let review = app.review_due();
    let ghost = app.ghost_bearing().map(|ghost| ghost.at.date());
    let words = app.text().bearings;
    let (word, gap) = ghost.map_or(("", ""), |_| (words.bearing, " "));
    [
        (Role::Muted, app.profile().name.as_str().into()),
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

/// How it stands with saving, in words.
struct State<'a> {
    role: Role,
    sign: &'static str,
    word: Cow<'a, str>,
    /// Cells that are kept for it.
    width: usize,
}

fn state(app: &App) -> State<'_> {
    let text = app.text();
    let alarm = |word: Cow<'static, str>| State {
        role: Role::Alarm,
        sign: "",
        width: word.width(),
        word,
    };
    // no words while a save is under way, and room for those that follow
    let (role, sign, word) = match app.session.saving() {
        Saving::Saved => (Role::Good, "✓ ", text.saved),
        Saving::Underway => (Role::Muted, "· ", ""),
        Saving::Failed(why) => return alarm(text.not_saved(&app.lang.fault(why)).into()),
        Saving::Conflict(_) => return alarm(text.conflict.into()),
        Saving::ReadOnly(why) => return alarm(app.lang.read_only(why).into()),
    };
    State {
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
    let mut trail = place(app, names);
    if app.rendering().is_some() && only_named(app.scope()) {
        trail.push((Role::Unofficial, format!(" ({})", app.text().unofficial).into()));
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

fn place(app: &App, names: Names) -> Trail<'_> {
    let text = app.text();
    let words = text.bearings;
    let at = |name: &'static str| under_home(app, [(Role::Strong, name.into())]);
    let under = |over: &'static str, name: Cow<'static, str>| {
        under_home(app, [(Role::Muted, over.into()), (Role::Strong, name)])
    };
    let in_mark = |name: &'static str| {
        let parts = [
            (Role::Strong, field_name(app, app.field(), names).into()),
            (Role::Text, mark_name(app, names).into()),
            (Role::Strong, name.into()),
        ];
        under_home(app, parts)
    };
    let named = |id: &String| {
        let bearing = app.profile().bearing(id);
        bearing.map_or_else(String::new, |bearing| app.bearing_name(bearing))
    };
    let written = |id, what: &'static str| {
        let mut trail = under_home(app, [(Role::Text, named(id).into()), (Role::Strong, what.into())]);
        trail[0].1 = words.title.into();
        trail
    };
    let screen = &app.body().screen;
    if let Some(screen) = screen.itself() {
        return screen.trail(app, names);
    }
    match screen {
        Screen::Note(target, _) => match target {
            TextTarget::Mark(_) => in_mark(text.note),
            TextTarget::Profile => at(text.note),
            TextTarget::Bearing(id) => written(id, text.note),
            TextTarget::Effect(id, _) => written(id, words.effect),
            TextTarget::Learning(id, _) => written(id, words.learning),
            TextTarget::NewDecision | TextTarget::Decision(_) | TextTarget::Answer(..) => {
                under(words.decisions, words.decision.into())
            }
            TextTarget::Reply(_) => under(text.scopes.mirror, text.mirror.reply.into()),
        },
        Screen::Mirror => at(text.scopes.mirror),
        Screen::Search(search) => at(search.source.name(text)),
        _ => Trail::new(),
    }
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
