//! PNG (W3C, third edition): the little of it that a picture of sixteen colours needs.

use super::raster::Raster;
use flate2::{Compression, Crc, write::ZlibEncoder};
use std::io::Write as _;

/// The picture as a file, four bits a pixel; where `clear`, its background is see-through.
pub fn encode(picture: &Raster, clear: bool) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let size = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX).to_be_bytes();
    // four bits, colours by number, and the only ways there are to compress, to filter, and of no interlacing
    let rest = [4, 3, 0, 0, 0];
    let header = [&size(picture.width())[..], &size(picture.height()), &rest].concat();
    chunk(b"IHDR", &header, &mut file);
    chunk(b"PLTE", picture.palette().colors().as_flattened(), &mut file);
    if clear {
        chunk(b"tRNS", &[0], &mut file);
    }
    let mut rows = Vec::with_capacity((picture.width() / 2 + 2) * picture.height());
    for row in picture.rows() {
        // no filter: what is drawn is even
        rows.push(0);
        rows.extend(
            row.chunks(2)
                .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)),
        );
    }
    let mut pixels = ZlibEncoder::new(Vec::new(), Compression::default());
    // memory takes every byte
    let pixels = pixels.write_all(&rows).and_then(|()| pixels.finish());
    chunk(b"IDAT", &pixels.unwrap_or_default(), &mut file);
    chunk(b"IEND", &[], &mut file);
    file
}

/// Appends a chunk: length, name, data, checksum of name and data.
fn chunk(name: &[u8; 4], data: &[u8], file: &mut Vec<u8>) {
    let mut crc = Crc::new();
    crc.update(name);
    crc.update(data);
    file.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    file.extend(name);
    file.extend(data);
    file.extend(crc.sum().to_be_bytes());
}
