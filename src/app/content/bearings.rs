//! Bearings and decisions as pages: the list, one bearing, two compared, the lines over time, decisions, and the lists
//! to pick from. Owns what is said in which order; not how it looks.
//!
//! The list may be a thousand bearings long, and is made anew for every frame: its entries are all of one height, and
//! only those in view are written out.

use super::spark;
use crate::app::{
    App,
    screen::{Screen, TextTarget},
};
use crate::core::{
    compare::{Move, Picture, moves},
    dial::DialValue,
    framework::Framework,
    profile::Bearing,
    sanitise::clean,
};
use crate::ui::page::{Page, cut};
use crate::ui::theme::role::Role;
use unicode_width::UnicodeWidthStr;

/// Lines of one entry of the list of bearings, the empty one after it among them.
const ENTRY: usize = 3;

/// Lines before the first entry of that list.
const HEAD: usize = 2;

/// What the framework asks of whoever follows up, where it says so.
const GAINS: &str = "den effekt, der skal opnås og den læring, der skabes undervejs";

/// What the framework is for, where it says so.
const DECIDING: &str = "hjælper os som ledere til at træffe nye beslutninger";

/// The bearings, newest first, under what moved since the last.
pub fn timeline(app: &App, width: u16) -> Page {
    let words = app.text().bearings;
    let bearings = &app.profile().bearings;
    let Some(last) = bearings.last() else {
        return empty(words.none, width);
    };
    let mut page = Page::new(width);
    let room = usize::from(width);
    let since = moves(&app.framework, Picture::At(last), Picture::Now(app.profile()));
    let told = told(app, &since, room.saturating_sub(words.since_last.width() + 1));
    page.line([
        (Role::Muted, format!("{} ", words.since_last)),
        (if since.is_empty() { Role::Muted } else { Role::Text }, told),
    ]);
    page.blank();
    let place = app.body();
    let chosen = match &place.screen {
        Screen::Bearings(chosen) => chosen.as_deref(),
        _ => None,
    };
    let height = usize::from(app.size.height);
    let in_view = |line: usize| line + ENTRY > place.scroll && line < place.scroll + height;
    for (at, bearing) in bearings.iter().rev().enumerate() {
        let selected = at == place.selected;
        if !in_view(HEAD + at * ENTRY) {
            page.anchor();
            (0..ENTRY).for_each(|_| page.blank());
            continue;
        }
        let before = bearings.len().checked_sub(at + 2).map(|at| &bearings[at]);
        let entry = entry(app, bearing, before, chosen, selected, width.saturating_sub(1));
        page.entry(entry, Role::Accent, selected);
        page.blank();
    }
    page.lines.pop();
    page
}

/// One bearing in the list: when, its label, what stands beside it, and what moved.
fn entry(
    app: &App,
    bearing: &Bearing,
    before: Option<&Bearing>,
    chosen: Option<&str>,
    selected: bool,
    width: u16,
) -> Page {
    let words = app.text().bearings;
    let mut page = Page::new(width);
    let date = if width >= 44 {
        app.text().date(bearing.at.date())
    } else {
        words.date(bearing.at.date())
    };
    let mut line = vec![(
        if selected { Role::Strong } else { Role::Text },
        format!(" {date}"),
    )];
    if !bearing.label.trim().is_empty() {
        line.push((Role::Accent, format!("  {}", clean(bearing.label.trim()))));
    }
    let ghosts = app.ghost_bearing().is_some_and(|ghost| ghost.id == bearing.id);
    let beside = [
        (chosen == Some(&bearing.id), Role::Strong, words.chosen),
        (ghosts, Role::Muted, words.ghosts),
        (!bearing.note.is_empty(), Role::Muted, words.noted),
    ];
    for (.., role, said) in beside.into_iter().filter(|(is, ..)| *is) {
        line.push((role, format!(" · {said}")));
    }
    page.line(line);
    let room = usize::from(width).saturating_sub(1);
    let told = match before {
        Some(before) => told(
            app,
            &moves(&app.framework, Picture::At(before), Picture::At(bearing)),
            room,
        ),
        None => words.first.to_owned(),
    };
    page.line([(Role::Muted, format!(" {told}"))]);
    page
}

