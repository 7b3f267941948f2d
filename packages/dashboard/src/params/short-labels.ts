/**
 * What params are called where there is little room: `optimizer.learningRate` is `lr`, others keep their last part; those that would be called
 * alike keep their path.
 *
 * @returns the label of each path
 */
export function shortLabels(paths: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(shortKey(path), (counts.get(shortKey(path)) ?? 0) + 1);
  return new Map(
    paths.map((path) => {
      const short = shortKey(path);
      return [path, counts.get(short) === 1 ? short : path];
    }),
  );
}

function shortKey(path: string): string {
  const last = path.slice(path.lastIndexOf(".") + 1);
  return /^(learning_?rate|lr)$/i.test(last) ? "lr" : last;
}
