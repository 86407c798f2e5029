"""What changed between two runs by more than they spread themselves."""

from dataclasses import dataclass

OURS = ("goloom", "woven")
NOISE = 1.05  # less than this is never a change


@dataclass(frozen=True)
class Change:
    scenario: str
    procs: int
    peer: str
    kind: str  # slower, faster, same, gone, new
    measure: str = ""  # what was compared
    factor: float | None = None  # new by old
    allowed: float | None = None


def compare(old: dict, new: dict, all_peers: bool) -> list[Change]:
    before, after = _by_key(old), _by_key(new)
    keys = [k for k in {**before, **after} if all_peers or k[2] in OURS]
    return [_change(k, before, after) for k in keys]


def text(changes: list[Change]) -> str:
    """The changes, slower ones first; what is the same is only counted."""
    lines = []
    for kind in ("slower", "faster", "gone", "new"):
        for c in (c for c in changes if c.kind == kind):
            by = f" {c.factor:.2f}x ({c.measure}; spread {c.allowed:.2f}x)" if c.factor and c.allowed else ""
            lines.append(f"{kind:7} {c.scenario} {c.procs}P {c.peer}{by}")
    lines.append(f"{sum(c.kind == 'same' for c in changes)} of {len(changes)} the same within their spread")
    return "\n".join(lines)


def _by_key(run: dict) -> dict[tuple, dict]:
    return {(r["scenario"], r["procs"], r["peer"]): r for r in run["rows"]}


def _change(key: tuple, before: dict[tuple, dict], after: dict[tuple, dict]) -> Change:
    if key not in before:
        return Change(*key, kind="new")
    if key not in after:
        return Change(*key, kind="gone")
    old, new = before[key], after[key]
    measure = "ratio_min" if "ratio_min" in old and "ratio_min" in new else "min"
    if not old.get(measure) or not new.get(measure):
        return Change(*key, kind="same")
    factor = new[measure] / old[measure]
    allowed = max(NOISE, _spread(key, before), _spread(key, after))
    kind = "slower" if factor > allowed else "faster" if factor < 1 / allowed else "same"
    what = f"by minimum, to {new['base']}" if measure == "ratio_min" else "by minimum"
    return Change(*key, kind, what, factor, allowed)


def _spread(key: tuple, rows: dict[tuple, dict]) -> float:
    """How far the minima of the forks are apart, of the row and of its base."""
    row = rows[key]
    base = rows.get((key[0], key[1], row.get("base")))
    return (row.get("spread_min") or 1.0) * ((base.get("spread_min") or 1.0) if base else 1.0)