/// What moved, in one line of at most `room` cells: as many as there is room for, and how many more.
fn told(app: &App, moved: &[Move], room: usize) -> String {
    let words = app.text().bearings;
    if moved.is_empty() {
        return words.unmoved.to_owned();
    }
    let mut line = String::new();
    for (at, one) in moved.iter().enumerate() {
        let name = &app.framework.mark(one.mark).short;
        let next = format!("{name} {} → {}", one.from, one.to);
        let left = moved.len() - at - 1;
        let more = if left > 0 {
            format!(" {}", words.more(left))
        } else {
            String::new()
        };
        let gap = if at == 0 { "" } else { " · " };
        if at > 0 && line.width() + gap.width() + next.width() + more.width() > room {
            line.push_str(&format!(" {}", words.more(left + 1)));
            break;
        }
        line.push_str(gap);
        line.push_str(&next);
    }
    line
}

/// Every mark over time: a bar for each bearing, the oldest to the left, and one for the dials now. The selected bearing
/// stands out, and its values stand to the right.
pub fn over_time(app: &App, width: u16, height: u16) -> Page {
    let mut page = Page::new(width);
    let bearings = &app.profile().bearings;
    let Some(selected) = bearings.len().checked_sub(1 + app.body().selected) else {
        return page;
    };
    let framework = &app.framework;
    let (fields, marks) = (framework.field_count(), framework.mark_count());
    let names = framework
        .marks()
        .map(|(.., mark)| mark.short.width())
        .max()
        .unwrap_or(0);
    // whole names, as long as there is room for some bars beside them and for the value
    let name_room = names.min((usize::from(width) / 2).max(usize::from(width).saturating_sub(14)));
    let room = usize::from(width).saturating_sub(name_room + 6);
    let columns = bearings.len() + 1;
    let each = (room / columns).clamp(1, 4);
    let shown = (room / each).min(columns);
    let start = (columns - shown).min(selected.saturating_sub(shown / 3));
    let picture = |column: usize| match bearings.get(column) {
        Some(bearing) => Picture::At(bearing),
        None => Picture::Now(app.profile()),
    };
    let heads = usize::from(height) > marks + fields;
    let air = usize::from(height) > marks + 2 * fields;
    // two rows a mark and one of air where there is plenty
    let rows = if usize::from(height) > 3 * marks + 2 * fields {
        2
    } else {
        1
    };
    page.line([
        (
            Role::Muted,
            format!("{:name_room$} ", cut(app.text().bearings.over_time, name_room)),
        ),
        (
            Role::Accent,
            format!("{:1$}", "", (selected - start) * each) + &"▼".repeat(each),
        ),
    ]);
    for field in framework.field_indices() {
        let role = Role::Field(field.get());
        if heads {
            if air && rows == 1 && field.get() > 0 {
                page.blank();
            }
            page.line([(role, cut(&framework.field(field).short, width.into()))]);
        }
        for index in framework.marks_of(field) {
            let mark = framework.mark(index);
            let bars = |row: usize, columns: std::ops::Range<usize>| -> String {
                let bar = |column| spark::bar(height_of(picture(column).value(&mark.id)), row, rows);
                columns
                    .flat_map(|column| std::iter::repeat_n(bar(column), each))
                    .collect()
            };
            let value = picture(selected).value(&mark.id);
            let before = selected.checked_sub(1).map(|at| picture(at).value(&mark.id));
            let moved = before.is_some_and(|before| before != value);
            let said = if moved { Role::Strong } else { Role::Muted };
            let name = cut(&mark.short, name_room);
            let fill = name_room.saturating_sub(name.width());
            for row in 0..rows {
                let last = row + 1 == rows;
                let [name, value] = match last {
                    true => [format!("{name}{:fill$} ", ""), format!(" {value:>3}")],
                    false => [format!("{:name_room$} ", ""), String::new()],
                };
                page.line([
                    (said, name),
                    (role, bars(row, start..selected)),
                    (Role::Strong, bars(row, selected..selected + 1)),
                    (role, bars(row, selected + 1..start + shown)),
                    (said, value),
                ]);
                if last && rows > 1 {
                    page.blank();
                }
            }
        }
    }
    page
}

