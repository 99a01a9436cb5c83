//! Plans whose figures are counted from a register.

use super::{Scratch, head};

/// The header of the register.
pub const COLUMNS: &str =
    "id,procedure,unit,level,channel,received,due,resolved,outcome,apology,apologised,new-due,suspended-days\n";

/// The header of the procedures.
pub const PROCEDURES: &str = "code,name,field,level,working-days\n";

/// A plan with a register of units `a` and `b`.
#[derive(Clone, Copy)]
pub struct Register<'a> {
    /// More lines of `[plan]`.
    pub head: &'a str,
    /// The lines of `[calendar]`.
    pub calendar: &'a str,
    /// The lines of `[register]`.
    pub rules: &'a str,
    /// More keys of the form `so`; `from = "dossiers"` says that its figures are counted.
    pub form: &'a str,
    /// Its measures as `id kind count`, the count left out where the id says it, parted by semicolons; keys may follow in braces.
    pub measures: &'a str,
    /// The target on the indicator of resolved in time over resolved and pending overdue.
    pub target: &'a str,
    /// Rows of the register, parted by white space; cells that stay blank at the end may be left out.
    pub rows: &'a str,
    /// Rows of the procedures, parted by semicolons; there is no file if there are none.
    pub procedures: &'a str,
}

impl Default for Register<'_> {
    fn default() -> Self {
        Self {
            head: "",
            calendar: "",
            rules: "until = 2019-12-31",
            form: "from = \"dossiers\"",
            measures: MEASURES,
            target: "at-least = 80",
            rows: "",
            procedures: "",
        }
    }
}

/// The columns of form 06 with those of apologies.
pub const MEASURES: &str = "received stock; received-online flow; received-direct flow; carried-over stock-open; resolved flow; \
    resolved-early flow; resolved-on-time flow; resolved-late flow; pending stock; pending-in-time stock; pending-overdue stock; \
    late-apologised flow; late-unapologised flow";

impl Register<'_> {
    /// Writes the plan and its register.
    pub fn scratch(self) -> Scratch {
        let plan = Scratch::new(&self.toml()).file("data/dossiers/so.csv", self.csv());
        if self.procedures.is_empty() {
            return plan;
        }
        let rows: Vec<&str> = self.procedures.split(';').map(str::trim).collect();
        plan.file("data/procedures.csv", format!("{PROCEDURES}{}\n", rows.join("\n")))
    }

    /// The register.
    pub fn csv(self) -> String {
        let row = |row: &str| {
            let blanks = COLUMNS.matches(',').count().saturating_sub(row.matches(',').count());
            format!("{}{}\n", row.replace('_', " "), ",".repeat(blanks))
        };
        let rows: String = self.rows.split_whitespace().map(row).collect();
        format!("{COLUMNS}{rows}")
    }

    /// Its plan.toml.
    pub fn toml(self) -> String {
        let measure = |own: &str| {
            let (own, keys) = own
                .split_once('{')
                .map_or((own, String::new()), |(own, keys)| (own, format!(", {}", keys.replace('}', ""))));
            let words: Vec<&str> = own.split_whitespace().collect();
            let count = words.get(2).map_or_else(String::new, |count| format!(", count = \"{count}\""));
            format!("  {{ id = \"{0}\", name = \"{0}\", kind = \"{1}\"{count}{keys} }},\n", words[0], words[1])
        };
        let measures: String = self.measures.split(';').map(measure).collect();
        let rules = if self.rules.is_empty() { String::new() } else { format!("[register]\n{}\n", self.rules) };
        format!(
            "{}[calendar]\n{}\n{rules}\
             [[unit]]\nid = \"a\"\nname = \"Đơn vị a\"\n[[unit]]\nid = \"b\"\nname = \"Đơn vị b\"\n\
             [[form]]\nid = \"so\"\ntitle = \"Sổ hồ sơ\"\nevery = \"month\"\nprovenance = \"reported\"\nunits = [\"a\", \"b\"]\n{}\n\
             measures = [\n{measures}]\n\
             [[indicator]]\nid = \"rate\"\nname = \"Đúng hạn\"\nnumerator = [\"resolved-early\", \"resolved-on-time\"]\n\
             denominator = [\"resolved\", \"pending-overdue\"]\n\
             [[task]]\nno = 1\ntitle = \"Việc\"\nlead = [\"a\"]\nschedule = \"continuous\"\n\
             targets = [{{ indicator = \"rate\", {} }}]\n",
            head(self.head),
            self.calendar,
            self.form,
            self.target,
        )
    }
}
