//! `pejl export`: the profile in another format.

use super::{Answer, Settings, args::Export, output, tell_of};
use crate::core::{fault::Fault, framework::Framework};
use crate::export::{Input, Parts, export};
use crate::store::{self, Access};
use crate::text::Lang;

/// Runs the command.
pub fn run(settings: &Settings, args: &Export) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let english = settings.framework.is_none() && settings.lang == Lang::En;
    let rendering = english.then(Framework::built_in_english);
    let opened = settings.open_sound(&framework, Access::Read)?;
    tell_of(settings, &opened);
    let input = Input {
        framework: &framework,
        rendering: rendering.as_ref(),
        profile: &opened.profile,
        lang: settings.lang,
        now: store::system_clock(),
        parts: args.without.iter().copied().fold(Parts::ALL, Parts::without),
    };
    output::deliver(settings, "pejl export", &args.output, args.format, || {
        export(args.format, &input)
    })
}
