//! What a terminal answers to the questions that the program asks it, for whoever wants to know. Takes the terminal for that
//! moment alone and shows nothing; the questions and what the answers mean are `graphics`'.

use super::{
    Event, InputEvent, event_channel,
    graphics::{Answer, Discovery},
    osc,
};
use crate::screens::preferences::Glyphs;
use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_millis(300);

/// What came of asking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Probed {
    /// Whether anything was asked.
    pub asked: bool,
    /// The answers, in their order.
    pub answers: Vec<Answer>,
    /// The background: red, green and blue.
    pub background: Option<(u8, u8, u8)>,
}

/// Raw mode, as long as this is there.
struct Raw;

impl Raw {
    fn new() -> io::Result<Self> {
        crossterm::terminal::enable_raw_mode().map(|()| Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // where the terminal is gone there is nothing to give back
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// Asks the terminal on standard input and output what the interface asks it, and has `discovery` hear the answers. What is
/// typed meanwhile is lost. Where a signal to end comes, the process ends by it, with the terminal as it was.
///
/// # Errors
/// Where the terminal cannot be set, written to or read.
pub fn ask(discovery: &mut Discovery, glyphs: Glyphs) -> io::Result<Probed> {
    // a console of Windows answers in keys, and is not asked
    let of_graphics = discovery.questions(glyphs);
    if cfg!(windows) {
        return Ok(Probed::default());
    }
    let (_sender, mut events) = event_channel()?;
    events.listen_for_signals()?;
    let raw = Raw::new()?;
    let mut out = io::stdout().lock();
    // every terminal answers the last question, and after those before it
    let last: &[u8] = if of_graphics.is_empty() { b"\x1b[c" } else { &[] };
    out.write_all(&[osc::BACKGROUND, &of_graphics, last].concat())?;
    out.flush()?;
    drop(out);
    let until = Instant::now() + PATIENCE;
    let mut probed = Probed {
        asked: true,
        ..Probed::default()
    };
    while let Some(event) = events.next(Some(until.saturating_duration_since(Instant::now()))) {
        match event {
            Event::Input(InputEvent::Osc(command)) => probed.background = osc::background(&command),
            Event::Input(InputEvent::Answer(answer)) => {
                let last = matches!(answer, Answer::Attributes { .. });
                if !of_graphics.is_empty() {
                    discovery.hear(&answer);
                }
                probed.answers.push(answer);
                if last {
                    break;
                }
            }
            #[cfg(unix)]
            Event::End(signal) => {
                drop(raw);
                let _ = signal_hook::low_level::emulate_default_handler(signal);
                return Ok(probed);
            }
            Event::Broken => break,
            _ => {}
        }
        if Instant::now() >= until {
            break;
        }
    }
    drop(raw);
    Ok(probed)
}
