//! What the library does not tell of a binary workbook (xlsb): which numbers are shown as percentages, and which formulas come to an
//! error. Source: [MS-XLSB].

use std::collections::BTreeMap;

use encoding_rs::UTF_16LE;

use super::number::is_percent;
use super::package::Package;
use super::unreadable::Unreadable;

const ROW: u16 = 0x0000;
const FORMULA_ERROR: u16 = 0x000b;
const FORMAT: u16 = 0x002c;
const XF: u16 = 0x002f;
const SHEET: u16 = 0x009c;
const CELL_XFS: u16 = 0x0269;
const CELL_XFS_END: u16 = 0x026a;

/// Places by row and column.
type Place = (u32, u32);

/// What is to be known of a sheet.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Numbers shown as percentages, in order.
    pub(super) percents: Vec<Place>,
    /// Formulas that come to an error.
    pub(super) errors: Vec<(Place, &'static str)>,
}

/// Goes through the sheets of a workbook, by their names. A part that is not there or makes no sense has nothing to tell: what
/// is wrong with it, the library says.
pub(super) fn notes(package: &mut Package<'_>) -> Result<BTreeMap<String, Notes>, Unreadable> {
    let styles = package.part("xl/styles.bin")?.map(|own| percent_styles(&own)).unwrap_or_default();
    let paths = package.part("xl/_rels/workbook.bin.rels")?.unwrap_or_default();
    let paths = String::from_utf8_lossy(&paths).into_owned();
    let book = package.part("xl/workbook.bin")?.unwrap_or_default();
    let mut list = BTreeMap::new();
    for (_, own) in records(&book).filter(|(kind, _)| *kind == SHEET) {
        let Some((id, rest)) = own.get(8..).and_then(wide) else { continue };
        let Some((name, _)) = wide(rest) else { continue };
        let Some(path) = target(&paths, &id) else { continue };
        let content = package.part(&format!("xl/{path}"))?.unwrap_or_default();
        list.insert(name, sheet(&content, &styles));
    }
    Ok(list)
}

/// Finds the target of a relationship by its id.
fn target(paths: &str, id: &str) -> Option<String> {
    let elements = paths.split("<Relationship ").skip(1);
    let value = |element: &str, key: &str| {
        let (_, rest) = element.split_once(&format!("{key}=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    elements.into_iter().find(|own| value(own, "Id").as_deref() == Some(id)).and_then(|own| value(own, "Target"))
}

fn sheet(content: &[u8], styles: &[bool]) -> Notes {
    let mut own = Notes::default();
    let mut row = 0;
    for (kind, content) in records(content) {
        match (kind, content) {
            (ROW, content) => row = number(content),
            // Cells of numbers begin with their column and their style.
            (0x0002 | 0x0005 | 0x0009, [_, _, _, _, low, middle, high, ..]) => {
                let style = u32::from_le_bytes([*low, *middle, *high, 0]);
                if usize::try_from(style).ok().and_then(|at| styles.get(at)).is_some_and(|own| *own) {
                    own.percents.push((row, number(content)));
                }
            }
            (FORMULA_ERROR, content) => {
                own.errors
                    .extend(content.get(8).and_then(|code| error(*code)).map(|name| ((row, number(content)), name)));
            }
            _ => {}
        }
    }
    own.percents.sort_unstable();
    own
}

const fn error(code: u8) -> Option<&'static str> {
    Some(match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#DATA!",
        _ => return None,
    })
}

/// Tells of each cell style whether it shows a percentage.
fn percent_styles(content: &[u8]) -> Vec<bool> {
    let mut formats: BTreeMap<u16, bool> = BTreeMap::from([(9, true), (10, true)]);
    let (mut styles, mut is_within) = (Vec::new(), false);
    for (kind, own) in records(content) {
        match (kind, own) {
            (FORMAT, [low, high, rest @ ..]) => {
                let is_percent = wide(rest).is_some_and(|(text, _)| is_percent(&text));
                formats.insert(u16::from_le_bytes([*low, *high]), is_percent);
            }
            (CELL_XFS, _) => is_within = true,
            (CELL_XFS_END, _) => is_within = false,
            (XF, [_, _, low, high, ..]) if is_within => {
                styles.push(formats.get(&u16::from_le_bytes([*low, *high])).copied().unwrap_or_default());
            }
            _ => {}
        }
    }
    styles
}

fn number(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(u32::MAX, |own| u32::from_le_bytes(*own))
}

/// Reads a text with its length before it, and returns what stands behind it.
fn wide(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?.checked_mul(2)?;
    let (text, rest) = rest.split_at_checked(length)?;
    Some((UTF_16LE.decode_without_bom_handling(text).0.into_owned(), rest))
}

/// Returns the records of a part, as far as they are whole.
fn records(bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (first, behind) = rest.split_first()?;
        let (kind, behind) = if first & 0x80 == 0 {
            (u16::from(*first), behind)
        } else {
            let (second, behind) = behind.split_first()?;
            (u16::from(first & 0x7f) | u16::from(second & 0x7f) << 7, behind)
        };
        let (mut length, mut behind) = (0_usize, behind);
        for at in 0..4 {
            let (byte, next) = behind.split_first()?;
            length |= usize::from(byte & 0x7f) << (7 * at);
            behind = next;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (own, behind) = behind.split_at_checked(length)?;
        rest = behind;
        Some((kind, own))
    })
}

