import type { RunState, RunStatus } from "@epochal/conclusions";
import type { JournalWriter } from "@epochal/record";
import { type FoundGone, foundGone } from "./found-gone.ts";
import type { WriterState } from "./probe-writer.ts";
import type { ProcessWriter } from "./this-process.ts";
import type { Watch } from "./watch.ts";

/** What a status is computed from. */
export interface RunLease {
  /** How the run ended, as it said itself; null while it has not. */
  readonly state: string | null;
  readonly reason: string | null;
  /** How its process was found to be gone, once and for all; null while nobody has found it so. */
  readonly gone?: FoundGone | null;
  readonly seenMs: number;
  /** How long the writer's machine had been awake at its last heartbeat; null where it did not say. */
  readonly seenUpMs: number | null;
  /** Whether its times were given by who recorded it: then they do not show when it was last heard of. @default false */
  readonly dated?: boolean;
  readonly writer: JournalWriter;
  /** When the server last heard of who sends it, by the server's clock; null or absent where nobody sends it. */
  readonly heardMs?: number | null;
  /** How the reader's clock has seen that heartbeat; absent where nobody has looked yet. */
  readonly watch?: Watch;
}

/** How often in a row what is sent may miss the time that a run here may be silent: a page in the background wakes once a minute. */
const sentSilence = 2;
/** The same for a run that counts as lost. */
const lostSilence = 30;

/** Why a run counts as killed. */
const goneReasons: Readonly<Record<FoundGone, string>> = {
  gone: "its process is gone",
  thread_gone: "its thread was ended",
  restarted: "its machine was started anew",
};

/** The time and the machine of the reader. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  /** How long this machine has been awake. */
  readonly awake: number;
  /** The reader's process. */
  readonly here: ProcessWriter;
  /** For how long a run may be silent. */
  readonly silentMs: number;
}

/**
 * How a run stands: as it said itself, else by whether its process exists and when it was last heard of.
 *
 * On the writer's own machine silence is counted by a clock that nobody sets and that stands still while the machine sleeps.
 * For another machine only the reader's own clock proves anything: until it has run for long enough, wall-clock times give an
 * estimate, and no reason to call a run killed.
 *
 * @param probe finds out whether the process of a writer exists
 */
export function runStatus(
  lease: RunLease,
  moment: Moment,
  probe: (writer: JournalWriter) => WriterState,
): RunStatus {
  const { state, reason, gone = null, heardMs = null, seenMs, writer } = lease;
  const lastSeenAt = new Date(heardMs ?? seenMs);
  if (state !== null) {
    return { state: state as RunState, ...(reason !== null && { reason }), lastSeenAt };
  }
  const told = (state: RunState, reason: string) => ({ state, reason, lastSeenAt });
  if (gone !== null) return told("killed", goneReasons[gone]);
  if (heardMs !== null) return { ...statusOfSent(heardMs, writer, moment), lastSeenAt };
  const process = probe(writer);
  const isGone = foundGone(process, lease.watch, moment.silentMs);
  if (isGone !== undefined) return told("killed", goneReasons[isGone]);
  if (process === "suspended") return told("stalled", "its process is suspended");
  const silent = process === "alive" ? silenceHere(lease, moment) : silenceAfar(lease, moment);
  if (Math.abs(silent) <= moment.silentMs) return { state: "running", lastSeenAt };
  const where = whereItRan(process, writer);
  return silent > 0
    ? told("stalled", `not heard of for ${duration(silent)}${where}`)
    : told("stalled", `its clock is ${duration(-silent)} ahead of this one${where}`);
}

/** By the server's clock alone: what the sender's says may be wrong, and its machine cannot be asked. */
function statusOfSent(
  heardMs: number,
  { host }: JournalWriter,
  { now, silentMs }: Moment,
): { readonly state: RunState; readonly reason?: string } {
  // A clock that was set back must not let it run for ever.
  const silent = Math.abs(now - heardMs);
  if (silent <= sentSilence * silentMs) return { state: "running" };
  const where = host === undefined ? "its page" : `its machine, ${host},`;
  const state = isLost(heardMs, now, silentMs) ? "lost" : "stalled";
  return { state, reason: `${where} was not heard of for ${duration(silent)}` };
}

/** Whether so little was heard of a run that is sent that nobody need wait for more. */
export function isLost(heardMs: number, now: number, silentMs: number): boolean {
  return Math.abs(now - heardMs) > lostSilence * silentMs;
}

function silenceHere({ seenMs, seenUpMs, dated }: RunLease, { now, awake }: Moment): number {
  // Where the clock was set back, the run counts as just heard of.
  if (seenUpMs === null && dated === true) return 0;
  return seenUpMs === null ? Math.max(0, now - seenMs) : awake - seenUpMs;
}

function silenceAfar(lease: RunLease, moment: Moment): number {
  const { watch, seenMs, seenUpMs, writer } = lease;
  const onTheWall = lease.dated === true ? 0 : moment.now - seenMs;
  if (watch !== undefined && hasStoodStill(lease, moment)) {
    return Math.max(onTheWall, watch.forMs, moment.silentMs + 1);
  }
  if (watch?.state === "moved") return watch.forMs;
  return seenUpMs !== null && hasOurClock(writer, moment) ? moment.awake - seenUpMs : onTheWall;
}

function hasStoodStill({ watch }: RunLease, { silentMs }: Moment): boolean {
  return watch !== undefined && (watch.state === "still" || watch.forMs > silentMs);
}

/** Another container of this machine: the same kernel. */
function hasOurClock({ bootId, pidSpace }: JournalWriter, { here }: Moment): boolean {
  return bootId === here.bootId && pidSpace !== undefined && pidSpace !== here.pidSpace;
}

function whereItRan(process: WriterState, { kind, host }: JournalWriter): string {
  if (process === "alive") return ", though its process lives";
  return process === "restarted"
    ? "; its machine was started anew, or another one has its name"
    : `; it ran ${host === undefined ? `in a ${kind ?? "place"}` : `on ${host}`}, which cannot be asked from here`;
}

function duration(ms: number): string {
  if (ms < 60_000) return `${Math.floor(ms / 1000)} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
