//! The bars every screen has: the trail and the state of the profile on top, a message and the keys at the bottom.

use super::{Look, Painter, write};
use crate::app::{
    App, Saving,
    action::Action,
    hints::Hint,
    layout::{self, Frame},
    page,
    role::Role,
    screen::{Picks, Screen, Subject},
};
use ratatui::{buffer::Buffer, layout::Rect};
use unicode_width::UnicodeWidthStr;

/// Draws the bars.
pub fn draw(app: &App, look: &Look, painter: &mut Painter, frame: &Frame) {
    let state = state(app);
    let state_width = (state.1.width() as u16).min(frame.header.width / 2);
    let left = frame.header.width - state_width;
    let header = Rect {
        width: left,
        ..frame.header
    };
    let trails = [trail(app, false), trail(app, true)];
    let fits = trails.into_iter().find(|trail| width(trail) + 2 <= left.into());
    let trail = fits.unwrap_or_else(|| trail(app, true).split_off(2));
    let who = who(app);
    let room = usize::from(left).saturating_sub(width(&trail) + 4);
    // the end of it goes first where there is little room
    let fits = (1..=who.len()).rev().find(|parts| width(&who[..*parts]) <= room);
    let who = &who[..fits.unwrap_or(0)];
    painter.panel(header, (who, &trail), |buffer, area| {
        let who_width = width(who) as u16;
        let beside = who_width > 0;
        let mut x = area.x;
        let end = area.right() - if beside { who_width + 2 } else { 2 };
        for (role, part) in &trail {
            x = write(
                buffer,
                x,
                area.y,
                part,
                end.saturating_sub(x),
                look.theme.style(*role),
            );
        }
        if beside {
            let mut at = area.right() - who_width - 2;
            for (role, part) in who {
                at = write(buffer, at, area.y, part, who_width, look.theme.style(*role));
            }
        }
    });
    let corner = Rect {
        x: frame.header.x + left,
        width: state_width,
        ..frame.header
    };
    painter.panel(corner, &state, |buffer, area| {
        write(
            buffer,
            area.x,
            area.y,
            &state.1,
            area.width,
            look.theme.style(state.0),
        );
    });
    if let Screen::Prompt(ask, input) = app.screen() {
        let question = ask.question(app.text());
        let (before, line) = layout::prompt(frame.notice, question);
        super::text_field(look, painter, line, input, "");
        painter.panel(before, question, |buffer, area| {
            write(
                buffer,
                area.x,
                area.y,
                question,
                area.width,
                look.theme.style(Role::Notice),
            );
        });
    }
    let shown = app.hints(frame.hints);
    painter.panel(frame.hints, &shown, |buffer, area| {
        hints(look, buffer, area, &shown)
    });
}

/// The most rows a message takes.
const MESSAGE: u16 = 5;

/// Draws what the program has to say, over the body where it is more than one row. Comes after the body.
pub fn notice(app: &App, look: &Look, painter: &mut Painter, frame: &Frame) {
    let lines = app.message.as_deref().map_or_else(Vec::new, |message| {
        page::wrap_message(message, frame.notice.width.into())
    });
    // what must be chosen stays until it is
    let merging = matches!(app.body().screen, Screen::Merge(_));
    let choice = (!merging && matches!(app.saving, Saving::Conflict(_))).then(|| {
        let key = |action| {
            app.keymap
                .key_of(action)
                .map(|key| key.to_string())
                .unwrap_or_default()
        };
        (app.text().choose_version)(
            &key(Action::KeepMine),
            &key(Action::KeepTheirs),
            &key(Action::Merge),
        )
    });
    let lines = match choice {
        Some(choice) if lines.is_empty() => page::wrap_message(&choice, frame.notice.width.into()),
        _ => lines,
    };
    if lines.is_empty() && !app.is_asking() {
        return quiet_question(app, look, painter, frame.notice);
    }
    let rows = (lines.len() as u16).clamp(1, MESSAGE.min(frame.body.height / 2));
    // what is wrong with a line that is asked for stands right over it
    let (bottom, rows) = match app.is_asking() {
        true if lines.is_empty() => (frame.notice.y, 0),
        true => (frame.notice.y, rows),
        false => (frame.notice.bottom(), rows),
    };
    let area = Rect {
        y: bottom - rows,
        height: rows,
        ..frame.notice
    };
    painter.panel(area, &lines, |buffer, area| {
        let style = look.theme.style(Role::Notice);
        for (y, line) in (area.top()..area.bottom()).zip(&lines) {
            write(buffer, area.x, y, line, area.width, style);
        }
        if lines.len() > usize::from(area.height) && !area.is_empty() {
            write(buffer, area.right() - 1, area.bottom() - 1, "…", 1, style);
        }
    });
}

