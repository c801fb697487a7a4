//! Dials to play with, with every marker and in many sizes:
//! `cargo run -p ratatui-dial --all-features --example playground`.
//!
//! Tab and Shift+Tab choose a dial, arrows, PgUp, PgDn, Home, End and Delete turn it, `g` leaves a ghost where it stands,
//! `d` disables it, `c` changes the colours, `q` quits. The mouse drags, wheels and double-clicks.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use ratatui::Frame;
use ratatui::crossterm::event::{
    self, DisableMouseCapture, EnableMouseCapture, Event, KeyCode, KeyEventKind, MouseEventKind,
};
use ratatui::crossterm::execute;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style, Stylize};
use ratatui::text::Line;
use ratatui::widgets::Block;
use ratatui_dial::{Dial, DialState, Marker, Scale};

/// How long a frame of the needle's glide takes.
const FRAME: Duration = Duration::from_millis(16);

/// The colours of track, fill, needle, ghost, neutral, number and background.
type Colors = [Color; 7];

const fn rgb(colors: [u32; 7]) -> Colors {
    let mut all = [Color::Reset; 7];
    let mut i = 0;
    while i < 7 {
        all[i] = Color::from_u32(colors[i]);
        i += 1;
    }
    all
}

const THEMES: [(&str, Colors); 4] = [
    (
        "dark",
        rgb([
            0x3b3d50, 0x7aa2f7, 0xffffff, 0xe0af68, 0x8a8fa8, 0xe6e9f5, 0x181822,
        ]),
    ),
    (
        "light",
        rgb([
            0xd0d3dc, 0x2f6fde, 0x1a1b26, 0xaa5a0a, 0x7a7f94, 0x1a1b26, 0xf7f7f9,
        ]),
    ),
    (
        "named colours",
        [
            Color::DarkGray,
            Color::Green,
            Color::White,
            Color::Yellow,
            Color::Gray,
            Color::Reset,
            Color::Reset,
        ],
    ),
    ("no colour", [Color::Reset; 7]),
];

/// One dial on the screen.
struct Knob {
    area: Rect,
    marker: Marker,
    scale: Scale,
    state: DialState,
    /// Where the needle is on its way to the value.
    position: f32,
    ghost: Option<f32>,
    disabled: bool,
}

struct Board {
    knobs: Vec<Knob>,
    focus: usize,
    theme: usize,
    started: Instant,
}

impl Board {
    fn new() -> Self {
        let five = Scale::bipolar(-5, 5);
        let hundreds = Scale::unipolar(0, 1000);
        let places = [
            (Rect::new(1, 1, 15, 7), Marker::Smooth, five, 3),
            (Rect::new(18, 1, 15, 7), Marker::HalfBlock, five, -2),
            (Rect::new(35, 1, 15, 7), Marker::Braille, five, 4),
            (Rect::new(52, 1, 15, 7), Marker::Ascii, five, 1),
            (Rect::new(1, 9, 7, 3), Marker::Smooth, five, 2),
            (Rect::new(10, 9, 9, 4), Marker::Smooth, five, -1),
            (Rect::new(21, 9, 11, 5), Marker::Smooth, five, 4),
            (Rect::new(34, 9, 13, 6), Marker::Smooth, five, -5),
            (Rect::new(49, 9, 21, 9), Marker::Smooth, hundreds, 620),
            (Rect::new(1, 16, 24, 1), Marker::Smooth, five, 2),
            (Rect::new(1, 18, 24, 1), Marker::Ascii, five, -3),
            (Rect::new(1, 20, 24, 1), Marker::Smooth, hundreds, 250),
            (Rect::new(75, 1, 35, 17), Marker::Smooth, five, 4),
        ];
        let knob = |(area, marker, scale, value): (Rect, Marker, Scale, i32)| {
            let position = value as f32;
            Knob {
                area,
                marker,
                scale,
                state: DialState::new(value),
                position,
                ghost: None,
                disabled: false,
            }
        };
        Self {
            knobs: places.map(knob).into(),
            focus: 0,
            theme: 0,
            started: Instant::now(),
        }
    }

    fn dial(&self, index: usize) -> Dial<'static> {
        let knob = &self.knobs[index];
        let [track, fill, needle, ghost, neutral, number, background] = THEMES[self.theme].1;
        let dial = Dial::new(knob.scale)
            .position(knob.position)
            .ghost(knob.ghost)
            .focused(index == self.focus)
            .marker(knob.marker)
            .style(Style::new().bg(background))
            .track_style(track)
            .fill_style(fill)
            .needle_style(needle)
            .ghost_style(ghost)
            .neutral_style(neutral)
            .number_style(number);
        let dial = if knob.disabled { dial.dim() } else { dial };
        if knob.area.height == 17 {
            dial.block(Block::bordered().title(" in a block "))
        } else {
            dial
        }
    }

    fn draw(&mut self, frame: &mut Frame) {
        let (name, [.., text, background]) = THEMES[self.theme];
        let area = frame.area();
        frame
            .buffer_mut()
            .set_style(area, Style::new().bg(background).fg(text));
        for index in 0..self.knobs.len() {
            let dial = self.dial(index);
            let knob = &mut self.knobs[index];
            frame.render_stateful_widget(dial, knob.area, &mut knob.state);
        }
        let help = format!(" {name}   Tab next · arrows turn · g ghost · d disable · c colours · q quit");
        let bottom = Rect {
            y: area.bottom().saturating_sub(1),
            height: 1,
            ..area
        };
        frame.render_widget(Line::from(help), bottom.intersection(area));
    }

    /// Carries an event out; false ends the program.
    fn handle(&mut self, event: Event) -> bool {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                let (knobs, focus) = (self.knobs.len(), self.focus);
                let dial = self.dial(focus);
                let knob = &mut self.knobs[focus];
                match key.code {
                    KeyCode::Char('q') => return false,
                    KeyCode::Tab => self.focus = (focus + 1) % knobs,
                    KeyCode::BackTab => self.focus = (focus + knobs - 1) % knobs,
                    KeyCode::Char('c') => self.theme = (self.theme + 1) % THEMES.len(),
                    KeyCode::Char('d') => knob.disabled ^= true,
                    KeyCode::Char('g') => knob.ghost = Some(knob.state.value() as f32),
                    // a disabled dial gets no events
                    _ if knob.disabled => {}
                    _ => _ = dial.handle_key(key, &mut knob.state),
                }
            }
            Event::Mouse(mouse) => {
                let at = (mouse.column, mouse.row);
                let under = |index: &usize| self.dial(*index).hit_test(self.knobs[*index].area, at);
                let pressed = matches!(mouse.kind, MouseEventKind::Down(_));
                if let Some(index) = (0..self.knobs.len()).find(under).filter(|_| pressed) {
                    self.focus = index;
                }
                let (dial, now) = (self.dial(self.focus), self.started.elapsed());
                let knob = &mut self.knobs[self.focus];
                if !knob.disabled {
                    dial.handle_mouse(mouse, now, knob.area, &mut knob.state);
                }
            }
            _ => {}
        }
        true
    }

    /// Moves every needle a third of its way; whether any still has way to go.
    fn glide(&mut self) -> bool {
        let mut moving = false;
        for knob in &mut self.knobs {
            let value = knob.state.value() as f32;
            let way = value - knob.position;
            let near = way.abs() < 0.002 * knob.scale.steps() as f32;
            knob.position = if near { value } else { knob.position + way / 3.0 };
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
