const latest = 8.64e15;

/** A date, or epoch milliseconds, as whole milliseconds; undefined where it is neither, or before 1970. */
export function readTime(time: unknown): number | undefined {
  const ms = time instanceof Date ? time.getTime() : time;
  return typeof ms === "number" && ms >= 0 && ms <= latest ? Math.trunc(ms) : undefined;
}

/** @throws TypeError where it is none */
export function mustReadTime(what: string, time: unknown): number {
  const ms = readTime(time);
  if (ms !== undefined) return ms;
  throw new TypeError(
    `${what} must be a date, or milliseconds since 1970. Received: ${String(time).slice(0, 100)}`,
  );
}