/// One question of the mirror in one line, and the key to it.
fn quiet_question(app: &App, look: &Look, painter: &mut Painter, area: Rect) {
    let question = app.quiet_question().map(|question| {
        let key = app.keymap.key_of(Action::Mirror).map(|key| key.to_string());
        (app.text().ask(question, &app.framework), key)
    });
    painter.panel(area, (&question, app.lang), |buffer, area| {
        let Some((question, key)) = &question else {
            return;
        };
        let style = |role| look.theme.style(role);
        let look_in = app.text().mirror.look;
        let tail = key.as_ref().map_or(0, |key| key.width() + look_in.width() + 4) as u16;
        let x = write(buffer, area.x, area.y, "● ", area.width, style(Role::Notice));
        let room = area.right().saturating_sub(x + tail);
        let x = write(buffer, x, area.y, question, room, style(Role::Notice));
        if let Some(key) = key {
            let left = |x| area.right().saturating_sub(x);
            let x = write(buffer, x + 3, area.y, key, left(x + 3), style(Role::Key));
            write(buffer, x + 1, area.y, look_in, left(x + 1), style(Role::Muted));
        }
    });
}

/// The profile and the own level, a review date that is near or past, the bearing that ghosts on the dials.
fn who(app: &App) -> Vec<(Role, String)> {
    let mut who = app.profile.name.clone();
    if let Some(level) = app.framework.levels.get(app.own_level()) {
        who.push_str(" · ");
        who.push_str(&level.to_lowercase());
    }
    let review = app.review_due().map(|due| (Role::Notice, format!(" · {due}")));
    let words = app.text().bearings;
    let ghost = app.ghost_bearing().map(|ghost| {
        let day = (words.day)(ghost.at.date());
        (Role::Muted, format!(" · {} {day}", words.bearing))
    });
    [(Role::Muted, who)]
        .into_iter()
        .chain(review)
        .chain(ghost)
        .collect()
}

/// How it stands with saving.
fn state(app: &App) -> (Role, String) {
    let text = app.text();
    match &app.saving {
        Saving::Saved => (Role::Good, format!("✓ {}", text.saved)),
        Saving::Underway => (
            Role::Muted,
            format!("· {}", text.saved.chars().map(|_| ' ').collect::<String>()),
        ),
        Saving::Failed(why) => (Role::Alarm, (text.not_saved)(&app.lang.fault(why))),
        Saving::Conflict(_) => (Role::Alarm, text.conflict.to_owned()),
        Saving::ReadOnly(why) => (Role::Alarm, app.lang.read_only(why)),
    }
}

fn width(trail: &[(Role, String)]) -> usize {
    trail.iter().map(|part| part.1.width()).sum()
}