/// How high a value stands, from 0 to 1.
fn height_of(value: DialValue) -> f32 {
    let (least, most) = (DialValue::MIN.get(), DialValue::MAX.get());
    f32::from(value.get() - least) / f32::from(most - least)
}

/// The open bearing: what moved with effect and learning, its note, all marks, its decisions.
pub fn bearing(app: &App, width: u16) -> Page {
    let mut page = Page::new(width);
    let Screen::Bearing(id) = &app.body().screen else {
        return page;
    };
    let Some(bearing) = app.profile().bearing(id) else {
        return page;
    };
    let words = app.text().bearings;
    page.paragraph(Role::Strong, &app.text().date(bearing.at.date()), 0);
    if !bearing.label.trim().is_empty() {
        page.paragraph(Role::Accent, &clean(bearing.label.trim()), 0);
    }
    page.blank();
    let mut texts = Texts {
        app,
        selected: app.body().selected,
        count: 0,
    };
    let moved = app.moved_at(id);
    match app.bearing_before(id) {
        None => page.paragraph(Role::Muted, words.first, 0),
        Some(before) => {
            page.paragraph(Role::Strong, &words.moved_since(&app.bearing_name(before)), 0);
            if moved.is_empty() {
                page.paragraph(Role::Muted, words.unmoved, 0);
            } else if says(&app.framework, GAINS) {
                page.paragraph(Role::Notice, &app.text().mirror.quoted(GAINS), 0);
            }
        }
    }
    for one in &moved {
        page.blank();
        let field = app.framework.field_of(one.mark).get();
        let line = format!("{}  {} → {}", app.mark_title(one.mark), one.from, one.to);
        page.paragraph(Role::Field(field), &line, 0);
        for (name, subject) in [
            (words.effect, TextTarget::Effect(id.clone(), one.mark)),
            (words.learning, TextTarget::Learning(id.clone(), one.mark)),
        ] {
            texts.put(&mut page, name, &subject, Role::Field(field), width);
        }
    }
    page.blank();
    texts.put(
        &mut page,
        app.text().note,
        &TextTarget::Bearing(id.clone()),
        Role::Accent,
        width,
    );
    page.blank();
    page.paragraph(Role::Strong, words.all_marks, 0);
    let shares = Picture::At(bearing).field_weights(&app.framework);
    for field in app.framework.field_indices() {
        page.blank();
        let share = app.text().percent(shares[field.get()]);
        let title = format!("{}  {share}", app.field_title(field));
        page.paragraph(Role::Field(field.get()), &title, 0);
        for mark in app.framework.marks_of(field) {
            let id = &app.framework.mark(mark).id;
            let value = Picture::At(bearing).value(id);
            page.line([
                (Role::Strong, format!("{value:>3} ")),
                (Role::Text, app.mark_title(mark).to_owned()),
            ]);
            let Some(dial) = bearing.dials.get(id) else {
                continue;
            };
            let said = |name: &str, text: &str| format!("{name}: {}", text);
            let has_entries = moved.iter().any(|one| one.mark == mark);
            if !dial.note.is_empty() {
                page.paragraph(Role::Muted, &dial.note, 4);
            }
            for (name, text) in [(words.effect, &dial.effect), (words.learning, &dial.learning)] {
                if !text.is_empty() && !has_entries {
                    page.paragraph(Role::Muted, &said(name, text), 4);
                }
            }
        }
    }
    if !bearing.decisions.is_empty() {
        page.blank();
        page.paragraph(Role::Strong, words.decisions, 0);
    }
    for decision in &bearing.decisions {
        page.blank();
        page.paragraph(Role::Text, &decision.text, 0);
        for (mark, answer) in &decision.answers {
            let mark = app.framework.mark_by_id(mark);
            let title = mark.map_or("", |mark| app.mark_title(mark));
            page.paragraph(Role::Muted, &format!("{title}: {}", answer), 4);
        }
    }
    page
}

