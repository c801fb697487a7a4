//! One dial: `cargo run -p ratatui-dial --features crossterm --example minimal`. Arrows turn it, `q` quits.

use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui_dial::{Dial, DialState, Scale};

fn main() -> std::io::Result<()> {
    let dial = Dial::new(Scale::bipolar(-5, 5))
        .focused(true)
        .fill_style(Color::Cyan)
        .track_style(Color::DarkGray);
    let mut state = DialState::new(2);
    ratatui::run(|terminal| {
        loop {
            terminal.draw(|frame| {
                let area = Rect::new(2, 1, 15, 7).clamp(frame.area());
                frame.render_stateful_widget(&dial, area, &mut state);
            })?;
            match event::read()? {
                Event::Key(key) if key.code == KeyCode::Char('q') => return Ok(()),
                Event::Key(key) => _ = dial.handle_key(key, &mut state),
                _ => {}
            }
        }
    })
}
