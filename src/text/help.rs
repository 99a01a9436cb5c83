//! What `--help` says: every command, every option, and the words around them.

use super::{Lang, help_en, help_vi};

/// A command; [`About::Plan`] is the program itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Plan,
    Status,
    Show,
    Check,
    Report,
    Due,
    Score,
    Dossiers,
    Remind,
    Form,
    Schema,
    Init,
    Completions,
    Man,
    Import,
    Fmt,
    Freeze,
    Record,
    /// `record figure`, and so on.
    RecordFigure,
    RecordDeliverable,
    RecordUpdate,
    RecordScore,
}

impl About {
    /// Every one, the program first, then in the order of its help.
    pub const ALL: [Self; 22] = [
        Self::Plan,
        Self::Status,
        Self::Show,
        Self::Report,
        Self::Due,
        Self::Score,
        Self::Dossiers,
        Self::Remind,
        Self::Check,
        Self::Form,
        Self::Import,
        Self::Fmt,
        Self::Freeze,
        Self::Record,
        Self::RecordFigure,
        Self::RecordDeliverable,
        Self::RecordUpdate,
        Self::RecordScore,
        Self::Init,
        Self::Schema,
        Self::Completions,
        Self::Man,
    ];

    /// Returns the words behind the program's name that call it.
    pub fn path(self) -> &'static [&'static str] {
        match self {
            Self::Plan => &[],
            Self::Status => &["status"],
            Self::Show => &["show"],
            Self::Report => &["report"],
            Self::Due => &["due"],
            Self::Score => &["score"],
            Self::Dossiers => &["dossiers"],
            Self::Remind => &["remind"],
            Self::Check => &["check"],
            Self::Schema => &["schema"],
            Self::Init => &["init"],
            Self::Completions => &["completions"],
            Self::Man => &["man"],
            Self::Import => &["import"],
            Self::Fmt => &["fmt"],
            Self::Freeze => &["freeze"],
            Self::Record => &["record"],
            Self::RecordFigure => &["record", "figure"],
            Self::RecordDeliverable => &["record", "deliverable"],
            Self::RecordUpdate => &["record", "update"],
            Self::RecordScore => &["record", "score"],
            Self::Form => &["form"],
        }
    }

    /// Returns the last word that calls it.
    pub fn name(self) -> &'static str {
        self.path().last().copied().unwrap_or("plan")
    }

    /// Returns command lines that show what it can do, without the program's name.
    #[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no command is without examples")]
    pub fn examples(self) -> &'static [&'static str] {
        match self {
            Self::Plan => &["status", "show 7", "check", "status --as-of 2019-06-30 --format csv"],
            Self::Status => &[
                "status",
                "status --as-of 2019-06-30 --unit mot-cua",
                "status --verdict missed,behind --sort verdict",
                "status --fail-on missed,no-data --format json",
                "status -o status.csv",
            ],
            Self::Show => &[
                "show",
                "show 7",
                "show 7.2",
                "show on-time-rate --as-of 2019-06-30",
                "show mot-cua",
                "show 2019-06 --format markdown",
            ],
            Self::Report => &[
                "report --period 2019-H1 -o bao-cao-6-thang.docx",
                "report --period 2019-Q1 -o bao-cao-quy-1.xlsx",
                "report --period 2019 --group lead --number 12 -o bao-cao-nam.docx",
                "report --period 2019-9M -o bao-cao-9-thang.md",
            ],
            Self::Due => {
                &["due", "due --within 7d --unit mot-cua", "due --as-of 2019-09-30 --within 90d -o viec-den-han.ics"]
            }
            Self::Score => &[
                "score",
                "score --index par-index --as-of 2019-06-30",
                "score --unit mot-cua",
                "score --format csv --table owners",
            ],
            Self::Dossiers => &[
                "dossiers",
                "dossiers --within 14d --unit chi-cuc-tdc",
                "dossiers --period 2019-Q3 --format csv --table procedures",
                "dossiers --measure resolved-late --period 2019-10",
            ],
            Self::Check => &[
                "check",
                "check --strict",
                "check late evidence --as-of 2019-06-30",
                "check names",
                "check --format concise",
            ],
            Self::Form => &[
                "form one-stop --period 2019-07 --all -o bieu-thang-7",
                "form one-stop --period 7/2019 --unit mot-cua -o bieu-mot-cua --format csv",
            ],
            Self::Schema => &["schema", "schema --lang en -o .plan.schema.json", "schema recipe"],
            Self::Init => &["init ke-hoach-2027", "-C ke-hoach-2027 check", "init ke-hoach-2019 --table ke-hoach.docx"],
            Self::Completions => &["completions bash", "completions zsh"],
            Self::Man => &["man", "man --lang en"],
            Self::Import
            | Self::Remind
            | Self::Freeze
            | Self::Fmt
            | Self::Record
            | Self::RecordFigure
            | Self::RecordDeliverable
            | Self::RecordScore
            | Self::RecordUpdate => self.examples_of_writing(),
        }
    }

    /// Returns those of the commands that write letters or change the plan's files.
    fn examples_of_writing(self) -> &'static [&'static str] {
        match self {
            Self::Import => &[
                "import one-stop-2019-07-mot-cua.xlsx --dry-run",
                "import one-stop-2019-07-mot-cua.xlsx --yes",
                "import so-lieu-thang-7.csv --recipe new",
                "import so-lieu-thang-8.csv --recipe one-stop --period 2019-08 --dry-run",
            ],
            Self::Remind => &[
                "remind --period 2019-05 --all -o don-doc",
                "remind --period 2019-05 --as-of 2019-06-10 --unit phong-qlcn -o thu",
            ],
            Self::Freeze => &["freeze 2019-06", "freeze 2019-06 --lift --reason \"Đính chính số liệu\""],
            Self::Fmt => &["fmt --check", "fmt --check --diff", "fmt"],
            Self::Record => &["record figure --help", "record update --help"],
            Self::RecordFigure => &[
                "record figure posting --unit to-cntt --period 2019-Q4 posted-website=61",
                "record figure posting --unit to-cntt --period 2019-Q4 --note \"Đủ\"",
            ],
            Self::RecordDeliverable => &["record deliverable 7 \"Báo cáo\" --number 12/BC --issued 2019-12-20"],
            Self::RecordScore => &["record score par-index 85.2 --round self --evidence \"Báo cáo 12/BC\""],
            Self::RecordUpdate => &[
                "record update 3 \"Đã tuyển dụng\" --unit van-phong --period 2019-Q4",
                "record update 2 \"Đã phê duyệt\" --unit van-phong --kind done",
            ],
            _ => &[],
        }
    }
}

