const LONGEST = 100;

/** The name most like `wanted`, or undefined where none is like it. */
export function closestName(wanted: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distance(wanted, name) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(2, Math.floor(wanted.length / 3))
    ? best.name
    : undefined;
}

function distance(a: string, b: string): number {
  if (plain(a) === plain(b)) {
    return 0;
  }
  // `val_accuracy` is what others call `val_acc`.
  if (b.length >= 3 && a.startsWith(b)) {
    return 1;
  }
  return a.length > LONGEST || b.length > LONGEST
    ? Number.POSITIVE_INFINITY
    : editDistance(plain(a), plain(b));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
