const waiting = new Set<() => void>();

/** Draws one chart a frame, in the order in which they ask: all of them at once would cost the page a frame. */
export function inTurn(draw: () => void): void {
  waiting.add(draw);
  if (waiting.size === 1) requestAnimationFrame(next);
}

function next(): void {
  const [draw] = waiting;
  if (draw === undefined) return;
  waiting.delete(draw);
  if (waiting.size > 0) requestAnimationFrame(next);
  draw();
}
