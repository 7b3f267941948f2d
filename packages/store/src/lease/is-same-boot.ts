const derived = /^boot:(\d+)$/;

/** Whether two boot ids are of one start of a machine. Derived ones differ by what the clock was set right in between. */
export function isSameBoot(a: string, b: string): boolean {
  if (a === b) return true;
  const [, first] = derived.exec(a) ?? [];
  const [, second] = derived.exec(b) ?? [];
  if (first === undefined || second === undefined) return false;
  return Math.abs(Number(first) - Number(second)) <= 120;
}
