#!/usr/bin/env python3
"""Makes registers of dossiers: figures made up, the same bytes each time.

    register.py --agree PLAN OUT          the register of the plan in a folder, such that its counts are what form 06 was filled in with
    register.py --rows 1000000 OUT        a plan of its own with a large register

A register that agrees is built month by month: what is pending at a month's end is resolved in the next, in time or late as the
form says; days are drawn until they fit the working days that the procedure may take.
"""

import argparse
import csv
import datetime as dt
import pathlib
import random
import tomllib

COLUMNS = "id,procedure,unit,level,channel,received,due,resolved,outcome,apology,apologised,new-due,suspended-days".split(",")
DAY = dt.timedelta(days=1)

# Of each unit: the letters of its ids, the field, procedures offered at level 3 or 4, procedures at level 2.
PROCEDURES = {
    "mot-cua": ("MC", "Hoạt động khoa học và công nghệ", [
        "Đăng ký hoạt động khoa học và công nghệ", "Thay đổi đăng ký hoạt động khoa học và công nghệ",
        "Cấp lại giấy chứng nhận hoạt động khoa học và công nghệ", "Đăng ký kết quả nhiệm vụ dùng ngân sách nhà nước",
        "Đăng ký kết quả nhiệm vụ không dùng ngân sách nhà nước", "Đăng ký thông tin kết quả nghiên cứu được mua",
        "Cấp giấy chứng nhận doanh nghiệp khoa học và công nghệ", "Cấp lại giấy chứng nhận doanh nghiệp khoa học và công nghệ",
        "Đăng ký hợp đồng chuyển giao công nghệ", "Đăng ký gia hạn hợp đồng chuyển giao công nghệ",
        "Thẩm định cơ sở công nghệ của dự án", "Lấy ý kiến về công nghệ của dự án", "Đề nghị hỗ trợ đổi mới công nghệ",
        "Đề nghị hỗ trợ đăng ký bảo hộ sáng chế", "Đề nghị hỗ trợ đăng ký nhãn hiệu", "Công nhận sáng kiến cấp tỉnh",
        "Đăng ký tham gia tuyển chọn nhiệm vụ cấp tỉnh", "Đề nghị điều chỉnh hợp đồng nhiệm vụ cấp tỉnh",
    ], ["Đánh giá kết quả nhiệm vụ cấp tỉnh", "Bổ nhiệm giám định viên tư pháp", "Cấp giấy xác nhận hội thảo quốc tế"]),
    "chi-cuc-tdc": ("TDC", "Tiêu chuẩn đo lường chất lượng", [
        "Đăng ký công bố hợp chuẩn", "Đăng ký công bố hợp quy", "Thay đổi nội dung công bố hợp quy",
        "Kiểm tra chất lượng hàng hóa nhập khẩu", "Công bố sử dụng dấu định lượng", "Điều chỉnh công bố dấu định lượng",
        "Đăng ký kiểm tra đo lường hàng đóng gói sẵn", "Cấp giấy phép vận chuyển hàng nguy hiểm loại 5, loại 8",
        "Cấp bổ sung giấy phép vận chuyển hàng nguy hiểm", "Cấp lại giấy phép vận chuyển hàng nguy hiểm",
        "Miễn giảm kiểm tra chất lượng hàng hóa nhập khẩu", "Đăng ký tham dự giải thưởng chất lượng",
    ], ["Hỏi đáp hàng rào kỹ thuật trong thương mại", "Giải quyết khiếu nại về đo lường", "Xác nhận kiểm tra phương tiện đo"]),
    "phong-qlcn": ("QLCN", "An toàn bức xạ và hạt nhân", [
        "Khai báo thiết bị X-quang chẩn đoán", "Cấp giấy phép sử dụng thiết bị X-quang chẩn đoán",
        "Gia hạn giấy phép sử dụng thiết bị X-quang chẩn đoán", "Sửa đổi giấy phép tiến hành công việc bức xạ",
        "Bổ sung giấy phép tiến hành công việc bức xạ", "Cấp lại giấy phép tiến hành công việc bức xạ",
        "Cấp chứng chỉ nhân viên bức xạ", "Phê duyệt kế hoạch ứng phó sự cố bức xạ cấp cơ sở",
        "Cấp lại chứng chỉ nhân viên bức xạ", "Khai báo nguồn phóng xạ ngoài danh mục",
    ], ["Xác nhận khai báo chuyển nhượng thiết bị", "Tiếp nhận báo cáo an toàn bức xạ", "Lưu giữ tạm thời nguồn phóng xạ"]),
}
WORKING_DAYS = [3, 5, 7, 5, 30, 2, 15, 5, 3, 7, 10, 10, 5, 15, 3, 7, 5, 10]
# What nobody reported or left blank, so that the months around it fit.
UNREPORTED = {
    ("phong-qlcn", 8): {"received-online": 0, "received-direct": 0, "carried-over": 4, "resolved-early": 0,
                        "resolved-on-time": 0, "resolved-late": 0, "pending-in-time": 4, "pending-overdue": 0,
                        "late-apologised": 0, "late-unapologised": 0},
    ("phong-qlcn", 10): {"received-online": 8},
    ("phong-qlcn", 11): {"received-online": 8, "received-direct": 7, "carried-over": 4, "resolved-early": 6,
                         "resolved-on-time": 9, "resolved-late": 0, "pending-in-time": 4, "pending-overdue": 0,
                         "late-apologised": 0, "late-unapologised": 0},
}