/// The texts of a page that can be written: each an entry, in order.
struct Texts<'a> {
    app: &'a App,
    selected: usize,
    count: usize,
}

impl Texts<'_> {
    /// A text under its name, or how to write it where there is none.
    fn put(&mut self, page: &mut Page, name: &str, subject: &TextTarget, bar: Role, width: u16) {
        let mut entry = Page::new(width.saturating_sub(2));
        let text = self.app.written(subject);
        if text.is_empty() {
            entry.line([
                (Role::Muted, format!(" {name}: ")),
                (Role::Muted, self.app.text().bearings.write.to_owned()),
            ]);
        } else {
            entry.line([(Role::Muted, format!(" {name}"))]);
            entry.paragraph(Role::Text, text, 1);
        }
        page.entry(entry, bar, self.count == self.selected);
        self.count += 1;
    }
}

/// True where the framework says this, letter by letter.
fn says(framework: &Framework, part: &str) -> bool {
    let in_marks = framework.marks().any(|(.., mark)| mark.definition.contains(part));
    in_marks || framework.foreword.iter().any(|text| text.contains(part))
}

/// A page that says what there could be here, and how it comes.
fn empty(paragraphs: &[&str], width: u16) -> Page {
    let mut page = Page::new(width);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        let role = if at == 0 { Role::Strong } else { Role::Text };
        page.paragraph(role, paragraph, 0);
    }
    page
}

/// The decisions since the last bearing, newest first.
pub fn decisions(app: &App, width: u16) -> Page {
    let words = app.text().bearings;
    if app.profile().decisions.is_empty() {
        return empty(words.no_decisions, width);
    }
    let mut page = Page::new(width);
    for (at, decision) in app.profile().decisions.iter().rev().enumerate() {
        let selected = at == app.body().selected;
        let mut entry = Page::new(width.saturating_sub(2));
        let answers = decision
            .answers
            .values()
            .filter(|answer| !answer.is_empty())
            .count();
        let date = app.text().date(decision.at.date());
        entry.line([(Role::Muted, format!(" {date} · {}", words.answers(answers)))]);
        let role = if selected { Role::Strong } else { Role::Text };
        entry.paragraph(role, &decision.text, 1);
        page.entry(entry, Role::Accent, selected);
        page.blank();
    }
    page.lines.pop();
    page
}

/// The open decision, and each raised mark as a question to it.
pub fn decision(app: &App, width: u16) -> Page {
    let mut page = Page::new(width);
    let Screen::Decision(at) = app.body().screen else {
        return page;
    };
    let words = app.text().bearings;
    let mut texts = Texts {
        app,
        selected: app.body().selected,
        count: 0,
    };
    if let Some(decision) = app.profile().decisions.get(at) {
        page.paragraph(Role::Muted, &app.text().date(decision.at.date()), 0);
    }
    for subject in app.decision_texts(at) {
        let TextTarget::Answer(_, mark) = subject else {
            texts.put(&mut page, words.decision, &subject, Role::Accent, width);
            page.blank();
            page.paragraph(Role::Strong, words.held_against, 0);
            if says(&app.framework, DECIDING) {
                page.paragraph(Role::Notice, &app.text().mirror.quoted(DECIDING), 0);
            }
            continue;
        };
        page.blank();
        let field = app.framework.field_of(mark).get();
        let value = app.value(mark);
        let done = if app.written(&subject).is_empty() {
            "[ ]"
        } else {
            "[x]"
        };
        page.paragraph(
            Role::Field(field),
            &format!("{done} {}  {value}", app.mark_title(mark)),
            0,
        );
        page.paragraph(Role::Muted, app.level_text(mark, app.own_level()), 4);
        texts.put(&mut page, words.answer, &subject, Role::Field(field), width);
    }
    if texts.count < 2 {
        page.blank();
        page.paragraph(Role::Muted, words.none_raised, 0);
    }
    page
}
