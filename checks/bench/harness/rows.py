"""From the results of single processes to the rows of bench.json."""

import statistics
from collections import defaultdict

from harness.scenarios import position

COLD = ("ping-pong", "kill-1e5")  # whose first repetition in a fresh process is a result of its own
SLOW_MODE = 1.5  # a fork whose median is so many times the row's minimum is in a slow mode

Key = tuple[str, int, str]  # scenario, procs, peer


def rows(results: dict[Key, list[dict]]) -> list[dict]:
    """One row for each scenario, number of Ps and peer: its forks put together, and set against its base."""
    all_results = {**results, **_cold(results), **_trace_cost(results)}
    by_key = {key: _row(key, all_results[key]) for key in sorted(all_results, key=_order)}
    for (scenario, procs, peer), row in by_key.items():
        base = by_key.get((scenario, procs, base_of(scenario)))
        if base is not None and base is not row and base["min"] > 0 and base["median"] > 0:
            row["base"] = base["peer"]
            row["ratio_min"] = round(row["min"] / base["min"], 4)
            row["ratio_median"] = round(row["median"] / base["median"], 4)
    return [*by_key.values(), *_polls_mean(by_key)]


def base_of(scenario: str) -> str:
    """Whom a scenario's rows are set against."""
    return "plain" if scenario.startswith("polls") else "go"


def _row(key: Key, forks: list[dict]) -> dict:
    scenario, procs, peer = key
    mins = [f["min"] for f in forks]
    medians = [f["median"] for f in forks]
    return {
        "scenario": scenario,
        "procs": procs,
        "peer": peer,
        "unit": forks[0]["unit"],
        "forks": len(forks),
        "min": min(mins),
        "median": round(statistics.median(medians), 4),
        "first": min(f["first"] for f in forks),
        "spread": _spread(medians),
        "spread_min": _spread(mins),
        "slow_forks": _slow_forks(mins, medians) if forks[0]["unit"] in ("ns", "ms") else 0,
        "mins": mins,
        "medians": medians,
    }


def _spread(values: list[float]) -> float | None:
    """The largest by the smallest: 1 if the forks agree. None for a latency of nothing."""
    return round(max(values) / min(values), 3) if min(values) > 0 else None


def _slow_forks(mins: list[float], medians: list[float]) -> int:
    return sum(m > SLOW_MODE * min(mins) for m in medians)


def _order(key: Key) -> tuple:
    scenario, procs, _ = key
    return position(scenario), procs


def _cold(results: dict[Key, list[dict]]) -> dict[Key, list[dict]]:
    return {
        (f"{scenario}-cold", procs, peer): [{**f, "min": f["first"], "median": f["first"]} for f in forks]
        for (scenario, procs, peer), forks in results.items()
        if scenario in COLD
    }


def _trace_cost(results: dict[Key, list[dict]]) -> dict[Key, list[dict]]:
    """What the trace costs each peer: the time with it by the time without it, fork by fork."""
    cost: dict[Key, list[dict]] = defaultdict(list)
    for (scenario, procs, peer), on in results.items():
        off = results.get(("trace-off", procs, peer), [])
        if scenario == "trace-on":
            for with_trace, without in zip(on, off):
                ratio = {k: round(with_trace[k] / without[k], 4) for k in ("first", "min", "median")}
                cost["trace-cost", procs, peer].append({"unit": "x", **ratio})
    return cost


def _polls_mean(by_key: dict[Key, dict]) -> list[dict]:
    """The geometric mean over the loops, before and after the polls became real."""
    means = []
    for preempted in (False, True):
        loops = [
            row
            for (scenario, _, peer), row in by_key.items()
            if scenario.startswith("polls-") and peer == "woven" and scenario.endswith("-preempted") == preempted
        ]
        if loops:
            means.append(
                {
                    "scenario": "polls-preempted" if preempted else "polls",
                    "procs": 1,
                    "peer": "woven",
                    "unit": "x",
                    "forks": min(row["forks"] for row in loops),
                    "base": "plain",
                    "ratio_min": round(statistics.geometric_mean(r["ratio_min"] for r in loops), 4),
                    "ratio_median": round(statistics.geometric_mean(r["ratio_median"] for r in loops), 4),
                }
            )
    return means
