import { fillGap } from "./fill-gap.ts";
import type { KeptChunk, Outbox } from "./outbox.ts";

/**
 * The lines of a journal from a byte on; where the outbox has lost them, such as by a user who cleared it, a line in their place.
 *
 * @returns undefined where nothing is kept from there on
 */
export async function readKept(
  outbox: Outbox,
  journal: string,
  from: number,
): Promise<KeptChunk | undefined> {
  const kept = await outbox.read(journal, from);
  if (kept !== undefined) return kept;
  const next = await outbox.first(journal, from + 1);
  return next === undefined ? undefined : fillGap(from, await outbox.read(journal, next));
}