/// An option or an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opt {
    Directory,
    PlanFile,
    Lang,
    Color,
    Width,
    Help,
    Version,
    AsOf,
    KeepGoing,
    Format,
    Output,
    PlainOutput,
    Table,
    Units,
    Tasks,
    Indexes,
    Verdicts,
    Sort,
    FailOn,
    Id,
    OnlyUnit,
    Checks,
    ChecksAsOf,
    FindingsFormat,
    Strict,
    Limit,
    NewFolder,
    PrintedTable,
    Shell,
    ImportFiles,
    ImportRecipe,
    ImportPeriod,
    ImportUnit,
    ImportSheet,
    ImportForm,
    SchemaOf,
    RecipeName,
    RecipeLikely,
    ImportReported,
    Yes,
    FreezePeriod,
    Lift,
    Reason,
    FmtCheck,
    FmtDiff,
    Values,
    Sender,
    Reported,
    Remark,
    Replace,
    DryRun,
    TaskNo,
    DeliverableName,
    Issued,
    DocumentNumber,
    DocumentTitle,
    DocumentPlace,
    DocumentLink,
    Story,
    StoryKind,
    StoryDate,
    StoryPeriod,
    Criterion,
    Points,
    Round,
    Evidence,
    ScoreNote,
    ReportPeriod,
    ReportOutput,
    Within,
    DueUnits,
    ScoreIndexes,
    ScoreUnits,
    ScoreField,
    ScoreGain,
    Assume,
    DossierUnits,
    DossierProcedures,
    DossierPeriod,
    DossierMeasure,
    DossierWithin,
    DueOutput,
    RemindPeriod,
    RemindUnits,
    RemindAll,
    RemindFolder,
    RemindBy,
    RemindDate,
    ReportGroup,
    ReportNumber,
    ReportDate,
    ReportAsOf,
    FormName,
    FormPeriod,
    FormUnits,
    FormAll,
    FormFolder,
    FormFormat,
}

/// What is said of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptWords {
    /// What its value is called; empty if it takes none.
    pub value: &'static str,
    /// What it does.
    pub help: &'static str,
}

/// Words around the options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around<'a> {
    Usage,
    Commands,
    Arguments,
    Options,
    Common,
    Examples,
    /// In a line of usage.
    SomeOptions,
    SomeCommand,
    OneOf {
        list: &'a str,
    },
    Default {
        value: &'a str,
    },
    /// How many findings are shown where nothing is said: drawn for eyes, listed for tools.
    Limits {
        drawn: usize,
        listed: usize,
    },
    Manual,
    Name,
    ExitCodes,
    ExitFine,
    ExitFindings,
    ExitCannot,
    SeeHelp {
        command: &'a str,
    },
}

/// Words what a command is for.
pub fn about(command: About, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => help_vi::about(command),
        Lang::En => help_en::about(command),
    }
}

/// Words an option.
pub fn opt(opt: Opt, lang: Lang) -> OptWords {
    match lang {
        Lang::Vi => help_vi::opt(opt),
        Lang::En => help_en::opt(opt),
    }
}

/// A check that runs only where its name is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedCheck {
    Late,
    Evidence,
    Scores,
    Names,
}

/// Words what a named check looks for.
pub fn named_check(check: NamedCheck, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => help_vi::named_check(check),
        Lang::En => help_en::named_check(check),
    }
}

/// Words what stands around the options.
pub fn around(words: Around<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => help_vi::around(words),
        Lang::En => help_en::around(words),
    }
}

/// Why a command line cannot be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misuse<'a> {
    UnknownOption {
        option: &'a str,
    },
    /// An argument where no more is wanted.
    Extra {
        text: &'a str,
    },
    UnknownCommand {
        command: &'a str,
    },
    BadValue {
        option: &'a str,
        value: &'a str,
    },
    /// A named check that there is not.
    NoSuchCheck {
        name: &'a str,
    },
    NoValue {
        option: &'a str,
    },
    Missing {
        options: &'a str,
    },
    MissingCommand,
    TooMany {
        option: &'a str,
    },
    Twice {
        option: &'a str,
    },
    Conflict {
        option: &'a str,
        other: &'a str,
    },
    NotText,
    /// Anything else, in the library's own words.
    Other {
        text: &'a str,
    },
}

/// What may help with a misuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint<'a> {
    DidYouMean { near: &'a str },
    OneOf { list: &'a str },
    Range { low: &'a u16, high: &'a u16 },
    Whole,
}

/// Words a misuse, one sentence without a full stop.
pub fn misuse(misuse: Misuse<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => help_vi::misuse(misuse),
        Lang::En => help_en::misuse(misuse),
    }
}

/// Words a hint.
pub fn hint(hint: Hint<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => help_vi::hint(hint),
        Lang::En => help_en::hint(hint),
    }
}
