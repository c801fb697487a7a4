//! `pejl export`: the profile in another format.

use super::{
    Answer, Settings,
    args::{Export, Output},
    output, tell, tell_of,
};
use crate::core::{
    fault::{Fault, UsageTrouble},
    format::{Format, Picture, What},
    framework::Framework,
    purpose::{Purpose, Selection},
    sanitise::clean,
};
use crate::export::{Input, Parts, export};
use crate::store::{self, Access};
use crate::text::Lang;

/// Runs the command.
pub fn run(settings: &Settings, args: &Export) -> Result<Answer, Fault> {
    refuse_what_is_not_shown(args)?;
    let framework = settings.framework()?;
    let english = settings.framework.is_none() && settings.lang == Lang::En;
    let rendering = english.then(Framework::built_in_english);
    let opened = settings.open_sound(&framework, Access::Read)?;
    tell_of(settings, &opened);
    let without = args.without.iter().copied().fold(Parts::ALL, Parts::without);
    let input = Input {
        framework: &framework,
        rendering: rendering.as_ref(),
        profile: &opened.profile,
        lang: settings.lang,
        now: store::system_clock(),
        parts: args.with.iter().copied().fold(without, Parts::with),
        what: args.what,
        picture: Picture {
            size: args.size.unwrap_or_default(),
            transparent: args.transparent,
        },
    };
    let made = || export(args.format, &input);
    if !args.open {
        return output::deliver(settings, "pejl export", &args.output, args.format, made);
    }
    let file = match &args.output.file {
        Some(file) => file.clone(),
        None => suggested(settings, args, opened.file.slug(), &input).into(),
    };
    let output = Output {
        file: Some(file.clone()),
        force: args.output.force,
    };
    let answer = output::deliver(settings, "pejl export", &output, args.format, made)?;
    if !store::open_file(&file) {
        let words = settings.lang.text().purpose;
        tell(&words.not_opened(&clean(&file.to_string_lossy())));
    }
    Ok(answer)
}

/// What the file is called where it was not said.
fn suggested(settings: &Settings, args: &Export, slug: &str, input: &Input) -> String {
    let selection = Selection::in_format(false, args.format);
    let shows = |purpose: &&Purpose| {
        let what = args.what.unwrap_or(selection.purpose.what());
        purpose.what() == what && purpose.formats().contains(&args.format)
    };
    let purpose = Purpose::of(false).iter().find(shows);
    let purpose = purpose.copied().unwrap_or(selection.purpose);
    let words = settings.lang.text().purpose;
    let purpose = words.in_file_names(purpose, false);
    selection.file_name(slug, purpose, input.now.date())
}

/// Refuses what has no meaning for a format: to show what it cannot, to be so wide, to be seen through; and to open what goes to
/// standard output.
fn refuse_what_is_not_shown(args: &Export) -> Result<(), Fault> {
    let shown = |what: What| move |format: &Format| format.shows().contains(&what);
    if let Some(what) = args.what {
        only(args, "--what", shown(what))?;
    }
    if args.size.is_some() {
        only(args, "--size", |format| *format == Format::Png)?;
    }
    if args.transparent {
        only(args, "--transparent", |format| {
            matches!(format, Format::Svg | Format::Png)
        })?;
    }
    if args.open && args.output.file.is_some() && args.output.file().is_none() {
        return Err(refused(UsageTrouble::Conflict {
            name: "--open".to_owned(),
            other: "-o -".to_owned(),
        }));
    }
    Ok(())
}

/// Refuses an option in a format that cannot, naming those that can.
fn only(args: &Export, name: &'static str, can: impl Fn(&Format) -> bool) -> Result<(), Fault> {
    if can(&args.format) {
        return Ok(());
    }
    let allowed = Format::ALL.into_iter().filter(can);
    Err(refused(UsageTrouble::NotInFormat {
        name,
        format: args.format.extension(),
        allowed: allowed.map(|format| format.extension().to_owned()).collect(),
    }))
}

fn refused(trouble: UsageTrouble) -> Fault {
    Fault::Usage {
        command: "pejl export".to_owned(),
        trouble,
    }
}
