//! Dials to play with, in every tier and many sizes: `cargo run --example dial`.
//!
//! Tab and Shift+Tab choose a dial, arrows, PgUp, PgDn, Home, End and Delete turn it, digits and signs type a value,
//! `g` leaves a ghost where it stands, `d` disables it, `c` changes the colours, `q` quits. The mouse drags, wheels
//! and double-clicks.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use pejl::widget::dial::input::{self, Command, Pointer, Typed};
use pejl::widget::dial::{Dial, DialStyle, Scale, State, Tier};
use ratatui::Frame;
use ratatui::crossterm::event::{
    self, DisableMouseCapture, EnableMouseCapture, Event, KeyCode, KeyEventKind, MouseEventKind,
};
use ratatui::crossterm::execute;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::Line;

/// How long a frame of the needle's glide takes.
const FRAME: Duration = Duration::from_millis(16);

const DARK: DialStyle = DialStyle {
    track: Color::Rgb(59, 61, 80),
    fill: Color::Rgb(122, 162, 247),
    needle: Color::Rgb(255, 255, 255),
    ghost: Color::Rgb(224, 175, 104),
    neutral: Color::Rgb(138, 143, 168),
    text: Color::Rgb(230, 233, 245),
    background: Color::Rgb(24, 24, 34),
};

const LIGHT: DialStyle = DialStyle {
    track: Color::Rgb(208, 211, 220),
    fill: Color::Rgb(47, 111, 222),
    needle: Color::Rgb(26, 27, 38),
    ghost: Color::Rgb(170, 90, 10),
    neutral: Color::Rgb(122, 127, 148),
    text: Color::Rgb(26, 27, 38),
    background: Color::Rgb(247, 247, 249),
};

const NAMED: DialStyle = DialStyle {
    track: Color::DarkGray,
    fill: Color::Green,
    needle: Color::White,
    ghost: Color::Yellow,
    neutral: Color::Gray,
    text: Color::Reset,
    background: Color::Reset,
};

const STYLES: [(&str, DialStyle); 4] = [
    ("dark", DARK),
    ("light", LIGHT),
    ("named colours", NAMED),
    (
        "no colour",
        DialStyle {
            track: Color::Reset,
            fill: Color::Reset,
            needle: Color::Reset,
            ghost: Color::Reset,
            neutral: Color::Reset,
            text: Color::Reset,
            background: Color::Reset,
        },
    ),
];

/// One dial on the screen.
struct Knob {
    area: Rect,
    tier: Tier,
    scale: Scale,
    value: i32,
    /// Where the needle is on its way to the value.
    position: f32,
    ghost: Option<f32>,
    disabled: bool,
}

struct Board {
    knobs: Vec<Knob>,
    focus: usize,
    style: usize,
    typed: Typed,
    pointer: Pointer,
    started: Instant,
}

impl Board {
    fn new() -> Self {
        let five = Scale::bipolar(-5, 5);
        let hundreds = Scale::unipolar(0, 1000);
        let places = [
            (Rect::new(1, 1, 15, 7), Tier::Smooth, five, 3),
            (Rect::new(18, 1, 15, 7), Tier::Block, five, -2),
            (Rect::new(35, 1, 15, 7), Tier::Braille, five, 4),
            (Rect::new(52, 1, 15, 7), Tier::Ascii, five, 1),
            (Rect::new(1, 9, 7, 3), Tier::Smooth, five, 2),
            (Rect::new(10, 9, 9, 4), Tier::Smooth, five, -1),
            (Rect::new(21, 9, 11, 5), Tier::Smooth, five, 4),
            (Rect::new(34, 9, 13, 6), Tier::Smooth, five, -5),
            (Rect::new(49, 9, 21, 9), Tier::Smooth, hundreds, 620),
            (Rect::new(1, 16, 24, 1), Tier::Smooth, five, 2),
            (Rect::new(1, 18, 24, 1), Tier::Ascii, five, -3),
            (Rect::new(1, 20, 24, 1), Tier::Smooth, hundreds, 250),
            (Rect::new(75, 1, 33, 15), Tier::Smooth, five, 4),
        ];
        let knob = |(area, tier, scale, value): (Rect, Tier, Scale, i32)| {
            let position = value as f32;
            Knob {
                area,
                tier,
                scale,
                value,
                position,
                ghost: None,
                disabled: false,
            }
        };
        Self {
            knobs: places.map(knob).into(),
            focus: 0,
            style: 0,
            typed: Typed::default(),
            pointer: Pointer::default(),
            started: Instant::now(),
        }
    }

