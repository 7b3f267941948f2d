import { formatShare } from "@epochal/conclusions";
import type { Store, Unfolded } from "@epochal/store";
import { printAside } from "../terminal/print.ts";

/** How long a command waits until the store has folded what killed processes left, and how long if nothing moves. */
const longestMs = 30_000;
const stuckMs = 5_000;
const pauseMs = 500;

/**
 * Waits until the store has folded what killed processes logged, and says on stderr how far it is. If that takes long, the command
 * goes on with what there is.
 */
export async function waitForFolding(store: Store): Promise<void> {
  const end = Date.now() + longestMs;
  let { unfolded } = await store.listChanges();
  let moved = { at: Date.now(), bytes: unfolded?.bytes };
  let told = "";
  while (unfolded !== undefined) {
    const now = Date.now();
    if (unfolded.bytes !== moved.bytes) moved = { at: now, bytes: unfolded.bytes };
    const text = foldingText(unfolded);
    if (text !== told) printAside(`${text}\n`);
    told = text;
    if (now >= end || now - moved.at >= stuckMs) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    ({ unfolded } = await store.listChanges());
  }
  if (unfolded !== undefined) {
    printAside("What is not folded yet is missing below. Ask again later.\n");
  }
}

function foldingText({ bytes, total }: Unfolded): string {
  // Never all of it while something is left.
  const folded = Math.floor(100 * (1 - bytes / total)) / 100;
  return `folding what killed processes left: ${formatShare(folded)}`;
}
