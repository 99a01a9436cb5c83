"""Makes a plan whose index has at least a hundred criteria: those of a plan at hand, again and again under other numbers.

    python3 criteria.py PLANFOLDER FOLDER
"""

import re
import shutil
import sys
from pathlib import Path

LEAST = 100


def repeated(text):
    """The criteria, each set with numbers of its own: 2.1 becomes 12.1, 22.1 and so on."""
    head, *criteria = text.split("[[criterion]]")
    sets = -(-LEAST // len(criteria))

    def numbered(criterion, at):
        return re.sub(r'no = "(\d+)', lambda found: f'no = "{int(found[1]) + 10 * at}', criterion, count=1)

    return head + "".join("[[criterion]]" + numbered(own, at) for at in range(sets) for own in criteria)


def make(plan, folder):
    shutil.copy(plan / "plan.toml", folder)
    shutil.copytree(plan / "data", folder / "data")
    for path in (folder / "data").glob("*.toml"):
        path.write_text(repeated(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
