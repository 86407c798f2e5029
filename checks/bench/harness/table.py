"""Readable tables of a run: Markdown, aligned so that it also reads as text."""

from harness.peers import ORDER, TITLES
from harness.scenarios import SCENARIOS, Target, target_of

BEGIN = "<!-- results: written by run --write -->"
END = "<!-- end of results -->"


def tables(run: dict) -> str:
    """All of it: where it was measured, the peers side by side, the polls, and what is missing."""
    parts = [_heading(run), _peers(run["rows"]), _polls(run["rows"]), _missing(run)]
    return "\n\n".join(p for p in parts if p) + "\n"


def write_between_markers(readme: str, text: str) -> str:
    """The README with the results in it."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"run --write: README.md has no {BEGIN} ... {END}")
    return f"{before}{BEGIN}\n\n{text}\n{END}{after}"


def _heading(run: dict) -> str:
    m = run["machine"]
    lines = [
        f"Measured {run['date']} at commit {run['commit']}: {m['cpus']} x {m['cpu']}, {m['memory_gib']} GiB, "
        f"{m['system']}; {run['jdk']}; {run['go'] or 'no Go'}; {', '.join(run['libraries'])}.",
        f"{run['forks']} forks{' with --quick' if run['quick'] else ''}; load average {run['load'][0]} before, "
        f"{run['load'][1]} after.",
        f"JVM flags: `{run['flags']['all']}`; heap `{run['flags']['heap']}`, with {_roomy()} `{run['flags']['room']}`; "
        f"Goloom also: `{run['flags']['goloom']}`.",
    ]
    if run["extra_flags"]:
        lines.append(f"Extra JVM flags: `{run['extra_flags']}`.")
    return "  \n".join(lines)


def _roomy() -> str:
    return ", ".join(s.name for s in SCENARIOS if s.roomy)


# ---- the peers side by side


def _peers(rows: list[dict]) -> str:
    rows = [r for r in rows if not r["scenario"].startswith("polls")]
    if not rows:
        return ""
    peers = [p for p in ORDER if any(r["peer"] == p for r in rows)]
    head = ["scenario", "Ps", *(TITLES[p] for p in peers), "Goloom / Go", "slow forks", "target", "reached"]
    body = []
    for scenario, procs in dict.fromkeys((r["scenario"], r["procs"]) for r in rows):
        of = {r["peer"]: r for r in rows if (r["scenario"], r["procs"]) == (scenario, procs)}
        body.append([scenario, str(procs), *(_cell(of.get(p)) for p in peers), *_judged(scenario, procs, of)])
    return "Minimum / median.\n\n" + _markdown(head, body)


def _cell(row: dict | None) -> str:
    if row is None:
        return "-"
    if row["min"] == row["median"]:
        return f"{_number(row['min'])} {row['unit']}"
    return f"{_number(row['min'])} / {_number(row['median'])} {row['unit']}"


def _judged(scenario: str, procs: int, of: dict[str, dict]) -> list[str]:
    row = of.get("goloom")
    if row is None:
        return ["", "", "", ""]
    ratio = f"{row['ratio_min']:.2f} / {row['ratio_median']:.2f}" if "ratio_min" in row else "-"
    target = target_of(scenario, procs)
    return [ratio, f"{row['slow_forks']} of {row['forks']}", _wanted(target, row["unit"]), _verdict(target, row)]


def _wanted(target: Target | None, unit: str) -> str:
    if target is None:
        return ""
    return f"<= {target.limit:g} {unit}" if target.absolute else f"<= {target.limit:.2f}x"


def _verdict(target: Target | None, row: dict) -> str:
    """Of a row and its target: "yes" only if both the minimum and the median keep it."""
    keys = ("min", "median") if target and target.absolute else ("ratio_min", "ratio_median")
    if target is None or keys[0] not in row:
        return ""
    by_min, by_median = (row[k] <= target.limit for k in keys)
    return "yes" if by_min and by_median else "by minimum" if by_min else "no"


# ---- polls


def _polls(rows: list[dict]) -> str:
    woven = {r["scenario"]: r for r in rows if r["peer"] == "woven"}
    plain = {r["scenario"]: r for r in rows if r["peer"] == "plain"}
    if not woven:
        return ""
    head = ["hot loop", "not woven", "woven", "woven / not", "after a preemption", "woven / not"]
    body = []
    for name in (s.name for s in SCENARIOS if s.name in plain):
        cells = [name]
        for scenario in (name, name + "-preempted"):
            if scenario == name:
                cells.append(_cell(plain.get(scenario)))
            cells += [_cell(woven.get(scenario)), _ratio(woven.get(scenario))]
        body.append(cells)
    mean, preempted = woven.get("polls"), woven.get("polls-preempted")
    body.append(["geometric mean", "", "", _ratio(mean), "", _ratio(preempted)])
    text = "Polls, minimum / median.\n\n" + _markdown(head, body)
    target = target_of("polls", 1)
    if target and mean:
        text += f"\n\nTarget of the mean: {_wanted(target, 'x')}; reached: {_verdict(target, mean)}."
    return text


def _ratio(row: dict | None) -> str:
    return f"{row['ratio_min']:.2f} / {row['ratio_median']:.2f}" if row and "ratio_min" in row else "-"


# ---- the rest


def _missing(run: dict) -> str:
    said = [f"- {peer} was left out: {why}" for peer, why in run["skipped"].items()]
    said += [f"- {f['scenario']} {f['peer']} {f['procs']} P, fork {f['fork']}: {f['why']}" for f in run["failed"]]
    return "Missing:\n\n" + "\n".join(said) if said else ""


def _number(x: float) -> str:
    """Three digits."""
    return f"{x:.0f}" if abs(x) >= 100 else f"{x:.1f}" if abs(x) >= 10 else f"{x:.2f}"


def _markdown(head: list[str], body: list[list[str]]) -> str:
    widths = [max(len(line[i]) for line in [head, *body]) for i in range(len(head))]

    def line(cells: list[str]) -> str:
        return "| " + " | ".join(c.ljust(w) for c, w in zip(cells, widths)) + " |"

    return "\n".join([line(head), "|" + "|".join("-" * (w + 2) for w in widths) + "|", *map(line, body)])
