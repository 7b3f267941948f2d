/** The name most like `wanted`, or undefined where none is like it. */
export function closestName(wanted: string, names: readonly string[]): string | undefined {
  if (wanted.length > LONGEST) return undefined;
  const [best] = names
    .map((name) => ({ name, distance: editDistance(plain(wanted), plain(name)) }))
    .sort((a, b) => a.distance - b.distance);
  const most = Math.max(2, Math.floor(wanted.length / 3));
  return best !== undefined && best.distance <= most ? best.name : undefined;
}

const LONGEST = 100;

/** `from_epoch` and `fromEpoch` are spelled alike. */
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
