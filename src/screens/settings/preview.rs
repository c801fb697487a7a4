//! The selected setting, beside or under the list: what each of its choices means, what is known of the terminal's pictures,
//! and a sample of how everything looks. Owns how that is set; what a setting is called and does is the list's.

use super::{about, named, value};
use crate::core::sanitise::clean;
use crate::screens::{
    action::Action,
    beside::Beside,
    layout, marks,
    preferences::{Glyphs, Pictures, Setting},
    state::State,
};
use crate::ui::{Look, page::Page, theme::Role, write};
use ratatui::{Frame, layout::Rect};
use ratatui_dial::{Marker, Protocol};
use unicode_width::UnicodeWidthStr;

/// The least rows in which the sample stands under the words, and not beside them.
const HIGH: u16 = 16;
/// Columns of the sample beside the words.
const DIAL: u16 = 17;
/// Rows under a dial: its name, and air.
const NAME: u16 = 2;
/// The most dials in the sample.
const MOST: usize = 4;

/// Draws the selected setting, where there is room for it.
pub(super) fn draw(setting: Setting, state: &State, look: &Look, frame: &mut Frame<'_>, rooms: &Beside) {
    let (name, _) = about(state, setting);
    let now = match setting {
        // the paths stand in it
        Setting::Team => String::new(),
        setting => value(state, setting),
    };
    let gap = if now.is_empty() { "" } else { "  " };
    let title = [(Role::Strong, name), (Role::Muted, gap), (Role::Accent, &*now)];
    let Some(area) = rooms.frame_other(look, frame, &title) else {
        return;
    };
    let (words, sample) = match area.height >= HIGH {
        true => {
            let page = page(setting, state, look, area.width, true);
            let used = (page.lines.len() as u16 + 1).min(area.height);
            let under = Rect {
                y: area.y + used,
                height: area.height - used,
                ..area
            };
            (page, under)
        }
        false => {
            let beside = Rect {
                x: area.right() - DIAL,
                width: DIAL,
                ..area
            };
            let page = page(setting, state, look, area.width - DIAL - 2, false);
            (page, beside)
        }
    };
    frame.render_widget(look.text(&words, 0, area.height), area);
    draw_sample(state, look, frame, sample);
}

/// The setting in words; where it is not `high`, what there is to know before what there is to choose.
fn page(setting: Setting, state: &State, look: &Look, width: u16, high: bool) -> Page {
    let mut page = Page::new(width);
    // what each way of drawing is says it as well
    if setting != Setting::Glyphs {
        page.paragraph(Role::Text, about(state, setting).1, 0);
        page.blank();
    }
    if setting == Setting::Glyphs && !high {
        pictures(state, look, &mut page);
        page.blank();
    }
    for choice in choices(setting, state) {
        let (sign, role) = match choice.is_chosen {
            true => ("● ", Role::Strong),
            false => ("  ", Role::Text),
        };
        let mut left = Page::new(2);
        left.line([(Role::Accent, sign.to_owned())]);
        let mut right = Page::new(width.saturating_sub(2));
        if choice.name.width() + 2 + choice.means.width() <= right.width {
            right.line([(role, format!("{}  ", choice.name)), (Role::Muted, choice.means)]);
        } else {
            right.paragraph(role, &choice.name, 0);
            right.paragraph(Role::Muted, &choice.means, 0);
        }
        page.beside(left, right, 2);
    }
    if setting == Setting::Team {
        team(state, &mut page);
    }
    if setting == Setting::Glyphs && high {
        page.blank();
        pictures(state, look, &mut page);
    }
    page
}

/// One value that a setting can have.
struct Choice {
    name: String,
    /// What it means; empty where its name says it.
    means: String,
    is_chosen: bool,
}

/// The values of a setting, as far as they can be listed.
fn choices(setting: Setting, state: &State) -> Vec<Choice> {
    let words = state.text().settings;
    let wanted = &state.preferences;
    let choice = |name: &str, means: &str, is_chosen| Choice {
        name: name.to_owned(),
        means: means.to_owned(),
        is_chosen,
    };
    let switch = |on: bool, (means_on, means_off): (&str, &str)| {
        vec![choice(words.on, means_on, on), choice(words.off, means_off, !on)]
    };
    match setting {
        Setting::Language => [state.lang, state.lang.other()]
            .map(|lang| {
                choice(
                    lang.text().language,
                    lang.text().settings.speaks,
                    lang == state.lang,
                )
            })
            .into(),
        Setting::Level => {
            let names = state.level_names().iter().enumerate();
            let level = |(at, name): (usize, &String)| {
                choice(name, state.level_text(state.cursor, at), at == state.own_level())
            };
            names.map(level).collect()
        }
        Setting::Theme => {
            let theme =
                |name: &str| choice(named(state, name), words.theme_means(name), name == wanted.theme);
            state.library.theme_choices().map(theme).collect()
        }
        Setting::Glyphs => {
            let glyphs = |glyphs: Glyphs| {
                let means = words.glyphs_means(glyphs.name());
                choice(named(state, glyphs.name()), means, glyphs == wanted.glyphs)
            };
            Glyphs::ALL.map(glyphs).into()
        }
        Setting::Motion => switch(wanted.motion, words.motion_means),
        Setting::Mouse => switch(wanted.mouse, words.mouse_means),
        Setting::Ghost => switch(wanted.ghost, words.ghost_means),
        Setting::Team => Vec::new(),
    }
}

