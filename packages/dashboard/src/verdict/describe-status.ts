import type { RunView } from "../data/run-json.ts";
import { formatAge } from "../format/format-age.ts";
import { divergenceWords } from "./divergence-words.ts";
import { lastEpoch } from "./last-epoch.ts";

export type StatusTone = "muted" | "accent" | "warn" | "bad";

/** How a run stands or ended, in words. */
export interface StatusWords {
  readonly text: string;
  readonly tone: StatusTone;
  /** How long ago it ended, or was heard of: `3 min ago`. Absent where the time is not known yet. */
  readonly age?: string;
}

/**
 * How a run stands or ended, as the second line of its row says it. `now` is needed to say for how long a run has been
 * silent; without it that is left out.
 */
export function describeStatus(run: RunView, now?: number): StatusWords {
  const words = withoutAge(run, now);
  // A stalled run's words say it.
  if (now === undefined || run.status.state === "stalled") return words;
  return { ...words, age: formatAge(run.endedAt ?? run.status.lastSeenAt, now) };
}

function withoutAge(run: RunView, now: number | undefined): StatusWords {
  const { state, reason } = run.status;
  const broken = divergenceWords(run);
  if (broken && state !== "failed" && state !== "killed") {
    return { text: `diverged · ${broken}`, tone: "bad" };
  }
  const epoch = lastEpoch(run);
  switch (state) {
    case "running":
      return { text: `running${at(" · epoch", epoch)}`, tone: "accent" };
    case "stalled":
      return { text: `stalled${silence(run.status.lastSeenAt, now)}`, tone: "warn" };
    case "stopped_early":
      return { text: `stopped early${at(" at epoch", stoppedAt(run) ?? epoch)}`, tone: "muted" };
    case "failed":
      return { text: reason ? `failed: ${reason}` : "failed", tone: "bad" };
    case "killed":
      return { text: `killed${at(" in epoch", epoch)}: its process is gone`, tone: "bad" };
    case "interrupted":
      return {
        text: `interrupted${reason ? `: ${reason}` : at(" at epoch", epoch)}`,
        tone: "warn",
      };
    case "finished":
      return {
        text: epoch === undefined ? "finished" : `finished · ${epochs(epoch + 1)}`,
        tone: "muted",
      };
  }
}

const at = (words: string, epoch: number | undefined) =>
  epoch === undefined ? "" : `${words} ${epoch}`;

const epochs = (count: number) => (count === 1 ? "1 epoch" : `${count} epochs`);

function stoppedAt(run: RunView): number | undefined {
  for (const { event } of run.events) if (event.type === "stopped_early") return event.epoch;
  return undefined;
}

function silence(lastSeenAt: number, now: number | undefined): string {
  if (now === undefined || now < lastSeenAt) return "";
  const seconds = Math.round((now - lastSeenAt) / 1000);
  if (seconds < 90) return ` ${seconds} s`;
  if (seconds < 90 * 60) return ` ${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return ` ${Math.round(seconds / 3600)} h`;
  return ` ${Math.round(seconds / 86_400)} days`;
}
