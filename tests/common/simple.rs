//! Plans written in a few words.

use super::Scratch;

/// The head of a plan for 2019, with more lines of `[plan]`.
pub fn head(more: &str) -> String {
    let years = if more.contains("from = ") { "" } else { "year = 2019\n" };
    format!("[plan]\nnumber = \"1/KH\"\nagency = \"Sở\"\ntitle = \"Kế hoạch\"\nissued = 2019-01-05\n{years}{more}\n")
}

/// A plan of one form `f`, one indicator `rate` and one task with one target, `1.1`.
#[derive(Clone, Copy)]
pub struct Simple<'a> {
    /// More lines of `[plan]`.
    pub head: &'a str,
    /// Units as `a b`, or with keys in parentheses: `a b(from = 2019-07-01)`.
    pub units: &'a str,
    /// The form's period and due day, and more of its keys.
    pub form: &'a str,
    /// Measures as `good:flow all:stock!`, `!` for a fixed one.
    pub measures: &'a str,
    pub numerator: &'a str,
    pub denominator: &'a str,
    pub schedule: &'a str,
    /// Bound and other keys of the target.
    pub target: &'a str,
    /// More keys of the task.
    pub task: &'a str,
    /// More tables.
    pub rest: &'a str,
    /// Rows of the form, parted by white space, each without its note.
    pub rows: &'a str,
}

impl Default for Simple<'_> {
    fn default() -> Self {
        Self {
            head: "",
            units: "a",
            form: MONTHLY,
            measures: "good:flow all:flow",
            numerator: "good",
            denominator: "all",
            schedule: CONTINUOUS,
            target: "at-least = 80",
            task: "",
            rest: "",
            rows: "",
        }
    }
}

/// A report every month, due five days after it.
pub const MONTHLY: &str = "every = \"month\"\ndue = { days = 5 }";
/// A report every quarter, due five days after it.
pub const QUARTERLY: &str = "every = \"quarter\"\ndue = { days = 5 }";
/// All year round.
pub const CONTINUOUS: &str = "\"continuous\"";
/// By the last day of the year.
pub const BY_DECEMBER: &str = "{ by = 2019-12-31 }";
/// By the last day of June.
pub const BY_JUNE: &str = "{ by = 2019-06-30 }";

impl Simple<'_> {
    /// Writes the plan and its one file.
    pub fn scratch(self) -> Scratch {
        let csv = self.csv();
        Scratch::new(&self.toml()).file("data/f.csv", csv)
    }

    /// The form's file.
    pub fn csv(self) -> String {
        let names = self.measures.split_whitespace().map(|own| own.split(':').next().unwrap_or_default());
        let header = names.collect::<Vec<_>>().join(",");
        let rows = self.rows.split_whitespace();
        let rows: String = rows.flat_map(|row| [row, ",\n"]).collect();
        format!("period,unit,reported,{header},note\n{rows}")
    }

    /// Its plan.toml.
    pub fn toml(self) -> String {
        let Self { form, schedule, target, task, rest, .. } = self;
        let ids: Vec<&str> = units(self.units).map(|(id, _)| id).collect();
        let (ids, measures) = (quoted(&ids.join(" ")), measures(self.measures));
        let units: String = units(self.units).map(|(id, keys)| unit(id, keys)).collect();
        let sum = |ids: &str| quoted(&ids.replace(',', " "));
        let (numerator, denominator) = (sum(self.numerator), sum(self.denominator));
        let lead = quoted("a");
        format!(
            "{}{units}[[form]]\nid = \"f\"\ntitle = \"Biểu\"\nprovenance = \"reported\"\nunits = {ids}\n{form}\nmeasures = {measures}\n\
             [[indicator]]\nid = \"rate\"\nname = \"Tỷ lệ\"\nnumerator = {numerator}\ndenominator = {denominator}\n\
             [[task]]\nno = 1\ntitle = \"Việc\"\nlead = {lead}\nschedule = {schedule}\n\
             targets = [{{ indicator = \"rate\", {target} }}]\n{task}\n{rest}\n",
            head(self.head)
        )
    }
}

/// A unit `a`, called `Đơn vị a`.
pub fn unit(id: &str, keys: &str) -> String {
    format!("[[unit]]\nid = \"{id}\"\nname = \"Đơn vị {id}\"\n{keys}\n")
}

// Units parted by spaces outside parentheses.
fn units(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = list.trim();
    std::iter::from_fn(move || {
        let end = rest.find([' ', '(']).unwrap_or(rest.len());
        let (id, after) = rest.split_at(end);
        let (keys, after) = match after.strip_prefix('(') {
            Some(keys) => keys.split_once(')').expect("a closing parenthesis"),
            None => ("", after),
        };
        rest = after.trim_start();
        (!id.is_empty()).then_some((id, keys))
    })
}

/// Measures of a form, from `good:flow all:stock!`.
pub fn measures(list: &str) -> String {
    let one = |own: &str| {
        let (id, kind) = own.split_once(':').expect("id:kind");
        let fixed = if kind.ends_with('!') { ", fixed = true" } else { "" };
        format!("{{ id = \"{id}\", name = \"Số {id}\", kind = \"{}\"{fixed} }}", kind.trim_end_matches('!'))
    };
    format!("[{}]", list.split_whitespace().map(one).collect::<Vec<_>>().join(", "))
}

/// A list of texts from words.
fn quoted(words: &str) -> String {
    format!("[{}]", words.split_whitespace().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "))
}
