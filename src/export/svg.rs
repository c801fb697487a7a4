//! A page as SVG. Every text is text, so it can be searched and read aloud; letters are the reader's own.

use super::{
    canvas::{Anchor, Canvas, Face, Fill, Item, Page, Point, Step, Stroke},
    xml::escape,
};
use std::fmt::Write;

/// Letters without feet.
const SANS: &str = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const SERIF: &str = "Georgia, 'Times New Roman', serif";

/// The page as a file: its title, and what it shows for those who do not see it. It has no size of its own and fills the
/// window or the sheet it is shown on.
pub fn write(page: &Page, language: &str, title: &str, shows: Option<&str>) -> String {
    let (width, height) = page.size;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" xml:lang=\"{language}\" font-family=\"{SANS}\">\n<title>{}</title>\n",
        escape(title),
    );
    if let Some(shows) = shows {
        let _ = writeln!(out, "<desc>{}</desc>", escape(shows));
    }
    if let Some(ground) = page.ground {
        let _ = writeln!(
            out,
            r#"<rect width="{width}" height="{height}" fill="{ground}"/>"#
        );
    }
    out.push_str(&items(&page.canvas));
    out.push_str("</svg>\n");
    out
}

/// What a canvas holds, as elements of a picture.
pub fn items(canvas: &Canvas) -> String {
    let mut out = String::new();
    for item in &canvas.items {
        let _ = match item {
            // every text of a picture is one of its own here
            Item::Begin(_) | Item::End => Ok(()),
            Item::Path { steps, fill, stroke } => {
                writeln!(out, r#"<path d="{}"{}/>"#, path(steps), look(*fill, *stroke))
            }
            Item::Circle {
                middle: (x, y),
                radius,
                fill,
                stroke,
            } => writeln!(
                out,
                r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}"{}/>"#,
                look(*fill, *stroke)
            ),
            Item::Text { at, face, text } => writeln!(out, "{}", put(*at, face, text)),
        };
    }
    out
}

fn path(steps: &[Step]) -> String {
    let place = |(x, y): Point| format!("{x:.2} {y:.2}");
    let step = |step: &Step| match *step {
        Step::Move(to) => format!("M{}", place(to)),
        Step::Line(to) => format!("L{}", place(to)),
        Step::Arc {
            radius,
            large,
            clockwise,
            to,
        } => format!(
            "A{radius:.2} {radius:.2} 0 {} {} {}",
            u8::from(large),
            u8::from(clockwise),
            place(to)
        ),
        Step::Close => "Z".to_owned(),
    };
    steps.iter().map(step).collect::<Vec<_>>().join(" ")
}

fn look(fill: Option<Fill>, stroke: Option<Stroke>) -> String {
    let mut out = String::new();
    match fill {
        Some(fill) => {
            let _ = write!(out, r#" fill="{}""#, fill.colour);
            if fill.opacity < 1.0 {
                let _ = write!(out, r#" fill-opacity="{}""#, fill.opacity);
            }
        }
        None => out.push_str(r#" fill="none""#),
    }
    if let Some(stroke) = stroke {
        let _ = write!(
            out,
            r#" stroke="{}" stroke-width="{:.2}""#,
            stroke.colour, stroke.width
        );
        if stroke.opacity < 1.0 {
            let _ = write!(out, r#" stroke-opacity="{}""#, stroke.opacity);
        }
        if let Some((dash, gap)) = stroke.dashes {
            let _ = write!(out, r#" stroke-dasharray="{dash:.2} {gap:.2}""#);
        }
        if stroke.round {
            out.push_str(r#" stroke-linejoin="round""#);
        }
        if stroke.round_ends {
            out.push_str(r#" stroke-linecap="round""#);
        }
    }
    out
}

fn put((x, y): Point, face: &Face, text: &str) -> String {
    let mut more = String::new();
    if face.bold {
        more.push_str(r#" font-weight="600""#);
    }
    if face.serif {
        let _ = write!(more, r#" font-family="{SERIF}""#);
    }
    let anchor = match face.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    format!(
        r#"<text x="{x:.1}" y="{y:.1}" font-size="{:.1}" fill="{}" text-anchor="{anchor}"{more}>{}</text>"#,
        face.size,
        face.fill,
        escape(text),
    )
}
