//! The lists of docs/plan-toml.md and docs/recipes.md, from the table of keys: a section for each table, a row for each key.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::ptr;

use plan::syntax::keys::{Key, Kind, Need, RECIPE, REGISTER_RECIPE, ROOT, TableSpec, Ways};
use plan::text::Noun;

/// A text in both languages.
struct Both(String, String);

impl Both {
    fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self(vi.into(), en.into())
    }

    /// Returns both, Vietnamese first.
    fn line(&self) -> String {
        if self.0 == self.1 { self.0.clone() } else { format!("{} · {}", self.0, self.1) }
    }
}

/// A table with the tables that have it, each with the key it stands under.
struct Section {
    spec: &'static TableSpec,
    within: Vec<(&'static TableSpec, &'static Key)>,
}

impl Section {
    /// Returns the key of the file's top under which it stands.
    fn top(&self) -> Option<&'static Key> {
        let is_whole = |spec: &TableSpec| ptr::eq(spec, &raw const ROOT) || ptr::eq(spec, &raw const RECIPE);
        self.within.iter().find(|(parent, _)| is_whole(parent)).map(|(_, key)| *key)
    }
}

/// Returns every table once, each after the first that has it.
fn sections(whole: &'static TableSpec) -> Vec<Section> {
    let mut list: Vec<Section> = vec![Section { spec: whole, within: Vec::new() }];
    for top in whole.keys.iter().filter_map(|key| Some((key, key.kind.table()?))) {
        let mut waiting = VecDeque::from([(whole, top.0, top.1)]);
        while let Some((parent, key, spec)) = waiting.pop_front() {
            if let Some(known) = list.iter_mut().find(|own| ptr::eq(own.spec, spec)) {
                known.within.push((parent, key));
                continue;
            }
            list.push(Section { spec, within: vec![(parent, key)] });
            // What a table holds comes right after it.
            for (inner, table) in spec.keys.iter().filter_map(|key| Some((key, key.kind.table()?))).rev() {
                waiting.push_front((spec, inner, table));
            }
        }
    }
    list
}

/// Returns the lists of a file.
pub(crate) fn lists(whole: &'static TableSpec) -> String {
    let parts: Vec<String> = sections(whole).iter().map(section).collect();
    parts.join("\n")
}

fn section(own: &Section) -> String {
    let spec = own.spec;
    let mut text = format!("{}\n\n", heading(own));
    if let Some(key) = own.top() {
        write!(text, "{}.\n\n*{}.*\n\n", capital(key.vi), capital(key.en)).expect("a text can be written to");
    }
    text.push_str("| khóa · key | kiểu · type | | mặc định · default | nghĩa | meaning |\n|---|---|---|---|---|---|\n");
    for key in spec.keys {
        text.push_str(&row(spec, key));
    }
    let mut rules = Vec::new();
    rules.extend(choose(spec.one_of));
    rules.extend(choose(spec.ways));
    rules.extend(spec.needs.iter().map(need));
    rules.extend(spec.apart.iter().map(|(one, other)| {
        Both::new(format!("`{one}` không đi cùng `{other}`."), format!("`{one}` does not go with `{other}`."))
    }));
    for rule in rules {
        write!(text, "\n{}\n", rule.line()).expect("a text can be written to");
    }
    for key in spec.keys.iter().filter(|key| !key.choices.is_empty()) {
        write!(text, "\n| `{}` | nghĩa | meaning |\n|---|---|---|\n", key.name).expect("a text can be written to");
        for choice in key.choices {
            writeln!(text, "| `\"{}\"` | {} | {} |", choice.word, choice.vi, choice.en)
                .expect("a text can be written to");
        }
    }
    text
}

fn heading(own: &Section) -> String {
    let parents: Vec<String> = own.within.iter().map(|(parent, _)| format!("`{}`", parent.name)).collect();
    match (own.top(), parents.is_empty()) {
        (None, true) => format!("### {}", own.spec.name),
        (Some(_), _) => format!("### `{}`", own.spec.name),
        (None, false) => format!("#### `{}` ({})", own.spec.name, parents.join(", ")),
    }
}

fn row(spec: &TableSpec, key: &Key) -> String {
    let is_only_way = [spec.one_of, spec.ways].iter().any(|ways| ways.len() == 1 && ways[0].contains(&key.name));
    let is_way = [spec.one_of, spec.ways].iter().any(|ways| ways.iter().any(|way| way.contains(&key.name)));
    let needed = if key.required || is_only_way {
        "**bắt buộc · required**"
    } else if is_way {
        "chọn một · one of"
    } else {
        ""
    };
    let default = key.default.map(|default| format!("`{default}`")).unwrap_or_default();
    let kind = kind(key.kind).line();
    format!("| `{}` | {kind} | {needed} | {default} | {} | {} |\n", key.name, key.vi, key.en)
}