class NoRegister(Exception):
    """Days could not be drawn that fit."""


class Calendar:
    """The working days of a plan."""

    def __init__(self, plan):
        declared = plan.get("calendar", {})
        self.off = set(declared.get("days-off", []))
        self.worked = set(declared.get("working-days", []))

    def is_working(self, day):
        return day in self.worked or (day.weekday() < 5 and day not in self.off)

    def due(self, day, number):
        """The number-th working day after a day."""
        while number:
            day += DAY
            number -= self.is_working(day)
        return day

    def between(self, first, last):
        """The working days from one day to another."""
        days = (first + DAY * at for at in range((last - first).days + 1))
        return [day for day in days if self.is_working(day)]


def month(number):
    """First and last day of a month of 2019; month 0 is December 2018."""
    first = dt.date(2018, 12, 1) if number == 0 else dt.date(2019, number, 1)
    after = dt.date(2020, 1, 1) if number == 12 else dt.date(2019, number + 1, 1)
    return first, after - DAY


class Maker:
    """Makes the dossiers of one unit."""

    def __init__(self, unit, figures, used, calendar, seed):
        self.unit, self.figures, self.calendar = unit, figures, calendar
        self.letters, self.field, online, offline = PROCEDURES[unit]
        self.online = [self.procedure(at, name, 3 + at % 2) for at, name in enumerate(online)]
        self.offline = [self.procedure(len(online) + at, name, 2) for at, name in enumerate(offline)]
        self.used = used  # by quarter: how many procedures have been used online
        self.random = random.Random(seed)
        self.made, self.left, self.left_over = [], {}, []

    def procedure(self, at, name, level):
        return {"code": f"{self.letters}-{at + 1:02}", "name": name, "field": self.field, "level": level,
                "working-days": WORKING_DAYS[at % len(WORKING_DAYS)]}

    def year(self):
        """Makes every dossier of the year, those of December 2018 first."""
        early = {m: own["resolved-early"] for m, own in self.figures.items()}
        kinds = {0: ["carried"] * self.figures[1]["carried-over"]}
        for m, own in self.figures.items():
            resolved = own["resolved-early"] + own["resolved-on-time"] + own["resolved-late"]
            kinds[m] = ["same"] * (resolved - own["carried-over"])
            still = max(0, own["carried-over"] - resolved)
            kinds[m] += ["carried"] * (own["pending-in-time"] - still) + ["overdue"] * own["pending-overdue"]
        for m in range(13):
            self.month(m, kinds[m], early)
        return self.rows()

    def month(self, m, kinds, early):
        """Makes the dossiers received in a month; `early` says how many may still be resolved early in each."""
        channels = self.channels(m, len(kinds))
        self.random.shuffle(kinds)
        # What must be used online for the first time goes to the first dossier that it fits.
        new = self.new_online(m)
        for kind, channel in zip(kinds, channels):
            own, is_early = None, self.is_early(kind, self.ends(m, kind), early)
            for first_use in [own for own in new if channel == "online"]:
                own = self.dossier(m, kind, channel, [first_use], is_early)
                if own:
                    new.remove(first_use)
                    break
            own = own or self.dossier(m, kind, channel, self.choices(m, channel), is_early)
            if not own:
                raise NoRegister(f"{self.unit}: no days for {kind} in month {m}")
            self.made.append(own)
        self.left_over = new

    def channels(self, m, count):
        if m == 0:
            return [self.random.choice(["online", "in-person", "post"]) for _ in range(count)]
        own = self.figures[m]
        if count != own["received-online"] + own["received-direct"]:
            raise SystemExit(f"{self.unit}, month {m}: the figures do not add up")
        direct = [self.random.choice(["in-person", "in-person", "post"]) for _ in range(own["received-direct"])]
        return ["online"] * own["received-online"] + direct

    def new_online(self, m):
        """The procedures that are to be used online for the first time from this month on: those of its quarter."""
        if m == 0:
            return []
        if (m - 1) % 3:
            return self.left_over
        quarter = (m - 1) // 3
        return list(self.online[self.used[quarter - 1] if quarter else 0:self.used[quarter]])

    def choices(self, m, channel):
        if channel != "online":
            return self.online + self.offline
        return self.online[: self.used[max(0, (m - 1) // 3)]] if m else self.online

    def ends(self, m, kind):
        """The month in which a dossier is resolved: none in which nothing was, the unit being closed."""
        ends = m if kind == "same" else m + 1
        resolved = ("resolved-early", "resolved-on-time", "resolved-late")
        while kind != "same" and ends <= 12 and not any(self.figures[ends][key] for key in resolved):
            ends += 1
        return ends

    def dossier(self, m, kind, channel, procedures, is_early):
        """Draws until everything fits; none if nothing does."""
        for _ in range(2000):
            own = self.random.choice(procedures)
            drawn = self.draw(m, kind, self.ends(m, kind), is_early, own)
            if drawn:
                return {**drawn, "channel": channel, "procedure": own}
        return None

    def is_early(self, kind, ends, early):
        """Decides whether a dossier is resolved early, so that the month's counts come out."""
        if kind == "overdue" or ends > 12:
            return False
        own = self.figures[ends]
        left = self.left.setdefault(ends, own["resolved-early"] + own["resolved-on-time"])
        self.left[ends] = left - 1
        is_early = self.random.random() < early[ends] / left
        early[ends] -= is_early
        return is_early

    def draw(self, m, kind, ends, is_early, procedure):
        first, last = month(m)
        received = self.random.choice(self.calendar.between(first, last))
        suspended = self.random.randint(2, 5) if self.random.random() < 0.02 else 0
        due = self.calendar.due(received, procedure["working-days"] + suspended)
        drawn = {"received": received, "due": due, "suspended": suspended, "resolved": None}
        if kind == "overdue":
            if due >= last:
                return None
            if ends <= 12:
                drawn["resolved"] = self.random.choice(self.calendar.between(*month(ends))[:12])
            return drawn
        if kind == "carried" and (due < last or any(due < month(x)[1] for x in range(m + 1, ends))):
            return None
        if ends > 12:
            return drawn
        days = [day for day in self.calendar.between(*month(ends)) if day >= received]
        if is_early:
            days = [day for day in days if day < due]
            if not days or due > month(min(12, ends + 1))[1] + 20 * DAY:
                return None
            drawn["resolved"] = days[-1] if self.random.random() < 0.5 else self.random.choice(days)
        elif due in days:
            drawn["resolved"] = due
        else:
            return None
        return drawn

    def uses(self):
        """How many procedures have been used online by the end of each quarter."""
        own = [(own["received"], own["procedure"]["code"]) for own in self.made if own["channel"] == "online"]
        ends = [month(m)[1] for m in (3, 6, 9, 12)]
        return [len({code for day, code in own if month(1)[0] <= day <= end}) for end in ends]

    def rows(self):
        """The rows of the register, by receipt."""
        apologised = {m: own["late-apologised"] for m, own in self.figures.items()}
        rows, numbers = [], {}
        for own in sorted(self.made, key=lambda own: (own["received"], str(own["due"]), own["procedure"]["code"])):
            day, resolved = own["received"], own["resolved"]
            numbers[day] = numbers.get(day, 0) + 1
            time = f" {self.random.randint(7, 10) + (numbers[day] > 4) * 4:02}:{self.random.randint(30, 59)}"
            row = dict.fromkeys(COLUMNS, "")
            row |= {
                "id": f"{self.letters}-{day:%y%m%d}-{numbers[day]:03}", "procedure": own["procedure"]["code"],
                "unit": self.unit, "level": own["procedure"]["level"], "channel": own["channel"],
                "received": f"{day}{time if self.random.random() < 0.5 else ''}", "due": own["due"],
                "resolved": resolved or "", "suspended-days": own["suspended"] or "",
            }
            if resolved:
                row["outcome"] = self.random.choices(["granted", "refused", "withdrawn"], [94, 3, 3])[0]
            if resolved and resolved > own["due"] and apologised[resolved.month]:
                apologised[resolved.month] -= 1
                before = self.calendar.between(day + DAY, own["due"] - DAY)
                row |= {"apology": f"{self.random.randint(20, 180)}/XL-SKHCN", "apologised": before[-1], "new-due": resolved}
            rows.append(row)
        return rows


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def agree(folder, out):
    """Makes the register of a plan whose form 06 is filled in."""
    plan = tomllib.loads((folder / "plan.toml").read_text(encoding="utf-8"))
    calendar = Calendar(plan)
    entered = {(row["unit"], int(row["period"][5:])): row for row in read(folder / "data/one-stop.csv")}
    online = read(folder / "data/online-procedures.csv")
    procedures = []
    (out / "dossiers").mkdir(parents=True, exist_ok=True)
    for unit in PROCEDURES:
        figures = {}
        for m in range(1, 13):
            row = {key: value for key, value in entered.get((unit, m), {}).items() if value and value.isdigit()}
            figures[m] = {key: int(value) for key, value in row.items()} | UNREPORTED.get((unit, m), {})
        used = [int(row["procedures-online-used"]) for row in online if row["unit"] == unit]
        for seed in range(1000):
            maker = Maker(unit, figures, used, calendar, seed)
            try:
                rows = maker.year()
            except NoRegister:
                continue
            if maker.uses() == used:
                break
        else:
            raise SystemExit(f"{unit}: no register found")
        write(out / "dossiers" / f"{unit}.csv", COLUMNS, rows)
        procedures += [*maker.online, *maker.offline]
    write(out / "procedures.csv", ["code", "name", "field", "level", "working-days"], sorted(procedures, key=lambda own: own["code"]))


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, columns, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


COUNTS = {
    "received": "stock", "received-new": "flow", "received-online": "flow", "received-direct": "flow", "carried-over": "stock-open",
    "resolved": "flow", "resolved-early": "flow", "resolved-on-time": "flow", "resolved-late": "flow", "resolved-refused": "flow",
    "resolved-withdrawn": "flow", "pending": "stock", "pending-in-time": "stock", "pending-overdue": "stock",
    "late-apologised": "flow", "late-unapologised": "flow", "late-apologised-in-time": "flow", "late-apologised-after": "flow",
    "overdue-apologised": "stock", "overdue-unapologised": "stock", "procedures-used": "to-date", "procedures-online-used": "to-date",
}


def large(rows, units, out, window):
    """Makes a plan with a large register, a few rows at a time."""
    (out / "data/dossiers").mkdir(parents=True, exist_ok=True)
    ids = [f"u{at:03}" for at in range(1, units + 1)]
    measures = [f'  {{ id = "{name}", name = "{name}", kind = "{kind}" }},' for name, kind in COUNTS.items()]
    measures.append('  { id = "new-post-high", name = "new-post-high", kind = "flow", count = "received-new", channel = "post", level-at-least = 3 },')
    declared = "\n".join(f'[[unit]]\nid = "{own}"\nname = "Đơn vị {own}"\n' for own in ids)
    (out / "plan.toml").write_text(f"""[plan]
number = "1/KH"
agency = "Sở thử"
title = "Kế hoạch thử, số liệu minh họa"
issued = 2019-01-05
year = 2019
window = "{window}"

[register]
until = 2019-12-31
apology = {{ by = "before-due", new-dates = 1 }}

[severity]
apology-late = {{ level = "off", reason = "Số liệu minh họa, có cả xin lỗi muộn" }}

{declared}
[[form]]
id = "so"
title = "Sổ hồ sơ (minh họa)"
every = "month"
provenance = "made-up"
from = "dossiers"
units = "all"
measures = [
{chr(10).join(measures)}
]

[[indicator]]
id = "on-time-rate"
name = "Tỷ lệ đúng hạn"
numerator = ["resolved-early", "resolved-on-time"]
denominator = ["resolved", "pending-overdue"]

[[task]]
no = 1
title = "Giải quyết đúng hạn"
lead = ["u001"]
schedule = "continuous"
targets = [{{ indicator = "on-time-rate", at-least = 95 }}]
""", encoding="utf-8")
    draw = random.Random(rows)
    procedures = [{"code": f"TT-{at:03}", "name": f"Thủ tục {at}", "field": f"Lĩnh vực {at % 12}", "level": 2 + at % 3,
                   "working-days": ""} for at in range(1, 201)]
    write(out / "data/procedures.csv", ["code", "name", "field", "level", "working-days"], procedures)
    files = max(1, min(8, rows // 1000))
    begin = dt.date(2018, 7, 1)
    days = [(begin + DAY * at).isoformat() for at in range(900)]
    for part in range(files):
        with open(out / f"data/dossiers/so-{part + 1}.csv", "w", encoding="utf-8", newline="\n") as file:
            file.write(",".join(COLUMNS) + "\n")
            for at in range(part * rows // files, (part + 1) * rows // files):
                file.write(large_row(draw, at, ids, procedures, days))


def large_row(draw, at, ids, procedures, days):
    """One lively row: late ones, long pending ones, apologies before, on and after the due day."""
    procedure = procedures[int(draw.random() ** 2 * len(procedures))]
    received = int(draw.random() * 545)
    due = received + 1 + int(draw.random() * 30)
    resolved = received + int(draw.random() * (due - received + 1)) if draw.random() < 0.85 else due + int(draw.random() * 60)
    if draw.random() < 0.3:
        resolved = due
    is_pending = draw.random() < 0.03 or resolved >= 549
    apologised = due + int(draw.random() * 12) - 8 if resolved > due and draw.random() < 0.7 else None
    is_apologised = apologised is not None and received <= apologised < 549
    cells = [
        f"HS-{at:07}", procedure["code"], ids[int(draw.random() * len(ids))],
        str(min(procedure["level"], 2 + int(draw.random() * 3))), ("online", "in-person", "post")[int(draw.random() * 3)],
        days[received] + (" 08:15" if draw.random() < 0.5 else ""), days[due], "" if is_pending else days[resolved],
        "" if is_pending else ("granted", "granted", "granted", "refused", "withdrawn", "")[int(draw.random() * 6)],
        f"{at}/XL" if is_apologised else "", days[apologised] if is_apologised else "",
        days[max(due, apologised) + 5] if is_apologised else "", "2" if draw.random() < 0.02 else "",
    ]
    return ",".join(cells) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agree", type=pathlib.Path, metavar="PLAN")
    parser.add_argument("--rows", type=int)
    parser.add_argument("--units", type=int, default=20)
    parser.add_argument("--window", default="calendar")
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    if args.agree:
        agree(args.agree, args.out)
    else:
        large(args.rows, args.units, args.out, args.window)


if __name__ == "__main__":
    main()
