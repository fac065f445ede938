"""The costs of all tools as tables of Markdown: figures with ratios to peermap, and growth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from bench.measure import Cost

Costs = Mapping[str, Sequence[Cost]]


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of several runs, each figure by itself; a run with a fault speaks for all."""
    faulty = [cost for cost in costs if cost.fault]
    if faulty:
        return faulty[0]
    names = ("wall", "cpu", "memory", "indexer", "files", "output")
    values = {name: median(getattr(cost, name) for cost in costs) for name in names}
    return Cost(**{**values, "files": int(values["files"]), "output": int(values["output"])})


def table(costs: Costs, beside: str) -> str:
    """A row a tool; in brackets how many times what ``beside`` takes."""
    base = middle(costs[beside])
    lines = ["| | wall s | CPU s | memory MB | output MB | files |", "|---|---|---|---|---|---|"]
    for name, runs in costs.items():
        cost = middle(runs)
        if cost.fault:
            lines.append(f"| {name} | {cost.fault} | | | | |")
            continue
        cells = [
            figure(cost.wall, base.wall),
            figure(cost.cpu, base.cpu),
            figure(cost.memory, base.memory) + indexer(cost),
            figure(cost.output / 1e6, base.output / 1e6),
            f"{cost.files:,}",
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def figure(value: float, base: float) -> str:
    """A figure and its ratio."""
    return f"{value:.1f} ({value / base:.2f}×)" if base else f"{value:.1f}"


def indexer(cost: Cost) -> str:
    """The memory of the search indexer, where there is one."""
    return f" + {cost.indexer:.0f} indexer" if cost.indexer else ""


def growth(small: Costs, large: Costs) -> str:
    """How many times as much each tool takes at the larger size."""
    lines = ["| | wall | CPU | memory | output |", "|---|---|---|---|---|"]
    for name in small:
        if name not in large:
            continue
        before, after = middle(small[name]), middle(large[name])
        if before.fault or after.fault:
            continue
        names = ("wall", "cpu", "memory", "output")
        cells = [f"{getattr(after, n) / max(getattr(before, n), 0.01):.1f}×" for n in names]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)
