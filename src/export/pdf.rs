//! Pages as PDF: paths in vectors, text as text in the program's own fonts, with a title, a language and a bookmark a page.
//! The same pages give the same bytes.

use super::{
    canvas::{self, Anchor, Document, Face, Fill, Item, Page, Stroke, rgb},
    font::{self, Font, font},
    tags::{PageTags, Tags},
};
use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::{
    Content, Date, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr,
    types::{CidFontType, FontFlags, LineCapStyle, LineJoinStyle, SystemInfo, TabOrder, UnicodeCmap},
};
use std::{collections::BTreeSet, io::Write};
use zeno::Command;

/// What the fonts are called on a page.
const NAMES: [&str; 2] = ["R", "B"];
/// Which numbers a font's glyphs go by.
const SYSTEM: SystemInfo = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// The document as a file.
pub fn write(document: &Document) -> Vec<u8> {
    let mut next = Ref::new(1);
    let mut pdf = Pdf::new();
    let (catalog, pages, info, outline) = (next.bump(), next.bump(), next.bump(), next.bump());
    let fonts: Vec<(&str, Ref)> = [false, true]
        .into_iter()
        .filter_map(|bold| {
            Some((
                NAMES[usize::from(bold)],
                put_font(&mut pdf, &mut next, font(bold)?),
            ))
        })
        .collect();
    let covers: Vec<(u32, Ref)> = covers(document)
        .into_iter()
        .map(|cover| (cover, next.bump()))
        .collect();
    for (cover, id) in &covers {
        let part = *cover as f32 / 100.0;
        pdf.ext_graphics(*id)
            .stroking_alpha(part)
            .non_stroking_alpha(part);
    }
    let mut tags = Tags::default();
    let ids: Vec<Ref> = document.pages.iter().map(|_| next.bump()).collect();
    for ((page, id), at) in document.pages.iter().zip(&ids).zip(0..) {
        let scale = page.paper / page.size.0;
        let high = (page.size.1 * scale) as f32;
        let content = next.bump();
        let mut made = pdf.page(*id);
        made.parent(pages)
            .media_box(Rect::new(0.0, 0.0, page.paper as f32, high))
            .contents(content)
            .struct_parents(at)
            .tab_order(TabOrder::StructureOrder);
        let mut resources = made.resources();
        resources
            .fonts()
            .pairs(fonts.iter().map(|(name, id)| (Name(name.as_bytes()), id)));
        let names: Vec<(String, &Ref)> = covers.iter().map(|(cover, id)| (named(*cover), id)).collect();
        resources
            .ext_g_states()
            .pairs(names.iter().map(|(name, id)| (Name(name.as_bytes()), *id)));
        resources.finish();
        made.finish();
        let mut parts = PageTags::new(*id);
        let drawn = packed(&drawn(page, scale as f32, high, &mut parts));
        tags.push(parts);
        pdf.stream(content, &drawn).filter(Filter::FlateDecode);
    }
    pdf.pages(pages).kids(ids.iter().copied()).count(ids.len() as i32);
    bookmarks(&mut pdf, &mut next, outline, document, &ids);
    let mut about = pdf.document_info(info);
    about
        .title(TextStr(&document.title))
        .creator(TextStr("pejl"))
        .producer(TextStr("pejl"));
    if let Ok(year) = u16::try_from(document.made.year()) {
        let part = |part: i8| part.unsigned_abs();
        let made = Date::new(year)
            .month(part(document.made.month()))
            .day(part(document.made.day()));
        about.creation_date(made);
    }
    about.finish();
    let tree = tags.write(&mut pdf, &mut next);
    let mut root = pdf.catalog(catalog);
    root.pair(Name(b"StructTreeRoot"), tree);
    root.mark_info().marked(true);
    root.pages(pages)
        .outlines(outline)
        .lang(TextStr(document.language));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.finish()
}

/// The parts that what is drawn covers, in hundredths, where it is not whole.
fn covers(document: &Document) -> BTreeSet<u32> {
    let items = document.pages.iter().flat_map(|page| &page.canvas.items);
    let parts = items.flat_map(|item| match item {
        Item::Path { fill, stroke, .. } | Item::Circle { fill, stroke, .. } => {
            [fill.map(|fill| fill.opacity), stroke.map(|stroke| stroke.opacity)]
        }
        Item::Text { .. } | Item::Begin(_) | Item::End => [None, None],
    });
    parts.flatten().map(hundredths).chain([100]).collect()
}

