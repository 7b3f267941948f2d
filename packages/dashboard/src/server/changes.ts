import "server-only";
import type { Store } from "@epochal/store";
import { onceAProcess } from "./once-a-process.ts";
import { wholeStore } from "./store.ts";

export interface Change {
  readonly revision: number;
  readonly runs: readonly string[];
}

type Listener = (change: Change) => void;

const POLL_MS = 250;
/** How often the server looks at the runs that say they are alive: a process that was killed writes nothing. */
const ALIVE_MS = 2000;
/** How often a page hears of a run that only says that it is alive. */
const AGES_MS = 10_000;

/** Looks for changes once for all pages that are open, and not at all while there are none. */
class ChangeWatch {
  readonly #listeners = new Set<Listener>();
  #isLooking = false;
  #revision = 0;
  #states = new Map<string, string>();
  #aliveAt = 0;
  #agesAt = 0;

  /** Tells of every change after `since`, or from now on, until the returned function is called. */
  async listen(since: number | undefined, listener: Listener): Promise<() => void> {
    const open = await wholeStore();
    // It listens with the others from here on. What happens while the server looks for missed changes is told twice rather than never.
    this.#listeners.add(listener);
    try {
      const missed = await open.listChanges(since);
      if (!this.#isLooking) {
        this.#revision = missed.revision;
        this.#isLooking = true;
        this.#turn();
      }
      if (since !== undefined && missed.runs.length > 0) tell(listener, missed);
    } catch (error) {
      this.#listeners.delete(listener);
      throw error;
    }
    return () => this.#listeners.delete(listener);
  }

  #turn(): void {
    const again = async () => {
      await this.#untilChanged();
      this.#isLooking = this.#listeners.size > 0;
      if (!this.#isLooking) return;
      await this.#look();
    };
    // A database that is locked for a moment is asked again.
    void again()
      .catch(() => pause(POLL_MS))
      .then(() => this.#isLooking && this.#turn());
  }

  /** Or until it is time to look who lives. */
  async #untilChanged(): Promise<void> {
    const open = await wholeStore();
    await open.waitForChange(this.#revision, { timeoutMs: ALIVE_MS });
  }

  async #look(): Promise<void> {
    const open = await wholeStore();
    const { revision, runs } = await open.listChanges(this.#revision);
    this.#revision = revision;
    // Listeners hear it before anything else is read. Reading may fail, and nobody finds the same changes a second time.
    this.#tell(runs);
    if (Date.now() >= this.#aliveAt) this.#tell(await this.#changedStates(open));
  }

  #tell(runs: readonly string[]): void {
    if (runs.length === 0) return;
    const change = { revision: this.#revision, runs };
    for (const listener of [...this.#listeners]) tell(listener, change);
  }

  async #changedStates(open: Store): Promise<string[]> {
    this.#aliveAt = Date.now() + ALIVE_MS;
    const { runs } = await open.listRuns({
      where: "status in (running, stalled)",
      with: {},
      limit: Number.MAX_SAFE_INTEGER,
    });
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

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A listener that throws keeps no other from hearing. */
function tell(listener: Listener, change: Change): void {
  try {
    listener(change);
  } catch (error) {
    const { message } = error as Error;
    process.emitWarning(`A page could not be told of a change: ${message}`, "EpochalWarning");
  }
}

/** The one that looks for this process. */
export function changes(): ChangeWatch {
  return onceAProcess("changes", () => new ChangeWatch());
}
