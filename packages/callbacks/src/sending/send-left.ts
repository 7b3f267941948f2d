import { type IngestTarget, Pauses, postLines } from "@epochal/record";
import type { Outbox } from "../outbox/outbox.ts";
import { readKept } from "../outbox/read-kept.ts";
import type { Problems } from "./problems.ts";
import { later } from "./timers.ts";

export interface SendLeftArgs {
  readonly target: IngestTarget;
  readonly outbox: Outbox;
  readonly problems: Problems;
}

/**
 * Sends what earlier pages or processes have left in the outbox: each journal by one program at a time, and none whose program lives.
 * Never throws.
 */
export async function sendLeft(args: SendLeftArgs): Promise<void> {
  try {
    for (const journal of await args.outbox.list()) {
      const letGo = await args.outbox.claim(journal);
      if (letGo === undefined) continue;
      await sendJournal(args, journal).finally(letGo);
    }
  } catch (error) {
    const words = `What earlier pages have left cannot be sent: ${String(error)}.`;
    args.problems.report("left", words);
  }
}

async function sendJournal({ target, outbox, problems }: SendLeftArgs, journal: string) {
  const pauses = new Pauses();
  let from = await outbox.first(journal, 0);
  if (from === undefined) {
    // All of it is there. That nothing more will come is not, where the page could not say it.
    await postLines(target, { journal, from: 0, text: "", isClosing: true });
    return outbox.remove(journal);
  }
  for (;;) {
    const chunk = await readKept(outbox, journal, from);
    if (chunk === undefined) return outbox.remove(journal);
    const { text, bytes } = chunk;
    const answer = await postLines(target, { journal, from, text, isClosing: true });
    if (answer.kind === "taken") {
      pauses.reset();
      if (answer.taken >= from + bytes) await outbox.forget(journal, from + bytes);
      from = answer.taken;
    } else if (answer.kind === "later") {
      await new Promise<void>((resolve) => later(resolve, pauses.next(answer.afterMs)));
    } else {
      problems.report(
        `refused ${journal}`,
        `${target.url} refuses what an earlier page has left: ${answer.reason}.`,
      );
      return outbox.remove(journal);
    }
  }
}
