"""Records what SciPy makes of samples, for statistics.test.ts.

pip install scipy==1.17.1; python statistics.py > statistics.json
"""

import json

import numpy as np
from scipy import stats

rng = np.random.default_rng(7)


def t_quantiles():
    ps = [1e-6, 0.001, 0.025, 0.3, 0.5, 0.6, 0.9, 0.95, 0.975, 0.995, 0.999999]
    dfs = [0.5, 1, 1.37, 2, 2.9, 3, 4, 7.25, 10, 29, 39.9, 41, 100, 1234.5, 1e4, 1e5]
    return [{"p": p, "df": df, "t": float(stats.t.ppf(p, df))} for df in dfs for p in ps]


def samples():
    rows = [
        [1.0], [1.0, 2.0], [2.0, 2.0, 2.0], [3.0, 1.0, 2.0, 5.0],
        (1e8 + 1e-3 * rng.standard_normal(50)).tolist(),
        (1e-12 * rng.standard_normal(9)).tolist(),
        rng.standard_cauchy(30).tolist(),
        rng.integers(0, 4, 25).astype(float).tolist(),
    ]
    for values in rows:
        n = len(values)
        row = {
            "values": values, "mean": float(np.mean(values)), "median": float(np.median(values)),
            "quartiles": [float(q) for q in np.quantile(values, [0.25, 0.75], method="linear")],
        }
        if n > 1:
            sd = float(np.std(values, ddof=1))
            row |= {"sd": sd, "se": float(stats.sem(values))}
            if sd > 0:
                low, high = stats.t.interval(0.95, n - 1, loc=np.mean(values), scale=stats.sem(values))
                row |= {"interval": [float(low), float(high)]}
        yield row


def welch():
    shapes = [(2, 2, 1, 1), (5, 9, 1, 3), (30, 4, 0.01, 5), (50, 50, 1, 1), (3, 100, 1e-6, 1e-6)]
    for n, m, s, u in shapes:
        a, b = rng.normal(1, s, n), rng.normal(1.5, u, m)
        found = stats.ttest_ind(b, a, equal_var=False)
        low, high = found.confidence_interval(0.95)
        yield {"a": a.tolist(), "b": b.tolist(), "difference": float(b.mean() - a.mean()),
               "low": float(low), "high": float(high), "df": float(found.df)}


def ranks():
    for n, kind in [(4, "few"), (12, "linear"), (40, "ties"), (200, "noise"), (25, "falls"), (9, "exact")]:
        x = rng.integers(0, 5, n) if kind == "ties" else rng.standard_normal(n)
        y = {"noise": rng.standard_normal(n), "falls": -(x**3) + 0.3 * rng.standard_normal(n),
             "exact": np.exp(x)}.get(kind, x + rng.standard_normal(n))
        rho = float(stats.spearmanr(x, y).statistic)
        row = {"x": x.tolist(), "y": y.tolist(), "rho": rho}
        if abs(rho) < 1 - 1e-12:
            reach = stats.norm.ppf(0.975) * np.sqrt((1 + rho**2 / 2) / (n - 3))
            row |= {"low": float(np.tanh(np.arctanh(rho) - reach)), "high": float(np.tanh(np.arctanh(rho) + reach))}
        yield row


print(json.dumps({"t": t_quantiles(), "samples": list(samples()), "welch": list(welch()), "ranks": list(ranks())}))