/// Says what must be chosen between; nothing if there is only one way.
fn choose(ways: Ways) -> Option<Both> {
    let way = |and: &str| {
        let names = |way: &&[&str]| way.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(and);
        ways.iter().map(names).collect::<Vec<_>>()
    };
    (ways.len() > 1).then(|| {
        Both::new(
            format!("Phải có đúng một trong các cách: {}.", way(" và ").join("; ")),
            format!("Exactly one of: {}.", way(" and ").join("; ")),
        )
    })
}

fn need(need: &Need) -> Both {
    let words = |or: &str| need.words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(or);
    Both::new(
        format!("`{}` là {} thì phải có `{}`.", need.key, words(" hoặc "), need.needed),
        format!("Where `{}` is {}, `{}` is required.", need.key, words(" or "), need.needed),
    )
}

fn capital(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Says in words what a value of a kind is.
fn kind(kind: Kind) -> Both {
    match kind {
        Kind::Text => Both::new("chữ", "text"),
        Kind::Id => Both::new("mã", "id"),
        Kind::Texts => Both::new("danh sách chữ", "list of texts"),
        Kind::Ref(nouns) => of("mã:", "id:", nouns),
        Kind::Refs(nouns) => of("danh sách mã:", "list of ids:", nouns),
        Kind::RefsOrWord(nouns, word) => {
            let ids = of("danh sách mã:", "list of ids:", nouns);
            Both::new(format!("{}, hoặc `\"{word}\"`", ids.0), format!("{}, or `\"{word}\"`", ids.1))
        }
        Kind::Integer(low, high) => Both::new(format!("số nguyên {low} đến {high}"), "integer"),
        Kind::Number => Both::new("số", "number"),
        Kind::Range => Both::new("danh sách hai số", "list of two numbers"),
        Kind::Boolean => Both::new("`true` hoặc `false`", "`true` or `false`"),
        Kind::Date => Both::new("ngày", "date"),
        Kind::Dates => Both::new("danh sách ngày", "list of dates"),
        Kind::MonthDay => Both::new("tháng-ngày, `\"12-31\"`", "month-day"),
        Kind::Period => {
            Both::new("kỳ: `\"2019-06\"`, `\"2019-Q2\"`, `\"2019-H1\"`, `\"2019-9M\"`, `\"2019\"`", "period")
        }
        Kind::Word(words) => Both::new(either(words), either(words)),
        Kind::Table(spec) => Both::new(format!("bảng {}", link(spec)), "table"),
        Kind::Tables(spec) => Both::new(format!("danh sách bảng {}", link(spec)), "list of tables"),
        Kind::Each(_, spec) => Both::new(format!("mỗi mã một bảng {}", link(spec)), "a table for each code"),
        Kind::WordOrTable(words, spec) => {
            Both::new(format!("{}, hoặc bảng {}", either(words), link(spec)), "a word or a table")
        }
        Kind::TextsOrTables(spec) => {
            Both::new(format!("danh sách chữ hoặc bảng {}", link(spec)), "list of texts or tables")
        }
    }
}

fn either(words: &[&str]) -> String {
    words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ")
}

/// Links to the section of a table; its anchor is what hosts make of the heading.
fn link(spec: &'static TableSpec) -> String {
    let mut list = sections(&ROOT);
    list.extend(sections(&RECIPE));
    list.extend(sections(&REGISTER_RECIPE));
    let own = list.iter().find(|own| ptr::eq(own.spec, spec)).expect("every table has a section");
    let title = heading(own);
    let title = title.trim_start_matches('#').trim().to_lowercase();
    let kept: String = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect();
    format!("[`{}`](#{})", spec.name, kept.replace(' ', "-"))
}

fn of(vi: &str, en: &str, nouns: &[Noun]) -> Both {
    let (names_vi, names_en): (Vec<_>, Vec<_>) = nouns.iter().map(|noun| self::noun(*noun)).unzip();
    Both::new(format!("{vi} {}", names_vi.join(", ")), format!("{en} {}", names_en.join(", ")))
}

fn noun(noun: Noun) -> (&'static str, &'static str) {
    match noun {
        Noun::Unit => ("đơn vị", "unit"),
        Noun::Group => ("nhóm", "group"),
        Noun::Form => ("biểu mẫu", "form"),
        Noun::Measure => ("số liệu", "measure"),
        Noun::Indicator => ("chỉ tiêu", "indicator"),
        Noun::Index => ("bộ chỉ số", "index"),
        Noun::Task => ("nội dung", "task"),
        Noun::Criterion => ("tiêu chí", "criterion"),
    }
}