/// The team's folders, and what is known of what is in them.
fn team(state: &State, page: &mut Page) {
    let words = state.text().settings;
    for folder in &state.preferences.team {
        page.paragraph(Role::Strong, &clean(&folder.to_string_lossy()), 0);
    }
    let key = |action| state.keymap.key_of(action).map(|key| key.to_string());
    match &state.team.team {
        _ if state.preferences.team.is_empty() => {
            page.paragraph(Role::Muted, words.none, 0);
        }
        Some(team) => {
            let exports = state.text().export;
            page.paragraph(Role::Muted, &exports.profiles(team.leaders.len()), 0);
            if !team.skipped.is_empty() {
                page.paragraph(Role::Muted, &exports.left_out(team.skipped.len()), 0);
            }
        }
        None => {
            let key = key(Action::Team).unwrap_or_default();
            page.paragraph(Role::Muted, &words.unread_team(&key), 0);
        }
    }
}

/// What is known of the terminal's pictures, and what to do where they do not show.
fn pictures(state: &State, look: &Look, page: &mut Page) {
    let words = state.text().settings;
    let known = match (look.marker, state.pictures) {
        (Marker::Pixels(graphics), known) => {
            let (width, height) = (graphics.cell.width(), graphics.cell.height());
            let protocol = protocol(graphics.protocol);
            match known {
                Pictures::Draws => words.draws_pictures(protocol, width, height),
                Pictures::Named => words.named_pictures(protocol, width, height),
                _ => words.sends_pictures(protocol, width, height),
            }
        }
        (_, Pictures::NotAsked) => words.not_asked.to_owned(),
        (_, Pictures::Unanswered) => words.unanswered.to_owned(),
        (_, Pictures::None) => words.draws_none.to_owned(),
        (_, Pictures::NoSize) => words.no_size.to_owned(),
        (_, Pictures::Draws | Pictures::Named) => words.not_wanted.to_owned(),
        (_, Pictures::Slow) => words.slow.to_owned(),
    };
    page.paragraph(Role::Text, &known, 0);
    let key = state.keymap.key_of(Action::InCells).map(|key| key.to_string());
    if let (Marker::Pixels(_), Some(key)) = (look.marker, key) {
        page.paragraph(Role::Notice, &words.not_seen(&key), 0);
    }
}

/// What a protocol is called.
fn protocol(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Kitty => "kitty",
        Protocol::Sixel => "Sixel",
        Protocol::Iterm2 => "iTerm2",
    }
}

/// A dial of each field, as far as there is room, as they look now: in rows, where that makes them larger.
fn draw_sample(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let fields = state.framework.field_indices();
    let own = |field| match state.framework.field_of(state.cursor) == field {
        true => Some(state.cursor),
        false => state.framework.marks_of(field).next(),
    };
    let all: Vec<_> = fields.filter_map(own).collect();
    let most = all.len().min(MOST);
    let fit = |rows: usize| {
        let columns = most.div_ceil(rows);
        let size = layout::dial_size(
            area.width / columns.max(1) as u16,
            (area.height / rows as u16).saturating_sub(NAME),
        );
        size.map(|size| (size, columns))
    };
    let (((width, height), columns), marks) =
        match [1, 2].into_iter().filter_map(fit).max_by_key(|(size, _)| size.0) {
            Some(found) => (found, &all[..most]),
            // one alone may have room
            None => match layout::dial_size(area.width, area.height.saturating_sub(NAME)) {
                Some(size) => ((size, 1), std::slice::from_ref(&state.cursor)),
                None => return,
            },
        };
    for (at, mark) in marks.iter().enumerate() {
        let (left, room) = layout::part(area.width, columns, at % columns);
        let x = area.x + left;
        let y = area.y + (at / columns) as u16 * (height + NAME);
        let dial = Rect::new(x + (room - width) / 2, y, width, height);
        marks::dial(state, look, frame, *mark, dial);
        let name = &state.names().mark(*mark).short;
        let indent = room.saturating_sub(name.width() as u16) / 2;
        let style = look.style(Role::Field(state.framework.field_of(*mark).get()));
        write(frame.buffer_mut(), x + indent, dial.bottom(), name, room, style);
    }
}
