use pejl::{
    app::App,
    model::{framework::Framework, profile::Profile},
    run,
    text::Lang,
    ui::{
        Look,
        theme::{Depth, Theme},
    },
    widget::dial::Tier,
};
fn main() {
    let f = Framework::built_in();
    let args: Vec<String> = std::env::args().collect();
    let en = args.iter().any(|a| a == "en");
    let mut p = Profile::new("Min profil", f.id.clone(), 2);
    if args.iter().any(|a| a == "full") {
        for (i, v) in [1, 0, -2, 4, 2, 3, 0, -1, 0, 1, -3, -5].into_iter().enumerate() {
            let id = f.mark(f.mark_at(i).unwrap()).id.clone();
            p.apply(pejl::model::profile::Edit::Dials(vec![(
                id,
                pejl::model::dial::DialValue::new(v).unwrap(),
            )]));
        }
    }
    let (w, h) = crossterm::terminal::size().unwrap();
    let app = App::new(
        f,
        Some(Framework::built_in_english()),
        p,
        if en { Lang::En } else { Lang::Da },
        ratatui::layout::Size::new(w, h),
    );
    let depth = if std::env::var_os("NO_COLOR").is_some() {
        Depth::None
    } else {
        Depth::True
    };
    let tier = if args.iter().any(|a| a == "ascii") {
        Tier::Ascii
    } else {
        Tier::Smooth
    };
    let look = Look {
        theme: Theme::shipped("dark", depth).unwrap(),
        tier,
        aspect: 2.0,
    };
    let mut program = run::Program::new(app, look, true);
    let ch = std::sync::mpsc::channel();
    let flow = run::run(&mut program, true, ch, |_| {}, |_| {});
    drop(flow);
}
