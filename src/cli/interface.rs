//! `pejl` alone: the interface in the terminal.

use super::{Answer, Settings, tell};
use crate::app::App;
use crate::core::{fault::Fault, framework::Framework, session::Session, team::Filter};
use crate::screens::action::Action;
use crate::store::{self, Access, log::Log};
use crate::terminal::{
    self, EffectRunner, Flow, Program,
    graphics::Discovery,
    guard::{self, Unfit},
};
use crate::ui::{
    Look,
    theme::{Theme, is_ascii_only},
};
use ratatui::layout::Size;
use ratatui_dial::Marker;
use std::{
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

/// The longest wait for a slow disk when the program ends.
const PATIENCE: Duration = Duration::from_secs(10);
/// The same where a signal ends it.
const SHORT_PATIENCE: Duration = Duration::from_millis(800);
/// The longest wait for the last line on standard error.
const LAST_LINE: Duration = Duration::from_millis(100);
/// The longest wait for the last line of the log.
const LAST_MESSAGE: Duration = Duration::from_millis(500);
/// The height of a cell over its width in most terminals.
const USUAL_ASPECT: f32 = 2.0;

/// The interface at its start, with the team presented to itself where there is one to present.
pub struct Presented {
    /// The files and folders of the team.
    pub team: Vec<PathBuf>,
    /// Whom of it to look at.
    pub filter: Filter,
    /// Whether names stay at home.
    pub hide_names: bool,
}

/// Opens the interface and stays in it until the leader leaves.
pub fn open(settings: &Settings, presented: Option<Presented>) -> Result<Answer, Fault> {
    guard::check().map_err(|unfit| match unfit {
        Unfit::NoTerminal => Fault::NoTerminal,
        Unfit::Dumb => Fault::DumbTerminal {
            name: std::env::var("TERM").unwrap_or_default(),
        },
    })?;
    let framework = settings.framework()?;
    let english = settings.framework.is_none().then(Framework::built_in_english);
    let (store, opened) = settings.open(&framework, Access::Edit)?;
    // without a folder of data nothing could be saved
    if let Err(fault @ Fault::CannotCreate { .. }) = opened.file.writable() {
        return Err(fault);
    }
    let (columns, rows) = guard::size();
    let size = Size::new(columns, rows);
    let mut session = Session::new(framework, opened.profile, store::system_clock());
    if let Some(why) = opened.file.read_only() {
        session.set_read_only(why.clone());
    }
    let mut app = App::new(session, english, settings.lang, size);
    if opened.fresh {
        app.welcome();
    }
    app.state.aspect = guard::cell_aspect().unwrap_or(USUAL_ASPECT);
    app.state.motion.set(settings.preferences.motion);
    app.state.keymap = settings.config.config.keymap.of_framework(&app.state.framework);
    app.state.preferences = settings.preferences.clone();
    let (theme, _) = settings.theme();
    let notices = opened.notices.iter().map(|notice| settings.lang.notice(notice));
    let faults = settings.faults();
    let faults = faults
        .iter()
        .map(|fault| settings.lang.fault(&fault.by_file_name()));
    let notices: Vec<String> = notices.chain(faults).collect();
    app.state.message = (!notices.is_empty()).then(|| notices.join(". "));
    let follow = theme.is_none();
    let theme = theme.unwrap_or_else(|| Theme::dark(settings.depth));
    let auto_marker = if is_ascii_only(|name| std::env::var(name).ok(), cfg!(windows)) {
        Marker::Ascii
    } else {
        settings.depth.marker()
    };
    let mut program = Program::new(
        app,
        Look {
            theme,
            marker: settings.preferences.glyphs.marker(auto_marker),
        },
        follow,
        store::system_clock,
    );

    program.auto_marker = auto_marker;
    if auto_marker != Marker::Ascii {
        let env = |name: &str| std::env::var(name).ok();
        program.graphics = Discovery::new(env, settings.depth, cfg!(windows));
        program.cell_size = guard::cell_size;
    }
    program.log_to(Log::new(settings.data_dir.clone(), store::system_clock));
    let (sender, events) =
        terminal::event_channel().map_err(|error| Fault::Other { why: (&error).into() })?;
    let reports = sender.clone();
    let effects = EffectRunner::new(
        store.clone(),
        opened.file,
        settings.config.path.clone(),
        settings.themes.clone(),
        move |event| reports.send(event),
    );
    let lang = settings.lang;
    let told = move |fault: Fault| {
        // nobody may read the terminal: the process ends whether this is written or not
        let (done, written) = mpsc::channel::<()>();
        let tell = move || {
            tell(&lang.fault(&fault));
            drop(done);
        };
        if thread::Builder::new().spawn(tell).is_ok() {
            let _ = written.recv_timeout(LAST_LINE);
        }
    };
    let (save, last_words) = (effects.saver(), effects.last_words(told));
    program.effects = Some(effects);
    if let Some(presented) = presented {
        let state = &mut program.app.state;
        state.preferences.team = presented.team;
        state.team.filter = presented.filter;
        state.team.hide_names = presented.hide_names;
        program.act(Action::Present, Instant::now());
    }
    let flow = terminal::run(&mut program, (sender, events), save, last_words)
        .map_err(|error| Fault::Other { why: (&error).into() })?;
    let patience = match flow {
        Flow::Quit => PATIENCE,
        _ => SHORT_PATIENCE,
    };
    let waits = |file: &Path| tell(&lang.text().still_saving(&file.to_string_lossy()));
    let left = match &mut program.effects {
        Some(effects) => effects.leave(&program.app, patience, waits),
        None => Ok(()),
    };
    let left = match (left, flow) {
        // a signal says how the process ended, and this where the profile is
        (Err(fault), Flow::End(_)) => {
            program.log(&lang.fault(&fault));
            tell(&lang.fault(&fault));
            Ok(())
        }
        (Err(fault), _) => {
            program.log(&lang.fault(&fault));
            Err(fault)
        }
        (Ok(()), _) => Ok(()),
    };
    program.end_log(LAST_MESSAGE);
    left?;
    Ok(Answer {
        code: if let Flow::End(signal) = flow {
            128 + signal as u8
        } else {
            0
        },
        ..Answer::default()
    })
}
