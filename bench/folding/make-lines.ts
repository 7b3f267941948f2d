const keys = ["loss", "accuracy", "auc", "precision", "recall"].flatMap((key) => [
  key,
  `val_${key}`,
]);

/** How many values each line has. */
export const valuesOfLine = keys.length;

/** The line that starts a run. @param writer who records it */
export function startOf(run: string, writer: object): string {
  const start = {
    type: "run",
    run,
    at: 1,
    project: "bench",
    config: {},
    tags: [],
    notes: "",
    writer,
  };
  return JSON.stringify(start);
}

/** Lines of a run as `log()` writes them, ten values each, of the steps from one to before another. */
export function makeLines(run: string, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, i) => {
    const step = from + i;
    const values = Object.fromEntries(keys.map((key, k) => [key, Math.sin(step * (k + 1)) ** 2]));
    return JSON.stringify({
      type: "values",
      run,
      at: 1_800_000_000_000 + step,
      step,
      epoch: step / 100,
      values,
    });
  });
}
