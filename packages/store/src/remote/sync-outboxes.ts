import { Pauses } from "@epochal/record";
import { usualLease } from "../lease/lease.ts";
import { Problems } from "../problems.ts";
import { remoteTarget } from "./open-remote-store.ts";
import { type Outbox, outboxesIn } from "./outbox-folder.ts";
import { SendOutbox } from "./send-outbox.ts";

export interface SyncArgs {
  /** The folder in which runs wait. @default `EPOCHAL_OUTBOX`, else `.epochal/outbox` of the working directory */
  readonly folder?: string;
  /** Only what is for this address. @default all */
  readonly url?: string;
  /** @default the environment's `EPOCHAL_TOKEN` */
  readonly token?: string;
  /** How often a dashboard is asked that does not answer. @default 5 */
  readonly tries?: number;
  readonly onProblem: (words: string) => void;
}

/** What was sent to one dashboard. */
export interface Synced {
  readonly url: string;
  /** Where its runs wait. */
  readonly folder: string;
  /** How many journals are there as a whole, and were removed here. */
  readonly journals: number;
  readonly bytes: number;
  /** How many still wait, because their programs run, or the dashboard does not take them. */
  readonly waiting: number;
  /** Why the dashboard took nothing more; absent where it took all. */
  readonly fault?: string;
}

/**
 * Sends what earlier programs have left for dashboards that they could not reach. Twice, or at the same time, changes nothing: a
 * dashboard takes in each line once.
 *
 * @throws StoreError `invalid_location` where there is no token
 */
export async function syncOutboxes(args: SyncArgs): Promise<readonly Synced[]> {
  const { folder, url, token } = args;
  const wanted = url === undefined ? undefined : remoteTarget(url, token).url;
  const outboxes = outboxesIn(folder).filter((each) => wanted === undefined || each.url === wanted);
  return Promise.all(outboxes.map((outbox) => sync(outbox, args)));
}

async function sync(outbox: Outbox, { token, tries = 5, onProblem }: SyncArgs): Promise<Synced> {
  const target = remoteTarget(outbox.url, token);
  const problems = new Problems(({ message }) => onProblem(message));
  const sending = new SendOutbox({
    ...{ target, folder: outbox.folder, lease: usualLease, problems, isAsked: true },
  });
  const pauses = new Pauses();
  let fault: string | undefined;
  for (let left = tries; left > 0; left--) {
    try {
      await sending.turn();
      fault = undefined;
      break;
    } catch (error) {
      fault = (error as Error).message;
      if (left > 1)
        await new Promise((resolve) => setTimeout(resolve, pauses.next(sending.pauseMs)));
    }
  }
  const { journals, bytes, waiting } = sending;
  return { ...outbox, journals, bytes, waiting, ...(fault !== undefined && { fault }) };
}