fn hundredths(part: f64) -> u32 {
    (part * 100.0).round() as u32
}

fn named(cover: u32) -> String {
    format!("C{cover}")
}

/// A bookmark for every page that has one.
fn bookmarks(pdf: &mut Pdf, next: &mut Ref, outline: Ref, document: &Document, ids: &[Ref]) {
    let marked: Vec<(&str, Ref, Ref)> = document
        .pages
        .iter()
        .zip(ids)
        .filter_map(|(page, id)| Some((page.bookmark.as_deref()?, *id, next.bump())))
        .collect();
    let mut root = pdf.outline(outline);
    if let [(_, _, first), ..] = marked.as_slice() {
        root.first(*first);
    }
    if let [.., (_, _, last)] = marked.as_slice() {
        root.last(*last).count(marked.len() as i32);
    }
    root.finish();
    for (at, (title, page, id)) in marked.iter().enumerate() {
        let mut item = pdf.outline_item(*id);
        item.title(TextStr(title)).parent(outline);
        if let Some((.., before)) = at.checked_sub(1).and_then(|before| marked.get(before)) {
            item.prev(*before);
        }
        if let Some((.., after)) = marked.get(at + 1) {
            item.next(*after);
        }
        item.dest().page(*page).fit();
    }
}

/// Puts a font in, with the letters that its glyphs stand for.
fn put_font(pdf: &mut Pdf, next: &mut Ref, font: &Font) -> Ref {
    let [id, cid, descriptor, file, letters] = std::array::from_fn(|_| next.bump());
    let name = format!("PEJLAA+{}", font.name);
    let name = Name(name.as_bytes());
    pdf.type0_font(id)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(letters);
    let unit = 1000.0 / f32::from(font.face.units_per_em());
    let count = font.face.number_of_glyphs();
    let widths = (0..count).map(|glyph| {
        let advance = font.face.glyph_hor_advance(ttf_parser::GlyphId(glyph));
        f32::from(advance.unwrap_or_default()) * unit
    });
    let mut made = pdf.cid_font(cid);
    made.subtype(CidFontType::Type2)
        .base_font(name)
        .system_info(SYSTEM)
        .font_descriptor(descriptor)
        .cid_to_gid_map_predefined(Name(b"Identity"));
    made.widths().consecutive(0, widths);
    made.finish();
    let bounds = font.face.global_bounding_box();
    let [left, low, right, high] =
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| f32::from(edge) * unit);
    pdf.font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::NON_SYMBOLIC)
        .bbox(Rect::new(left, low, right, high))
        .italic_angle(0.0)
        .ascent(f32::from(font.face.ascender()) * unit)
        .descent(f32::from(font.face.descender()) * unit)
        .cap_height(f32::from(font.face.capital_height().unwrap_or_default()) * unit)
        .stem_v(90.0)
        .font_file2(file);
    let packed_file = packed(font.file);
    pdf.stream(file, &packed_file)
        .filter(Filter::FlateDecode)
        .pair(Name(b"Length1"), font.file.len() as i32);
    let mut said = UnicodeCmap::new(Name(b"Letters"), SYSTEM);
    let mut seen = BTreeSet::new();
    let tables = font.face.tables().cmap.into_iter();
    for table in tables
        .flat_map(|cmap| cmap.subtables)
        .filter(|table| table.is_unicode())
    {
        table.codepoints(|code| {
            let letter = char::from_u32(code);
            if let Some((letter, glyph)) = letter.and_then(|letter| Some((letter, table.glyph_index(code)?)))
                && seen.insert(glyph.0)
            {
                said.pair(glyph.0, letter);
            }
        });
    }
    pdf.cmap(letters, &said.finish());
    id
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(6));
    // a vector takes all that is written
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default()
}

