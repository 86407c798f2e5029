"""The command line of `run`."""

import argparse
import json
import shlex
import sys
from collections import defaultdict
from pathlib import Path

from harness import machine, process, table
from harness.build import OUT, Built, build
from harness.peers import BENCH, ORDER
from harness.rows import Key, rows
from harness.scenarios import SCENARIOS, Scenario, named


def main() -> None:
    options = _options()
    chosen = named(options.scenario)
    built = build()
    before = machine.load()
    results, failed = _run_all(built, chosen, options)
    run = {
        **machine.describe(built, options.date),
        "forks": options.forks,
        "quick": options.quick,
        "extra_flags": options.flags,
        "load": [before, machine.load()],
        "failed": failed,
        "rows": rows(results),
    }
    OUT.mkdir(exist_ok=True)
    text = table.tables(run)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "bench.json").write_text(json.dumps(run, indent=1) + "\n")
    (options.out / "table.md").write_text(text)
    print("\n" + text)
    if options.write:
        readme = BENCH / "README.md"
        readme.write_text(table.write_between_markers(readme.read_text(), text))
    if failed:
        sys.exit(1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run", description="Measures Goloom and its peers.")
    parser.add_argument("scenario", nargs="*", help="all if none is named: " + " ".join(s.name for s in SCENARIOS))
    parser.add_argument("--quick", action="store_true", help="tiny budgets: does it work?")
    parser.add_argument("--forks", type=int, help="processes of each kind (default 5; with --quick 1)")
    parser.add_argument("--procs", type=_numbers, default=(1, 2), help="GOMAXPROCS (default 1,2)")
    parser.add_argument("--peers", type=lambda s: tuple(s.split(",")), help="only these, e.g. go,goloom")
    parser.add_argument("--flags", default="", help="more JVM flags, for all JVM peers")
    parser.add_argument("--date", help="of the run (default: of the commit)")
    parser.add_argument("--out", type=Path, default=OUT, help="where bench.json and table.md go (default target)")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    options = parser.parse_args()
    if options.forks is None:
        options.forks = 1 if options.quick else 5
    return options


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(n) for n in text.split(","))


def _run_all(
    built: Built, chosen: list[Scenario], options: argparse.Namespace
) -> tuple[dict[Key, list[dict]], list[dict]]:
    """Every fork of every scenario, the peers in turns. Those that fail are not tried again."""
    results: dict[Key, list[dict]] = defaultdict(list)
    failed: list[dict] = []
    for fork in range(1, options.forks + 1):
        for scenario in chosen:
            for procs in scenario.procs or options.procs:
                for peer in _peers(built, scenario, options):
                    job = {"scenario": scenario.name, "peer": peer, "procs": procs}
                    if any(job.items() <= f.items() for f in failed):
                        continue
                    try:
                        for r in _measure(built, scenario, peer, procs, options):
                            results[r["scenario"], procs, r["peer"]].append(r)
                            _say(f"{fork} {procs}P {r['scenario']} {r['peer']} {r['min']:g} / {r['median']:g} {r['unit']}")
                    except process.Failed as e:
                        failed.append({**job, "fork": fork, "why": str(e)})
                        _say(f"{fork} {procs}P {scenario.name} {peer}: {e}")
    return results, failed


def _peers(built: Built, scenario: Scenario, options: argparse.Namespace) -> list[str]:
    wanted = [p for p in (*ORDER, "polls") if p in scenario.peers and built.has(p)]
    if options.quick:
        wanted = [p for p in wanted if p not in scenario.slow]
    if options.peers:
        wanted = [p for p in wanted if p in options.peers]
    return wanted


def _measure(built: Built, scenario: Scenario, peer: str, procs: int, options: argparse.Namespace) -> list[dict]:
    budgets = process.QUICK if options.quick else process.FULL
    budget = budgets["go" if peer == "go" else "jvm"]
    extra = tuple(shlex.split(options.flags))
    return process.measure(built, peer, scenario, procs, budget, extra)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