#[cfg(test)]
mod tests {
    use super::super::grid::Cell;
    use super::super::package::tests::packed;
    use super::super::xlsx::read_binary;

    fn made(kind: u16, content: &[u8]) -> Vec<u8> {
        let [low, high] = [kind & 0x7f, kind >> 7].map(|own| u8::try_from(own).unwrap());
        let kind = if kind < 0x80 { vec![low] } else { vec![low | 0x80, high] };
        [kind, vec![u8::try_from(content.len()).unwrap()], content.to_vec()].concat()
    }

    fn wide(text: &str) -> Vec<u8> {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [u32::try_from(units.len() / 2).unwrap().to_le_bytes().to_vec(), units].concat()
    }

    fn cell(kind: u16, column: u32, style: u32, rest: &[u8]) -> Vec<u8> {
        made(kind, &[&column.to_le_bytes()[..], &style.to_le_bytes(), rest].concat())
    }

    #[test]
    fn a_binary_workbook_is_read_with_percentages_and_errors() {
        let sheet_of = |state: u32| {
            made(0x9c, &[state.to_le_bytes().to_vec(), vec![1, 0, 0, 0], wide("rId1"), wide("Biểu")].concat())
        };
        let book = [sheet_of(2), made(0x90, &[]), made(0x9d, &[])].concat();
        let style = |format: u8| made(0x2f, &[0, 0, format, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let format = made(0x2c, &[vec![180, 0], wide("0.0%")].concat());
        let styles =
            [made(0x267, &[1, 0, 0, 0]), format, made(0x269, &[3, 0, 0, 0]), style(0), style(180), style(14)].concat();
        let row = |row: u32| made(0x00, &[&row.to_le_bytes()[..], &[0; 13]].concat());
        let sheet = [
            made(0x81, &[]),
            made(0x94, &[0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 255, 255, 255, 255]),
            made(0x91, &[]),
            row(0),
            cell(0x05, 0, 0, &1.5_f64.to_le_bytes()),
            cell(0x05, 1, 1, &0.85_f64.to_le_bytes()),
            cell(0x02, 2, 2, &(43_496_i32 << 2 | 2).to_le_bytes()),
            row(1),
            cell(0x03, 0, 0, &[0x07]),
            cell(0x0b, 1, 0, &[0x2a, 0, 0, 0, 0, 0, 0]),
            cell(0x06, 2, 0, &wide("Số")),
            made(0x92, &[]),
        ]
        .concat();
        let bytes = packed(&[
            ("[Content_Types].xml", b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
            ("xl/workbook.bin", &book),
            ("xl/styles.bin", &styles),
            (
                "xl/_rels/workbook.bin.rels",
                b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/></Relationships>",
            ),
            ("xl/worksheets/sheet1.bin", &sheet),
        ]);
        let grids = read_binary(&bytes).unwrap();
        assert_eq!((grids[0].name.as_str(), grids[0].is_hidden), ("Biểu", true));
        let rows = [
            vec![Cell::Number("1.5".into()), Cell::Percent("0.85".into()), Cell::Date("2019-01-31".into())],
            vec![Cell::Error("#DIV/0!".into()), Cell::Error("#N/A".into()), Cell::Text("Số".into())],
        ];
        assert_eq!(*grids[0].rows, rows);
    }
}
