import "server-only";
import type { Store } from "@epochal/store";
import { store } from "./store.ts";

export interface Change {
  readonly revision: number;
  readonly runs: readonly string[];
}

type Listener = (change: Change) => void;

const POLL_MS = 250;
/** How often the runs that say they are alive are looked at: a process that was killed writes nothing. */
const ALIVE_MS = 2000;
/** How often a page hears of runs of which nothing is new but that they live. */
const AGES_MS = 10_000;
const MOST_ALIVE = 1000;

/** Looks for changes once for all pages that are open, and not at all while there are none. */
class Changes {
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | undefined;
  #revision = 0;
  #states = new Map<string, string>();
  #aliveAt = 0;
  #agesAt = 0;

  /** Tells of every change after `since`, or from now on, until the returned function is called. */
  async listen(since: number | undefined, listener: Listener): Promise<() => void> {
    const open = await store();
    // From here on this listener is served with the others; what it has missed before is told first, and some of it twice
    // rather than never.
    const missed = await open.listChanges(since);
    if (this.#listeners.size === 0) this.#revision = missed.revision;
    this.#listeners.add(listener);
    if (since !== undefined && missed.runs.length > 0) listener(missed);
    if (this.#listeners.size === 1) this.#turn();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearTimeout(this.#timer);
    };
  }

  #turn(): void {
    clearTimeout(this.#timer);
    if (this.#listeners.size === 0) return;
    this.#timer = setTimeout(() => {
      // A database that is locked for a moment is asked again.
      this.#look().then(
        () => this.#turn(),
        () => this.#turn(),
      );
    }, POLL_MS);
  }

  async #look(): Promise<void> {
    const open = await store();
    const { revision, runs } = await open.listChanges(this.#revision);
    this.#revision = revision;
    const ended = Date.now() >= this.#aliveAt ? await this.#changedStates(open) : [];
    if (runs.length === 0 && ended.length === 0) return;
    const change = { revision, runs: [...new Set([...runs, ...ended])] };
    for (const listener of this.#listeners) listener(change);
  }

  async #changedStates(open: Store): Promise<string[]> {
    this.#aliveAt = Date.now() + ALIVE_MS;
    const { runs } = await open.listRuns({ states: ["running", "stalled"], limit: MOST_ALIVE });
    const now = new Map<string, string>(runs.map((run) => [run.id, run.status.state]));
    const before = this.#states;
    this.#states = now;
    const changed = [...before].filter(([id, state]) => now.get(id) !== state).map(([id]) => id);
    // A heartbeat changes nothing but the age that a page shows.
    const isDue = Date.now() >= this.#agesAt;
    if (isDue) this.#agesAt = Date.now() + AGES_MS;
    return isDue ? [...changed, ...now.keys()] : changed;
  }
}

const kept = globalThis as typeof globalThis & { epochalChanges?: Changes };

/** The one that looks for this process. */
export function changes(): Changes {
  kept.epochalChanges ??= new Changes();
  return kept.epochalChanges;
}