/// What is on a page, in the language of PDF, whose pages go up.
fn drawn(page: &Page, scale: f32, high: f32, tags: &mut PageTags) -> Vec<u8> {
    let mut out = Content::new();
    out.transform([scale, 0.0, 0.0, -scale, 0.0, high]);
    if let Some(ground) = page.ground {
        tags.draws(&mut out);
        set_fill(
            &mut out,
            Fill {
                colour: ground,
                opacity: 1.0,
            },
        );
        out.rect(0.0, 0.0, page.size.0 as f32, page.size.1 as f32)
            .fill_nonzero();
    }
    for item in &page.canvas.items {
        match item {
            Item::Begin(_) | Item::End => {}
            _ => tags.draws(&mut out),
        }
        match item {
            Item::Begin(tag) => tags.begin(tag, &mut out),
            Item::End => tags.close(&mut out),
            Item::Path { steps, fill, stroke } => path(&mut out, &canvas::curves(steps), *fill, *stroke),
            Item::Circle {
                middle,
                radius,
                fill,
                stroke,
            } => path(&mut out, &canvas::circle(*middle, *radius), *fill, *stroke),
            Item::Text { at, face, text } => put(&mut out, *at, face, text),
        }
    }
    tags.close(&mut out);
    out.finish().into_vec()
}

fn parts(colour: &str) -> [f32; 3] {
    rgb(colour).map(|part| f32::from(part) / 255.0)
}

fn set_fill(out: &mut Content, fill: Fill) {
    let [red, green, blue] = parts(fill.colour);
    out.set_fill_rgb(red, green, blue);
    out.set_parameters(Name(named(hundredths(fill.opacity)).as_bytes()));
}

fn path(out: &mut Content, commands: &[Command], fill: Option<Fill>, stroke: Option<Stroke>) {
    if let Some(fill) = fill {
        set_fill(out, fill);
        go(out, commands);
        out.fill_nonzero();
    }
    if let Some(stroke) = stroke {
        let [red, green, blue] = parts(stroke.colour);
        out.set_stroke_rgb(red, green, blue);
        out.set_parameters(Name(named(hundredths(stroke.opacity)).as_bytes()));
        out.set_line_width(stroke.width as f32);
        out.set_line_join(match stroke.round {
            true => LineJoinStyle::RoundJoin,
            false => LineJoinStyle::MiterJoin,
        });
        out.set_line_cap(match stroke.round_ends {
            true => LineCapStyle::RoundCap,
            false => LineCapStyle::ButtCap,
        });
        let dashes = stroke.dashes.map(|(dash, gap)| [dash as f32, gap as f32]);
        out.set_dash_pattern(dashes.iter().flatten().copied(), 0.0);
        go(out, commands);
        out.stroke();
    }
}

fn go(out: &mut Content, commands: &[Command]) {
    let mut from = zeno::Point::ZERO;
    for command in commands {
        match *command {
            Command::MoveTo(to) => _ = out.move_to(to.x, to.y),
            Command::LineTo(to) => _ = out.line_to(to.x, to.y),
            Command::CurveTo(a, b, to) => _ = out.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y),
            Command::QuadTo(by, to) => {
                let (a, b) = ((from + by * 2.0) / 3.0, (to + by * 2.0) / 3.0);
                out.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y);
            }
            Command::Close => _ = out.close_path(),
        }
        if let Command::MoveTo(to)
        | Command::LineTo(to)
        | Command::CurveTo(_, _, to)
        | Command::QuadTo(_, to) = *command
        {
            from = to;
        }
    }
}

fn put(out: &mut Content, (x, y): canvas::Point, face: &Face, text: &str) {
    let Some(font) = font(face.bold) else { return };
    let wide = font::width(text, face.size, face.bold);
    let x = match face.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::End => x - wide,
    };
    let glyphs: Vec<u8> = font
        .glyphs(text)
        .flat_map(|(glyph, _)| glyph.0.to_be_bytes())
        .collect();
    set_fill(
        out,
        Fill {
            colour: face.fill,
            opacity: 1.0,
        },
    );
    out.begin_text();
    out.set_font(Name(NAMES[usize::from(face.bold)].as_bytes()), face.size as f32);
    out.set_text_matrix([1.0, 0.0, 0.0, -1.0, x as f32, y as f32]);
    out.show(Str(&glyphs));
    out.end_text();
}
