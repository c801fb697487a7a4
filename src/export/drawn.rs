//! The first page of what is drawn, small, to look at before it is written. Owns nothing of how it is laid out.

use super::{
    Input, TeamInput,
    canvas::Document,
    document, png,
    report::Report,
    team::{self, report::TeamReport},
};

/// The first page, and how many there are.
pub struct Drawn {
    /// Rows of pixels from the top, each a red, a green and a blue.
    pub pixels: Vec<[u8; 3]>,
    /// How many pixels are beside each other.
    pub wide: usize,
    /// How many pages there are.
    pub pages: usize,
}

/// What of a profile is asked for, so many pixels high.
pub fn draw(input: &Input, high: u32) -> Drawn {
    small(&document(&Report::new(input), input.what), high)
}

/// The same of a team.
pub fn draw_team(input: &TeamInput, high: u32) -> Drawn {
    small(&team::document(&TeamReport::new(input), input.what), high)
}

fn small(document: &Document, high: u32) -> Drawn {
    let mut drawn = Drawn {
        pixels: Vec::new(),
        wide: 0,
        pages: document.pages.len(),
    };
    if let Some(page) = document.pages.first() {
        let wide = (f64::from(high) * page.size.0 / page.size.1).round().max(1.0);
        let picture = png::Picture::of(page, wide as u32, Some(page.ground.unwrap_or("#ffffff")));
        let seen = |[red, green, blue, _]: [u8; 4]| [red, green, blue];
        drawn.pixels = picture.pixels.into_iter().map(seen).collect();
        drawn.wide = picture.wide;
    }
    drawn
}
