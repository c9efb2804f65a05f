"""The results as tables of Markdown."""

import os
import platform


class Table:
    """One table with its heading."""

    def __init__(self, heading, columns, rows):
        self.heading, self.columns, self.rows = heading, columns, rows

    @classmethod
    def of_costs(cls, heading, costs, reference):
        """What each way took; as many times as the reference did, where there is one."""
        columns = ["", "requests", "connections", "wall, s", "client CPU, s", "per request, ms"]
        columns += ["peak, MB"]
        columns += ["ratio"] if reference else ["CPU / wall"]
        rows = []
        for name, cost in costs.items():
            ratio = cost.wall / costs[reference].wall if reference else cost.cpu / cost.wall
            rows.append([
                name, "%d" % cost.requests, "%d" % cost.connections, seconds(cost.wall),
                seconds(cost.cpu), "%.3f" % (cost.cpu * 1e3 / max(cost.requests, 1)),
                "%.1f" % (cost.peak / 1e6), "%.2f" % ratio,
            ])
        return cls(heading, columns, rows)

    @classmethod
    def of_verdicts(cls, heading, figures):
        """What is asked of figures: the name, the value, and what at_most or at_least have made."""
        rows = [
            [name, "%.2f" % value, words, "ok" if holds(value) else "not ok"]
            for name, value, (words, holds) in figures
        ]
        return cls(heading, ["", "measured", "asked", "verdict"], rows)

    @classmethod
    def of_stages(cls, heading, sizes, stages):
        columns = [""] + ["%d users" % size for size in sizes] + ["last to one before"]
        rows = []
        for stage, values in stages.items():
            ratio = "%.1f" % (values[-1] / values[-2]) if len(values) > 1 and values[-2] else ""
            if stage == "peak":
                shown = ["%.0f MB" % (value / 1e6) for value in values]
            else:
                shown = [seconds(value) for value in values]
            rows.append([stage] + shown + [ratio])
        return cls(heading, columns, rows)

    def markdown(self):
        lines = ["## " + self.heading, "", row(self.columns)]
        lines.append(row(["---"] + ["---:"] * (len(self.columns) - 1)))
        return "\n".join(lines + [row(cells) for cells in self.rows]) + "\n"


def at_most(most):
    """A verdict's bound, in words and as a question."""
    return "at most %g" % most, lambda value: value <= most


def at_least(least):
    """The other bound."""
    return "at least %g" % least, lambda value: value >= least


def row(cells):
    return "| " + " | ".join(cells) + " |"


def seconds(value):
    return "%.4f" % value if value < 0.1 else "%.2f" % value


def machine():
    """What it was measured on, in a line."""
    with open("/proc/cpuinfo") as file:
        models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    cores = "%d cores of %s" % (os.cpu_count(), models[0] if models else platform.machine())
    return "%s, %.0f GiB, %s, Linux %s" % (
        cores, memory, system, platform.release().split("-")[0],
    )
