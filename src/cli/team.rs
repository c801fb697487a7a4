//! `pejl team`: colleagues' profiles side by side. Reads only.

use super::{
    Answer, Settings, args,
    interface::{self, Presented},
    output, show,
};
use crate::config::team_folders;
use crate::core::{
    dial::DialValue,
    fault::{Fault, UsageTrouble},
    framework::Framework,
    team::{Filter, Row, Team, View, Why},
};
use crate::export::{Format, Picture, TeamInput, What, export_team};
use crate::store::{self, Access, OwnProfile};
use std::{fmt::Write, path::PathBuf};

/// Runs the command.
pub fn run(settings: &Settings, args: &args::Team) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let level = level(&framework, args)?;
    let paths = paths(settings, args)?;
    let team = store::read_team(&framework, &paths, &own_profile(settings, &framework));
    // where no file could be used, the first fault is the answer
    if let ([], Some(Why::Fault(fault))) = (
        &team.leaders[..],
        team.skipped.first().map(|skipped| &skipped.why),
    ) {
        return Err(fault.clone());
    }
    let filter = Filter {
        level,
        unit: unit(&team, args.unit.as_deref())?,
    };
    let input = TeamInput {
        framework: &framework,
        team: &team,
        filter: &filter,
        order: args.sort.unwrap_or_default(),
        hide_names: args.hide_names,
        lang: settings.lang,
        now: store::system_clock(),
        what: What::Sheet,
        picture: Picture::default(),
    };
    if args.hide_names {
        team.can_hide_names(&filter)?;
    }
    let format = match args.json {
        true => Some(Format::Json),
        false => args.format.or_else(|| args.output.format()),
    };
    // a team has no day of its own for a calendar
    if let Some(Format::Ics) = format {
        let others = Format::ALL.into_iter().filter(|format| *format != Format::Ics);
        return Err(Fault::Usage {
            command: "pejl team".into(),
            trouble: UsageTrouble::NotAllowed {
                name: "--format".into(),
                given: Format::Ics.extension().into(),
                allowed: others.map(|format| format.extension().to_owned()).collect(),
            },
        });
    }
    let plain = || Answer::from(plain(&input));
    match format {
        Some(format) => output::deliver(settings, "pejl team", &args.output, format, || {
            export_team(format, &input)
        }),
        None if args.output.file().is_some() => {
            output::deliver(settings, "pejl team", &args.output, Format::Markdown, || {
                Ok(plain().bytes)
            })
        }
        None => Ok(plain()),
    }
}

/// Opens the interface with the team presented to itself; with `--plain` the dialogue, with this team.
pub fn present(settings: &Settings, args: &args::Team) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let absolute = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
    let team = paths(settings, args)?.into_iter().map(absolute).collect();
    if settings.plain {
        return super::plain::open(settings, Some(team));
    }
    let presented = Presented {
        team,
        filter: Filter {
            level: level(&framework, args)?,
            unit: args.unit.clone(),
        },
        hide_names: args.hide_names,
    };
    interface::open(settings, Some(presented))
}

/// The level that is looked at, from 1; nothing for all.
fn level(framework: &Framework, args: &args::Team) -> Result<Option<u8>, Fault> {
    match args.level.as_deref() {
        Some(given) => Ok(Some(show::level("pejl team", framework, given)? as u8 + 1)),
        None => Ok(None),
    }
}

/// The files and folders that were named, or those of the setting.
fn paths(settings: &Settings, args: &args::Team) -> Result<Vec<PathBuf>, Fault> {
    match &args.path[..] {
        [] if settings.preferences.team.is_empty() => Err(Fault::Usage {
            command: "pejl team".into(),
            trouble: UsageTrouble::MissingArgument {
                names: vec![settings.lang.text().share.team_paths.0.to_owned()],
            },
        }),
        [] => Ok(team_folders(&settings.config.path, &settings.preferences.team)),
        paths => Ok(paths.to_vec()),
    }
}

/// The reader's own profile, as far as it can be read: colleagues' are shown without it too.
pub(super) fn own_profile(settings: &Settings, framework: &Framework) -> OwnProfile {
    let store = settings.store();
    let read = settings.slug(&store).and_then(|slug| {
        Ok(OwnProfile {
            owner: store
                .open_sound(&slug, &framework.id, Access::Read)?
                .profile
                .owner,
            file: Some(store.file(&slug)?),
        })
    });
    read.unwrap_or_default()
}

/// The unit that was asked for. One that no leader has is a fault.
fn unit(team: &Team, given: Option<&str>) -> Result<Option<String>, Fault> {
    let Some(given) = given else {
        return Ok(None);
    };
    let units = team.units();
    let found = units
        .iter()
        .find(|unit| unit.to_lowercase() == given.to_lowercase());
    match found {
        Some(unit) => Ok(Some((*unit).to_owned())),
        None => Err(Fault::Usage {
            command: "pejl team".into(),
            trouble: UsageTrouble::NotAllowed {
                name: "--unit".into(),
                given: given.to_owned(),
                allowed: units.into_iter().map(str::to_owned).collect(),
            },
        }),
    }
}

/// The team as text: for each mark the scale with the number of leaders at each detent, the spread, the median, and the
/// names.
fn plain(input: &TeamInput) -> String {
    let words = input.lang.text().export;
    let view = input.team.view(input.framework, input.filter, input.order);
    if view.leaders.is_empty() && input.team.skipped.is_empty() {
        return format!("{}\n", input.lang.text().share.nobody);
    }
    let mut out = format!("{}: {}\n", words.team, words.profiles(view.leaders.len()));
    for row in &view.rows {
        mark(&mut out, input, &view, row);
    }
    if !input.team.skipped.is_empty() {
        // writing to a String cannot fail
        let _ = writeln!(out, "\n{}", words.left_out(input.team.skipped.len()));
    }
    if !input.hide_names {
        for skipped in &input.team.skipped {
            let _ = writeln!(out, "    {}", input.lang.skipped(skipped));
        }
    }
    out
}

fn mark(out: &mut String, input: &TeamInput, view: &View, row: &Row) {
    let words = input.lang.text().export;
    let title = &input.framework.mark(row.mark).title;
    let position = input.framework.position(row.mark);
    let scale: String = row
        .at
        .iter()
        .map(|count| match count {
            0 => "  ·".to_owned(),
            count => format!("{count:>3}"),
        })
        .collect();
    let median = words.steps(row.median);
    // writing to a String cannot fail
    let _ = writeln!(out, "\n{position}  {title}");
    let _ = writeln!(
        out,
        "    {} {scale}  {}   {}",
        DialValue::MIN,
        DialValue::MAX,
        words.figures(row.spread, &median),
    );
    if !input.hide_names {
        for (value, leaders) in view.standing(input.team, row.mark) {
            let names: Vec<_> = leaders.iter().map(|leader| input.lang.leader(leader)).collect();
            let _ = writeln!(out, "    {value:>3} {}", names.join(", "));
        }
    }
}