/// Where you are, with short names where there is little room; the first two parts can be left out.
fn trail(app: &App, short: bool) -> Vec<(Role, String)> {
    let text = app.text();
    let field = app.field();
    let step = || (Role::Muted, " › ".to_owned());
    let home = (Role::Muted, text.framework.to_owned());
    let name = |field| {
        if short {
            &app.framework.field(field).short
        } else {
            &app.framework.field(field).title
        }
    };
    let in_field = |role| (role, name(field).to_owned());
    let mark = app.framework.mark(app.cursor);
    let in_mark = if short { &mark.short } else { &mark.title };
    let words = text.bearings;
    let bearings = (Role::Muted, words.title.to_owned());
    let named = |id: &String| {
        let bearing = app.profile.bearing(id);
        bearing.map_or_else(String::new, |bearing| app.bearing_name(bearing))
    };
    let written = |whole, one: String, what: &str| {
        vec![
            whole,
            step(),
            (Role::Text, one),
            step(),
            (Role::Strong, what.to_owned()),
        ]
    };
    match &app.body().screen {
        Screen::Home | Screen::Prompt(..) => vec![
            (Role::Strong, app.framework.title.clone()),
            (Role::Muted, format!("  {}", app.framework.organisation)),
        ],
        Screen::Field => vec![home, step(), in_field(Role::Strong)],
        Screen::Mark => vec![
            home,
            step(),
            in_field(Role::Field(field.get())),
            step(),
            (Role::Strong, in_mark.to_owned()),
        ],
        Screen::Levels(view) => {
            let level = app.framework.levels.get(view.level).cloned().unwrap_or_default();
            let whole = match view.field {
                Some(field) => (Role::Field(field.get()), name(field).to_owned()),
                None => (
                    Role::Muted,
                    (text.all_fields)(app.framework.field_count()).to_owned(),
                ),
            };
            let mut trail = vec![home, step(), whole, step(), (Role::Strong, level)];
            if view.raised_first {
                trail.push((Role::Muted, format!(" · {}", text.raised_first)));
            }
            trail
        }
        Screen::Rose => vec![home, step(), (Role::Strong, text.rose.to_owned())],
        Screen::Bearings(_) => vec![home, step(), (Role::Strong, words.title.to_owned())],
        Screen::Bearing(id) => vec![home, step(), bearings, step(), (Role::Strong, named(id))],
        Screen::Compare(_) => vec![
            home,
            step(),
            bearings,
            step(),
            (Role::Strong, words.compare.to_owned()),
        ],
        Screen::Decisions => vec![home, step(), (Role::Strong, words.decisions.to_owned())],
        Screen::Decision(_) => vec![
            home,
            step(),
            (Role::Muted, words.decisions.to_owned()),
            step(),
            (Role::Strong, words.decision.to_owned()),
        ],
        Screen::Mirror => vec![home, step(), (Role::Strong, text.scopes.mirror.to_owned())],
        Screen::Picks(picks) => vec![
            home,
            step(),
            in_field(Role::Field(field.get())),
            step(),
            (Role::Text, in_mark.to_owned()),
            step(),
            (
                Role::Strong,
                match picks {
                    Picks::Documents => text.actions.documents.to_owned(),
                    Picks::Enriches => text.actions.enriches.to_owned(),
                },
            ),
        ],
        Screen::Note(subject, _) => match subject {
            Subject::Mark(_) => vec![
                home,
                step(),
                in_field(Role::Field(field.get())),
                step(),
                (Role::Text, in_mark.to_owned()),
                step(),
                (Role::Strong, text.note.to_owned()),
            ],
            Subject::Profile => vec![home, step(), (Role::Strong, text.note.to_owned())],
            Subject::Bearing(id) => written(bearings, named(id), text.note),
            Subject::Effect(id, _) => written(bearings, named(id), words.effect),
            Subject::Learning(id, _) => written(bearings, named(id), words.learning),
            Subject::NewDecision | Subject::Decision(_) | Subject::Answer(..) => vec![
                home,
                step(),
                (Role::Muted, words.decisions.to_owned()),
                step(),
                (Role::Strong, words.decision.to_owned()),
            ],
            Subject::Reply(_) => vec![
                home,
                step(),
                (Role::Muted, text.scopes.mirror.to_owned()),
                step(),
                (Role::Strong, text.mirror.reply.to_owned()),
            ],
        },
        Screen::Export(_) => vec![home, step(), (Role::Strong, text.share.title.to_owned())],
        Screen::Welcome(_) => vec![home, step(), (Role::Strong, text.welcome.title.to_owned())],
        Screen::Team => vec![home, step(), (Role::Strong, text.export.team.to_owned())],
        Screen::Merge(_) => vec![home, step(), (Role::Strong, text.merge.title.to_owned())],
        Screen::Profiles => vec![home, step(), (Role::Strong, text.profiles.title.to_owned())],
        Screen::Settings => vec![home, step(), (Role::Strong, text.settings.title.to_owned())],
        Screen::Foreword => vec![home, step(), (Role::Strong, text.foreword.to_owned())],
        Screen::Search(search) => vec![home, step(), (Role::Strong, search.source.name(text).to_owned())],
    }
}

/// The keys that help here.
fn hints(look: &Look, buffer: &mut Buffer, area: Rect, hints: &[Hint]) {
    let mut put = |x: u16, text: &str, role| {
        let room = area.right().saturating_sub(x);
        write(buffer, x, area.y, text, room, look.theme.style(role));
    };
    for hint in hints {
        for (x, key, _) in &hint.keys {
            put(*x, key, Role::Key);
        }
        put(hint.at, hint.name, Role::Muted);
    }
}