    fn dial(&self, index: usize) -> Dial {
        let knob = &self.knobs[index];
        let state = match (knob.disabled, index == self.focus) {
            (true, _) => State::Disabled,
            (false, true) => State::Focused,
            (false, false) => State::Normal,
        };
        let dial = Dial::new(knob.scale)
            .value(knob.value)
            .position(knob.position)
            .ghost(knob.ghost);
        dial.state(state).tier(knob.tier).style(STYLES[self.style].1)
    }

    fn draw(&self, frame: &mut Frame) {
        let style = STYLES[self.style].1;
        let area = frame.area();
        let ground = Style::new().bg(style.background).fg(style.text);
        frame.buffer_mut().set_style(area, ground);
        for (index, knob) in self.knobs.iter().enumerate() {
            frame.render_widget(self.dial(index), knob.area);
        }
        let help = format!(
            " {}   Tab next · arrows turn · g ghost · d disable · c colours · q quit   {}",
            STYLES[self.style].0, self.typed
        );
        let bottom = Rect {
            y: area.bottom().saturating_sub(1),
            height: 1,
            ..area
        };
        frame.render_widget(Line::from(help), bottom.intersection(area));
    }

    /// Carries an event out; false ends the program.
    fn handle(&mut self, event: Event) -> bool {
        let command = match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                let (knobs, focus) = (self.knobs.len(), self.focus);
                match key.code {
                    KeyCode::Char('q') => return false,
                    KeyCode::Tab => self.focus = (focus + 1) % knobs,
                    KeyCode::BackTab => self.focus = (focus + knobs - 1) % knobs,
                    KeyCode::Char('c') => self.style = (self.style + 1) % STYLES.len(),
                    KeyCode::Char('d') => self.knobs[focus].disabled ^= true,
                    KeyCode::Char('g') => self.knobs[focus].ghost = Some(self.knobs[focus].value as f32),
                    _ => {}
                }
                input::key(key, &self.dial(focus), Some(&mut self.typed))
            }
            Event::Mouse(mouse) => {
                let (x, y) = (mouse.column, mouse.row);
                let under = |index: &usize| {
                    self.dial(*index)
                        .hit_test(self.knobs[*index].area, x, y)
                        .is_some()
                };
                let pressed = matches!(mouse.kind, MouseEventKind::Down(_));
                if let Some(index) = (0..self.knobs.len()).find(under).filter(|_| pressed) {
                    self.focus = index;
                }
                let (dial, area) = (self.dial(self.focus), self.knobs[self.focus].area);
                input::mouse(mouse, self.started.elapsed(), &dial, area, &mut self.pointer)
            }
            _ => None,
        };
        if let Some(value) = command.and_then(|command: Command| command.value(&self.dial(self.focus))) {
            self.knobs[self.focus].value = value;
        }
        true
    }

    /// Moves every needle a third of its way; whether any still has way to go.
    fn glide(&mut self) -> bool {
        let mut moving = false;
        for knob in &mut self.knobs {
            let way = knob.value as f32 - knob.position;
            let near = way.abs() < 0.002 * knob.scale.steps() as f32;
            knob.position = if near {
                knob.value as f32
            } else {
                knob.position + way / 3.0
            };
            moving |= !near;
        }
        moving
    }
}

/// Gives the mouse back when the program ends, however it ends.
struct Mouse;

impl Drop for Mouse {
    fn drop(&mut self) {
        // Nothing more can be done for a terminal that takes no more output.
        let _ = execute!(io::stdout(), DisableMouseCapture);
        ratatui::restore();
    }
}

fn main() -> io::Result<()> {
    if !io::stdout().is_terminal() {
        return Err(io::Error::other("the dials need a terminal"));
    }
    let mut terminal = ratatui::try_init()?;
    let _mouse = Mouse;
    execute!(io::stdout(), EnableMouseCapture)?;
    let mut board = Board::new();
    loop {
        let moving = board.glide();
        terminal.draw(|frame| board.draw(frame))?;
        if event::poll(if moving { FRAME } else { Duration::from_secs(3600) })?
            && !board.handle(event::read()?)
        {
            return Ok(());
        }
    }
}
