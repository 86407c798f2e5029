"""The harness's arithmetic: `python3 -m unittest discover -s checks/bench -t checks/bench`."""

import unittest

from harness.compare import compare
from harness.rows import rows
from harness.scenarios import SCENARIOS, TARGETS, named, position
from harness.table import BEGIN, END, tables, write_between_markers


def result(minimum: float, median: float, first: float = 1000, unit: str = "ns") -> dict:
    return {"min": minimum, "median": median, "first": first, "unit": unit}


def row_of(all_rows: list[dict], scenario: str, peer: str) -> dict:
    return next(r for r in all_rows if r["scenario"] == scenario and r["peer"] == peer)


class Rows(unittest.TestCase):
    def test_a_row_has_the_minimum_of_the_forks_and_the_median_of_their_medians(self):
        forks = [result(100, 120), result(90, 200), result(95, 110)]
        row = row_of(rows({("fan-8", 1, "go"): forks}), "fan-8", "go")
        self.assertEqual((row["min"], row["median"], row["forks"]), (90, 120, 3))

    def test_a_fork_is_in_a_slow_mode_if_its_median_is_far_above_the_minimum(self):
        forks = [result(10, 11), result(10, 51), result(50, 52)]
        self.assertEqual(row_of(rows({("fan-8", 1, "goloom"): forks}), "fan-8", "goloom")["slow_forks"], 2)

    def test_ratios_are_to_go_by_minimum_and_by_median(self):
        row = row_of(
            rows({("fan-8", 2, "go"): [result(100, 200)], ("fan-8", 2, "goloom"): [result(110, 180)]}),
            "fan-8",
            "goloom",
        )
        self.assertEqual((row["ratio_min"], row["ratio_median"]), (1.1, 0.9))

    def test_a_row_without_go_has_no_ratio(self):
        self.assertNotIn("ratio_min", rows({("fan-8", 1, "goloom"): [result(1, 2)]})[0])

    def test_the_cost_of_the_trace_is_taken_fork_by_fork(self):
        results = {
            ("trace-off", 1, "goloom"): [result(100, 100), result(200, 200)],
            ("trace-on", 1, "goloom"): [result(150, 150), result(400, 400)],
        }
        row = row_of(rows(results), "trace-cost", "goloom")
        self.assertEqual((row["mins"], row["unit"]), ([1.5, 2.0], "x"))

    def test_the_mean_of_the_polls_is_geometric(self):
        results = {}
        for loop, woven in (("sum", 2.0), ("fib", 0.5)):
            results[f"polls-{loop}", 1, "plain"] = [result(1, 1, unit="us")]
            results[f"polls-{loop}", 1, "woven"] = [result(woven, woven, unit="us")]
        self.assertEqual(row_of(rows(results), "polls", "woven")["ratio_min"], 1.0)

    def test_the_first_repetition_is_a_result_of_its_own_where_cold_matters(self):
        row = row_of(rows({("kill-1e5", 1, "goloom"): [result(5, 6, first=700, unit="ms")]}), "kill-1e5-cold", "goloom")
        self.assertEqual(row["min"], 700)


class Names(unittest.TestCase):
    def test_a_prefix_names_all_scenarios_that_begin_with_it(self):
        self.assertEqual([s.name for s in named(["spawn"])], ["spawn-1e5", "spawn-1e6"])

    def test_an_unknown_scenario_is_refused_with_those_that_exist(self):
        with self.assertRaisesRegex(SystemExit, "no scenario 'pingpong'; there are ping-pong"):
            named(["pingpong"])

    def test_every_target_belongs_to_a_scenario(self):
        for target in TARGETS:
            if target.scenario != "polls":
                self.assertIn(position(target.scenario), range(len(SCENARIOS)))


class Compare(unittest.TestCase):
    def run_of(self, *forks: dict) -> dict:
        return {"rows": rows({("fan-8", 1, "go"): [result(100, 100)], ("fan-8", 1, "goloom"): list(forks)})}

    def kind(self, old: dict, new: dict) -> str:
        return compare(old, new, all_peers=False)[0].kind

    def test_more_than_the_spread_is_slower(self):
        self.assertEqual(self.kind(self.run_of(result(100, 100)), self.run_of(result(130, 130))), "slower")

    def test_within_the_spread_of_the_forks_is_the_same(self):
        old = self.run_of(result(100, 100), result(140, 140))
        self.assertEqual(self.kind(old, self.run_of(result(130, 130))), "same")

    def test_less_than_the_spread_is_faster(self):
        self.assertEqual(self.kind(self.run_of(result(100, 100)), self.run_of(result(50, 50))), "faster")

    def test_a_scenario_that_is_no_longer_measured_is_said(self):
        self.assertEqual(self.kind(self.run_of(result(1, 1)), {"rows": []}), "gone")


class Table(unittest.TestCase):
    def run_of(self, minimum: float, median: float) -> str:
        measured = rows({("fan-8", 1, "go"): [result(100, 100)], ("fan-8", 1, "goloom"): [result(minimum, median)]})
        machine = {"cpus": 2, "cpu": "c", "memory_gib": 1, "system": "s"}
        about = {"date": "d", "commit": "c", "jdk": "j", "go": "g", "libraries": [], "forks": 1, "quick": False}
        flags = {"flags": {"all": "a", "heap": "h", "room": "r", "goloom": "b"}, "extra_flags": "", "load": [0, 0]}
        failed = [{"scenario": "fan-8", "peer": "jox", "procs": 1, "fork": 1, "why": "no result after 60 s"}]
        return tables({"machine": machine, **about, **flags, "skipped": {"juc": "x"}, "failed": failed, "rows": measured})

    def test_a_target_is_reached_only_if_minimum_and_median_keep_it(self):
        for minimum, median, verdict in ((104, 105, "yes"), (104, 110, "by minimum"), (106, 110, "no")):
            line = next(t for t in self.run_of(minimum, median).splitlines() if t.startswith("| fan-8"))
            self.assertEqual(line.split("|")[-2].strip(), verdict)

    def test_what_is_missing_is_said(self):
        text = self.run_of(1, 1)
        self.assertIn("juc was left out: x", text)
        self.assertIn("fan-8 jox 1 P, fork 1: no result after 60 s", text)

    def test_results_replace_what_is_between_the_markers_and_nothing_else(self):
        readme = f"before\n{BEGIN}\nold\n{END}\nafter\n"
        self.assertEqual(write_between_markers(readme, "new\n"), f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n")
        with self.assertRaises(SystemExit):
            write_between_markers("no markers", "new")


if __name__ == "__main__":
    unittest.main()
