//! A text being written: what it is on, the question it answers, and the text.

use crate::app::{App, layout, screen::TextTarget};
use crate::ui::page;
use crate::ui::theme::role::Role;
use crate::ui::{Look, text_field, write};
use crate::widget::input::Input;
use ratatui::{
    Frame,
    layout::Rect,
    widgets::{Block, Borders},
};

/// Draws a text being written.
pub fn note(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect, subject: &TextTarget, input: &Input) {
    let area = layout::note(body);
    let whole = Rect {
        x: area.x - 2,
        y: body.y,
        width: area.width + 4,
        height: body.height,
    };
    let (lines, bar) = heading(app, subject, whole.width);
    let beside = Rect {
        x: whole.x,
        width: 1,
        ..area
    };
    for (y, (role, line)) in (whole.y..area.y).zip(&lines) {
        write(
            frame.buffer_mut(),
            whole.x,
            y,
            line,
            whole.width,
            look.style(*role),
        );
    }
    let bar = Block::new()
        .borders(Borders::LEFT)
        .border_set(ratatui::symbols::border::Set {
            vertical_left: "▌",
            ..Default::default()
        })
        .border_style(look.style(bar));
    frame.render_widget(bar, beside);
    text_field(look, frame, area, input, app.text().note_placeholder);
}

/// What a text is written on and the question it answers, at most `width` cells wide, and the colour beside it.
fn heading(app: &App, subject: &TextTarget, width: u16) -> (Vec<(Role, String)>, Role) {
    let words = app.text().bearings;
    let bearing = |id: &String| {
        let bearing = app.profile().bearing(id);
        bearing.map_or_else(String::new, |bearing| app.bearing_name(bearing))
    };
    let mark = |mark| {
        let field = Role::Field(app.framework.field_of(mark).get());
        (app.mark_title(mark).to_owned(), field)
    };
    let (title, question, bar) = match subject {
        TextTarget::Mark(at) => (mark(*at).0, app.text().which_need, mark(*at).1),
        TextTarget::Profile => (app.profile().name.clone(), words.profile_note, Role::Accent),
        TextTarget::Bearing(id) => (bearing(id), words.bearing_note, Role::Accent),
        TextTarget::Effect(_, at) => (mark(*at).0, words.effect_question, mark(*at).1),
        TextTarget::Learning(_, at) => (mark(*at).0, words.learning_question, mark(*at).1),
        TextTarget::NewDecision | TextTarget::Decision(_) => {
            (words.decision.to_owned(), words.decision_question, Role::Accent)
        }
        TextTarget::Answer(_, at) => (mark(*at).0, words.answer_question, mark(*at).1),
        TextTarget::Reply(id) => {
            let question = app
                .question(id)
                .map(|question| app.text().ask(question, &app.framework));
            let question = question.unwrap_or_else(|| app.text().mirror.reply.to_owned());
            let lines = page::wrap(&question, width.into()).into_iter();
            return (lines.map(|line| (Role::Notice, line)).collect(), Role::Notice);
        }
    };
    (
        vec![(Role::Strong, title), (Role::Notice, question.to_owned())],
        bar,
    )
}
