//! `pejl bearing save`, `list`, `show`, `compare`, `restore`, `delete`: dated pictures of all dials.

use super::{
    Answer, Settings,
    args::{self, CompareBearings, ListBearings, OneBearing, SaveBearing},
    change, of_argument, shape, to_json,
};
use crate::core::{
    compare::{Move, Picture, moves},
    fault::Fault,
    framework::Framework,
    profile::{Bearing, BearingDial, Profile},
    sanitise::clean,
    session::kept_label,
};
use crate::store::Access;
use crate::text::Text;
use std::fmt::Write;

/// Runs the command.
pub fn run(settings: &Settings, asked: &args::Bearing) -> Result<Answer, Fault> {
    let command = Command {
        settings,
        text: settings.lang.text(),
        framework: settings.framework()?,
    };
    match asked {
        args::Bearing::Save(args) => command.save(args),
        args::Bearing::List(args) => command.list(args),
        args::Bearing::Show(args) => command.show(args),
        args::Bearing::Compare(args) => command.compare(args),
        args::Bearing::Restore(args) => command.restore(args),
        args::Bearing::Delete(args) => command.delete(args),
    }
}

struct Command<'a> {
    settings: &'a Settings,
    text: &'static Text,
    framework: Framework,
}

impl Command<'_> {
    fn save(&self, args: &SaveBearing) -> Result<Answer, Fault> {
        let named = |fault| of_argument(fault, "pejl bearing save", self.text.cli.label.0);
        let label = kept_label(args.label.as_deref().unwrap_or_default()).map_err(named)?;
        let profile = change(self.settings, &self.framework, |session| {
            session.take_bearing(label)
        })?;
        let Some(bearing) = profile.last_bearing() else {
            unreachable!("one was taken");
        };
        if args.json {
            return Ok(to_json(&shape::BearingSaved {
                head: bearing.into(),
                profile: &profile.name,
                moved: self.moved(&profile, profile.bearings.len() - 1),
            }));
        }
        Ok(format!("{}\n", self.line(&profile, profile.bearings.len() - 1)).into())
    }

    fn list(&self, args: &ListBearings) -> Result<Answer, Fault> {
        let profile = self.profile()?;
        if args.json {
            let bearings = profile.bearings.iter().enumerate();
            let bearings = bearings.map(|(at, bearing)| shape::ListedBearing {
                head: bearing.into(),
                note: &bearing.note,
                moved: self.moved(&profile, at),
            });
            return Ok(to_json(&shape::Bearings {
                profile: &profile.name,
                bearings: bearings.collect(),
            }));
        }
        if profile.bearings.is_empty() {
            return Ok(format!("{}\n", self.text.cli.no_bearings).into());
        }
        let lines = (0..profile.bearings.len()).map(|at| self.line(&profile, at) + "\n");
        Ok(lines.collect::<String>().into())
    }

    fn show(&self, args: &OneBearing) -> Result<Answer, Fault> {
        let profile = self.profile()?;
        let bearing = profile.find_bearing(&args.id)?;
        let picture = Picture::At(bearing);
        let shares = picture.field_weights(&self.framework);
        let marks = self.framework.weights(picture.values(&self.framework));
        let nothing = BearingDial::default();
        if args.json {
            let fields = self.framework.field_indices().map(|field| {
                let dials = self.framework.marks_of(field).map(|index| {
                    let mark = self.framework.mark(index);
                    let dial = bearing.dials.get(&mark.id).unwrap_or(&nothing);
                    shape::BearingMark {
                        id: &mark.id,
                        title: &mark.title,
                        value: dial.value,
                        weight: marks[index.get()],
                        note: &dial.note,
                        effect: &dial.effect,
                        learning: &dial.learning,
                    }
                });
                let shown = self.framework.field(field);
                shape::Field {
                    id: &shown.id,
                    title: &shown.title,
                    weight: shares[field.get()],
                    marks: dials.collect(),
                }
            });
            let decisions = bearing.decisions.iter().map(shape::Decision::from);
            return Ok(to_json(&shape::ShownBearing {
                head: bearing.into(),
                profile: &profile.name,
                note: &bearing.note,
                fields: fields.collect(),
                decisions: decisions.collect(),
            }));
        }
        let words = self.text.bearings;
        let mut out = format!("{}\n", self.name(bearing));
        // writing to a String cannot fail
        if !bearing.note.is_empty() {
            let _ = writeln!(out, "{}", bearing.note);
        }
        for field in self.framework.field_indices() {
            let share = self.text.percent(shares[field.get()]);
            let _ = writeln!(out, "\n{}  {share}", self.framework.field(field).title);
            for index in self.framework.marks_of(field) {
                let mark = self.framework.mark(index);
                let dial = bearing.dials.get(&mark.id).unwrap_or(&nothing);
                let _ = writeln!(out, "{:>3} {}", dial.value, mark.title);
                for (name, text) in [
                    (self.text.note, &dial.note),
                    (words.effect, &dial.effect),
                    (words.learning, &dial.learning),
                ] {
                    if !text.is_empty() {
                        let _ = writeln!(out, "    {name}: {}", text.replace('\n', "\n    "));
                    }
                }
            }
        }
        for decision in &bearing.decisions {
            let _ = writeln!(out, "\n{}: {}", words.decision, decision.text);
            for (mark, answer) in &decision.answers {
                let _ = writeln!(out, "    {}: {}", clean(mark), answer);
            }
        }
        Ok(out.into())
    }

    fn compare(&self, args: &CompareBearings) -> Result<Answer, Fault> {
        let profile = self.profile()?;
        let from = profile.find_bearing(&args.id)?;
        let other = match &args.other {
            Some(other) => Some(profile.find_bearing(other)?),
            None => None,
        };
        let to = other.map_or(Picture::Now(&profile), Picture::At);
        let pictures = [Picture::At(from), to];
        let shares = pictures.map(|picture| picture.field_weights(&self.framework));
        if args.json {
            let fields = self.framework.field_indices().map(|field| {
                let dials = self.framework.marks_of(field).map(|index| {
                    let mark = self.framework.mark(index);
                    let [from, to] = pictures.map(|picture| picture.value(&mark.id));
                    shape::ComparedMark {
                        id: &mark.id,
                        title: &mark.title,
                        from,
                        to,
                    }
                });
                let [from, to] = shares.each_ref().map(|shares| shares[field.get()]);
                let shown = self.framework.field(field);
                shape::ComparedField {
                    id: &shown.id,
                    title: &shown.title,
                    from,
                    to,
                    marks: dials.collect(),
                }
            });
            return Ok(to_json(&shape::Compared {
                profile: &profile.name,
                from: from.into(),
                to: other.map(shape::Head::from),
                fields: fields.collect(),
            }));
        }
        let words = self.text.bearings;
        let end = other.map_or_else(|| words.now.to_owned(), |other| self.name(other));
        let mut out = format!("{} → {end}\n", self.name(from));
        for field in self.framework.field_indices() {
            let [before, after] = shares
                .each_ref()
                .map(|shares| self.text.percent(shares[field.get()]));
            let title = &self.framework.field(field).title;
            let _ = writeln!(out, "\n{title}  {before} → {after}");
            for index in self.framework.marks_of(field) {
                let mark = self.framework.mark(index);
                let [from, to] = pictures.map(|picture| picture.value(&mark.id));
                let _ = writeln!(out, "{from:>3} → {to:>2} {}", mark.title);
            }
        }
        Ok(out.into())
    }

    fn restore(&self, args: &OneBearing) -> Result<Answer, Fault> {
        let (mut moved, mut id) = (Vec::new(), String::new());
        let profile = change(self.settings, &self.framework, |session| {
            let profile = session.profile();
            let bearing = profile.find_bearing(&args.id)?;
            moved = moves(&self.framework, Picture::Now(profile), Picture::At(bearing));
            id = bearing.id.clone();
            session.restore(&id)
        })?;
        if args.json {
            return Ok(to_json(&shape::Restored {
                profile: &profile.name,
                id: &id,
                dials: self.moves(&moved),
            }));
        }
        if moved.is_empty() {
            return Ok(format!("{}\n", self.text.cli.nothing_changed).into());
        }
        let line = |moved: &Move| {
            let title = &self.framework.mark(moved.mark).title;
            format!("{title}: {} → {}\n", moved.from, moved.to)
        };
        Ok(moved.iter().map(line).collect::<String>().into())
    }

    fn delete(&self, args: &OneBearing) -> Result<Answer, Fault> {
        let mut deleted = None;
        let profile = change(self.settings, &self.framework, |session| {
            let bearing = session.profile().find_bearing(&args.id)?;
            deleted = Some((shape::Head::from(bearing), self.name(bearing)));
            let id = bearing.id.clone();
            session.delete_bearing(&id)
        })?;
        let (head, name) = deleted.unzip();
        if args.json {
            return Ok(to_json(&shape::BearingDeleted {
                head,
                profile: &profile.name,
            }));
        }
        Ok(format!("{}\n", self.text.cli.deleted(&name.unwrap_or_default())).into())
    }

    fn profile(&self) -> Result<Profile, Fault> {
        let opened = self.settings.open_sound(&self.framework, Access::Read)?;
        Ok(opened.profile)
    }

    /// Its label and date.
    fn name(&self, bearing: &Bearing) -> String {
        let date = self.text.bearings.date(bearing.at.date());
        match bearing.label.trim() {
            "" => date,
            label => format!("{} ({date})", clean(label)),
        }
    }

    /// What moved at the bearing at this place of the list.
    fn moved_at(&self, profile: &Profile, at: usize) -> Vec<Move> {
        let Some(before) = at.checked_sub(1).and_then(|at| profile.bearings.get(at)) else {
            return Vec::new();
        };
        moves(
            &self.framework,
            Picture::At(before),
            Picture::At(&profile.bearings[at]),
        )
    }

    fn moved(&self, profile: &Profile, at: usize) -> Vec<shape::Moved<'_>> {
        self.moves(&self.moved_at(profile, at))
    }

    fn moves(&self, moved: &[Move]) -> Vec<shape::Moved<'_>> {
        let one = |one: &Move| shape::Moved {
            id: &self.framework.mark(one.mark).id,
            from: one.from,
            to: one.to,
        };
        moved.iter().map(one).collect()
    }

    /// A bearing in one line: its id, its name and what moved.
    fn line(&self, profile: &Profile, at: usize) -> String {
        let words = self.text.bearings;
        let bearing = &profile.bearings[at];
        let moved = self.moved_at(profile, at);
        let told: Vec<String> = moved
            .iter()
            .map(|one| {
                let name = &self.framework.mark(one.mark).short;
                format!("{name} {} → {}", one.from, one.to)
            })
            .collect();
        let told = match told.is_empty() {
            true if at == 0 => words.first.to_owned(),
            true => words.unmoved.to_owned(),
            false => told.join(", "),
        };
        format!("{}  {}  {told}", clean(&bearing.id), self.name(bearing))
    }
}
