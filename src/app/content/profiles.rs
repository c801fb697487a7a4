//! The profiles as a page.

use crate::app::{
    App,
    profiles::{Field, Line},
};
use crate::core::{profile::Profile, sanitise::clean};
use crate::ui::page::Page;
use crate::ui::theme::role::Role;
use unicode_width::UnicodeWidthStr;

/// The open profile's fields, the other profiles, the conflict copies, the deleted ones.
pub fn profiles(app: &App, width: u16) -> Page {
    let words = app.text().profiles;
    let mut page = Page::new(width);
    let names = [words.name, words.unit, words.challenge, words.level, words.review];
    let column = names.iter().map(|name| name.width()).max().unwrap_or(0) + 3;
    let mut heading = None;
    for (at, line) in app.profile_lines().into_iter().enumerate() {
        let of_line = match line {
            Line::Field(_) => words.open,
            Line::Other(_) | Line::New { .. } | Line::Import => words.others,
            Line::Copy(_) => app.text().merge.copies,
            Line::Deleted(_) => words.deleted,
        };
        if heading.replace(of_line) != Some(of_line) {
            if at > 0 {
                page.blank();
            }
            page.paragraph(Role::Strong, of_line, 0);
        }
        let selected = at == app.selected();
        let role = if selected { Role::Strong } else { Role::Text };
        let mut entry = Page::new(width.saturating_sub(1));
        match line {
            Line::Field(field) => {
                let (name, value) = field_of(app, field);
                let shown = clean(&value);
                let (value_role, value) = if shown.is_empty() {
                    (Role::Muted, words.empty)
                } else {
                    (role, shown.as_ref())
                };
                // a long value goes on under itself
                let mut right = Page::new(width.saturating_sub(column as u16 + 2));
                right.paragraph(value_role, value, 0);
                let mut left = Page::new(column as u16 + 1);
                left.line([(Role::Muted, format!(" {name}"))]);
                entry.beside(left, right, column + 1);
            }
            Line::Other(at) => {
                let other = &app.around.others[at];
                entry.line([(role, format!(" {}", clean(other.name())))]);
                match &other.profile {
                    Ok(profile) => entry.paragraph(Role::Muted, &about(app, profile), 1),
                    Err(fault) if selected => entry.paragraph(Role::Alarm, &app.lang.fault(fault), 1),
                    Err(_) => entry.paragraph(Role::Alarm, words.unreadable, 1),
                }
            }
            Line::New { copy } => {
                let open = clean(&app.profile().name);
                let name = if copy {
                    words.copy(&open)
                } else {
                    words.new.to_owned()
                };
                entry.line([(Role::Accent, " + ".to_owned()), (role, name)]);
            }
            Line::Import => {
                entry.line([(Role::Accent, " + ".to_owned()), (role, words.import.to_owned())]);
            }
            Line::Copy(at) => {
                let copy = &app.around.copies[at];
                let file = copy.file.file_name().unwrap_or_default().to_string_lossy();
                entry.paragraph(role, &clean(&file), 1);
                match &copy.profile {
                    Ok(_) => {
                        let of = app.around.name_of(&copy.slug).unwrap_or(&app.profile().name);
                        let mut about = words.copy(&clean(of));
                        if selected {
                            about += &format!(" · {}", app.text().merge.merge_in);
                        }
                        entry.paragraph(Role::Muted, &about, 1);
                    }
                    Err(fault) if selected => {
                        entry.paragraph(Role::Alarm, &app.lang.fault(&fault.by_file_name()), 1);
                    }
                    Err(_) => entry.paragraph(Role::Alarm, words.unreadable, 1),
                }
            }
            Line::Deleted(at) => match &app.around.deleted[at].profile {
                Ok(profile) => {
                    entry.line([
                        (role, format!(" {}", clean(&profile.name))),
                        (
                            Role::Muted,
                            if selected {
                                format!("   {}", words.bring_back)
                            } else {
                                String::new()
                            },
                        ),
                    ]);
                }
                Err(_) => {
                    let file = app.around.deleted[at].file.file_name().unwrap_or_default();
                    entry.line([
                        (role, format!(" {}", clean(&file.to_string_lossy()))),
                        (Role::Alarm, format!("   {}", words.unreadable)),
                    ]);
                }
            },
        }
        page.entry(entry, Role::Accent, selected);
    }
    page
}

/// The unit, the level and the last bearing of a profile, as far as it has them.
fn about(app: &App, profile: &Profile) -> String {
    let level = app.framework.levels.get(usize::from(profile.level.max(1)) - 1);
    let bearing = profile.last_bearing().map(|bearing| {
        let date = app.text().date(bearing.at.date());
        app.text().profiles.last_bearing(&date)
    });
    let unit = Some(clean(&profile.unit).into_owned()).filter(|unit| !unit.is_empty());
    let parts = unit.into_iter().chain(level.cloned()).chain(bearing);
    parts.collect::<Vec<_>>().join(" · ")
}

fn field_of(app: &App, field: Field) -> (&'static str, String) {
    let words = app.text().profiles;
    let profile = app.profile();
    match field {
        Field::Name => (words.name, profile.name.clone()),
        Field::Unit => (words.unit, profile.unit.clone()),
        Field::Challenge => (words.challenge, profile.challenge.clone()),
        Field::Level => {
            let level = app.framework.levels.get(app.own_level());
            (words.level, level.cloned().unwrap_or_default())
        }
        Field::Review => {
            let date = profile.review.map(|date| app.text().date(date));
            (words.review, date.unwrap_or_default())
        }
    }
}
