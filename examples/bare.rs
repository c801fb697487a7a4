//! A bare ratatui program, as the library's own introduction writes one: stock `init`, a frame after every event. It
//! draws four bordered blocks of text and moves a highlight with the arrows; `q` leaves. `ttybench` holds pejl against
//! it.

use ratatui::{
    Frame,
    crossterm::event::{self, Event, KeyCode, KeyEventKind},
    layout::{Constraint, Layout, Rect},
    style::{Color, Modifier, Style},
    text::Line,
    widgets::{Block, Paragraph, Wrap},
};

/// Lines of text in each block; the highlight is on one of them.
const LINES: usize = 12;

const TEXT: &str = "Ledelse er noget vi gør sammen, og alle fire felter er lige vigtige.";

fn main() -> std::io::Result<()> {
    let mut terminal = ratatui::init();
    let mut selected = 0;
    let left = loop {
        if let Err(error) = terminal.draw(|frame| draw(frame, selected)) {
            break Err(error);
        }
        match event::read() {
            Ok(Event::Key(key)) if key.kind == KeyEventKind::Press => match key.code {
                KeyCode::Down => selected = (selected + 1) % (4 * LINES),
                KeyCode::Up => selected = (selected + 4 * LINES - 1) % (4 * LINES),
                KeyCode::Char('q') => break Ok(()),
                _ => {}
            },
            Ok(_) => {}
            Err(error) => break Err(error),
        }
    };
    ratatui::restore();
    left
}

fn draw(frame: &mut Frame<'_>, selected: usize) {
    let half = [Constraint::Percentage(50); 2];
    let blocks: Vec<Rect> = Layout::vertical(half)
        .split(frame.area())
        .iter()
        .flat_map(|row| Layout::horizontal(half).split(*row).to_vec())
        .collect();
    for (block, area) in blocks.into_iter().enumerate() {
        let lines: Vec<Line> = (0..LINES)
            .map(|line| {
                let style = if block * LINES + line == selected {
                    Style::new().add_modifier(Modifier::REVERSED)
                } else {
                    Style::new().fg(Color::Rgb(200, 204, 220))
                };
                Line::styled(format!("{}. {TEXT}", line + 1), style)
            })
            .collect();
        let border = Block::bordered()
            .title(format!(" Block {} ", block + 1))
            .border_style(Style::new().fg(Color::Rgb(122, 156, 245)));
        let text = Paragraph::new(lines).wrap(Wrap { trim: true }).block(border);
        frame.render_widget(text, area);
    }
}
