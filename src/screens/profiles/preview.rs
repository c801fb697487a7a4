//! What the selected line of the profiles is about, beside the list: a profile in words with its rose, or what cannot be
//! read of it and why. Owns how that is set and where it stands; what the lines are is the list's.

use super::Line;
use crate::core::{
    compare::Picture,
    fault::{Fault, Notice},
    moment::Moment,
    profile::Profile,
    sanitise::clean,
};
use crate::screens::{
    beside::Beside,
    marks,
    rose::{self, Stand},
    state::State,
};
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{Frame, layout::Rect};
use std::borrow::Cow;

/// The least rows of a rose.
const LEAST_ROSE: u16 = 6;
/// The least columns in which all marks stand as scales beside the rose.
const SCALES: u16 = 96;

/// What is shown.
struct Shown<'a> {
    /// Its heading.
    title: Cow<'a, str>,
    /// Beside the heading.
    beside: &'static str,
    /// The profile, where there is one.
    profile: Option<Cow<'a, Profile>>,
    /// When its file was last written.
    changed: Option<Moment>,
    /// Why it cannot be read.
    fault: Option<Fault>,
    /// What Enter does.
    does: &'static str,
}

impl<'a> Shown<'a> {
    fn new(title: Cow<'a, str>) -> Self {
        Self {
            title,
            beside: "",
            profile: None,
            changed: None,
            fault: None,
            does: "",
        }
    }

    /// What is in a file, or why that cannot be said; its name stands where the profile says none.
    fn read(profile: Result<&'a Profile, &Fault>, file: Cow<'a, str>) -> Self {
        match profile {
            Ok(profile) => Self {
                profile: Some(Cow::Borrowed(profile)),
                ..Self::new(clean(&profile.name))
            },
            Err(fault) => Self {
                fault: Some(fault.by_file_name()),
                ..Self::new(file)
            },
        }
    }

    fn of(line: Line, state: &'a State) -> Self {
        let words = state.text().profiles;
        let library = &state.library;
        let file = |path: &'a std::path::Path| path.file_name().unwrap_or_default().to_string_lossy();
        let open = state.profile();
        match line {
            Line::Field(_) => Self {
                beside: words.open_now,
                profile: Some(Cow::Borrowed(open)),
                ..Self::new(clean(&open.name))
            },
            Line::Other(at) => {
                let other = &library.others[at];
                Self {
                    changed: other.changed,
                    does: words.opens,
                    ..Self::read(other.profile.as_ref(), other.slug.as_str().into())
                }
            }
            Line::New { copy: false } => {
                let neutral = Profile::new("", open.framework.clone(), open.level);
                Self {
                    profile: Some(Cow::Owned(neutral)),
                    ..Self::new(words.new.into())
                }
            }
            Line::New { copy: true } => Self {
                profile: Some(Cow::Borrowed(open)),
                ..Self::new(words.copy(&clean(&open.name)).into())
            },
            Line::Import => Self {
                does: words.about_import,
                ..Self::new(words.import.into())
            },
            Line::Copy(at) => {
                let copy = &library.copies[at];
                Self {
                    beside: state.text().merge.copies,
                    does: state.text().merge.merge_in,
                    ..Self::read(copy.profile.as_ref(), file(&copy.file))
                }
            }
            Line::Stranger(at) => {
                let stranger = &library.strangers[at];
                Self {
                    does: words.bring_in,
                    ..Self::read(Ok(&stranger.profile), file(&stranger.file))
                }
            }
            Line::Deleted(at) => {
                let deleted = &library.deleted[at];
                Self {
                    does: words.bring_back,
                    ..Self::read(deleted.profile.as_ref(), file(&deleted.file))
                }
            }
        }
    }

    /// In words.
    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().profiles;
        let mut page = Page::new(width);
        if let Some(fault) = &self.fault {
            page.paragraph(Role::Alarm, &state.lang.fault(fault), 0);
        }
        if let Some(profile) = &self.profile {
            let level = state.level_names().get(usize::from(profile.level.max(1)) - 1);
            let unit = Some(clean(&profile.unit).into_owned()).filter(|unit| !unit.is_empty());
            let about: Vec<String> = unit.into_iter().chain(level.cloned()).collect();
            page.paragraph(Role::Text, &about.join(" · "), 0);
            if let Some(framework) = other_framework(state, profile) {
                page.paragraph(Role::Alarm, &state.lang.notice(&framework), 0);
            }
            for (name, text) in [(words.challenge, &profile.challenge), (words.note, &profile.note)] {
                if !text.trim().is_empty() {
                    page.blank();
                    page.paragraph(Role::Muted, name, 0);
                    for paragraph in text.lines() {
                        page.paragraph(Role::Text, &clean(paragraph), 0);
                    }
                }
            }
            let dates = [
                profile
                    .review
                    .map(|date| words.to_review(&state.text().date(date))),
                profile.last_bearing().map(|bearing| {
                    words.bearings(profile.bearings.len(), &state.text().date(bearing.at.date()))
                }),
                self.changed
                    .map(|at| words.changed(&state.text().date(at.date()))),
            ];
            let dates: Vec<String> = dates.into_iter().flatten().collect();
            if !dates.is_empty() {
                page.blank();
                for date in dates {
                    page.paragraph(Role::Muted, &date, 0);
                }
            }
        }
        if !self.does.is_empty() {
            page.blank();
            page.paragraph(Role::Notice, self.does, 0);
        }
        page
    }
}

/// That a profile belongs to another framework than the open one, where it does.
fn other_framework(state: &State, profile: &Profile) -> Option<Notice> {
    (profile.framework != state.framework.id).then(|| Notice::OtherFramework {
        framework: profile.framework.clone(),
    })
}

/// Draws what the line is about, where there is room for it.
pub(super) fn draw(line: Line, state: &State, look: &Look, frame: &mut Frame<'_>, rooms: &Beside) {
    let shown = Shown::of(line, state);
    let gap = if shown.beside.is_empty() { "" } else { "  " };
    let title = [
        (Role::Strong, &*shown.title),
        (Role::Accent, gap),
        (Role::Accent, shown.beside),
    ];
    let Some(area) = rooms.frame_other(look, frame, &title) else {
        return;
    };
    let page = shown.page(state, area.width);
    frame.render_widget(look.text(&page, 0, area.height), area);
    let Some(profile) = &shown.profile else { return };
    let used = page.lines.len() as u16 + 1;
    if other_framework(state, profile).is_some() || area.height < used + LEAST_ROSE {
        return;
    }
    let mut area = Rect {
        y: area.y + used,
        height: area.height - used,
        ..area
    };
    let picture = Picture::Now(profile);
    let before = profile.last_bearing().map(Picture::At);
    let value = |picture: Picture, mark| picture.value(&state.framework.mark(mark).id);
    if area.width >= SCALES {
        let half = area.width / 2;
        let shares = picture.field_weights(&state.framework);
        let right = Rect {
            x: area.x + half + 2,
            width: area.width - half - 2,
            ..area
        };
        let rows = marks::scale_rows(state, right.width, &shares, None);
        frame.render_widget(look.text(&rows, 0, right.height), right);
        let stands = |mark| (value(picture, mark), before.map(|before| value(before, mark)));
        marks::scales(state, look, frame, right, (&rows, 0), stands);
        area.width = half;
    }
    let stands = |mark| Stand {
        value: value(picture, mark).get().into(),
        earlier: before.map(|before| value(before, mark)),
        selected: false,
    };
    frame.render_widget(rose::picture(state, look, stands), area);
}
