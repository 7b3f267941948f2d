import { formatAge } from "../format/format-age.ts";
import { formatDuration } from "../format/format-duration.ts";
import { statusParts, type ToldRun } from "./status-parts.ts";

/** What of a run its row needs, with times in milliseconds since 1970. */
export interface DatedRun extends ToldRun {
  readonly status: ToldRun["status"] & { readonly lastSeenAt: number };
  /** Absent while it runs. */
  readonly endedAt?: number;
}

export type StatusTone = "muted" | "accent" | "warn" | "bad";

/** How a run stands or ended, in words. */
export interface StatusWords {
  readonly text: string;
  /** Its state alone, where a row says something else beside it: `finished`. Absent where the rest matters more. */
  readonly brief?: string;
  readonly tone: StatusTone;
  /** How long ago it ended, or last wrote something: `3 min ago`. Absent where the time is not known yet. */
  readonly age?: string;
}

/**
 * How a run stands or ended, as the second line of its row says it. Without `now` it
 * leaves out for how long a run has been silent.
 */
export function describeStatus(run: DatedRun, now?: number): StatusWords {
  const words = withoutAge(run, now);
  // The words of a stalled run say it already.
  if (now === undefined || run.status.state === "stalled") return words;
  return { ...words, age: formatAge(run.endedAt ?? run.status.lastSeenAt, now) };
}

function withoutAge(run: DatedRun, now: number | undefined): StatusWords {
  const { state, where, epochs, reason, diverged } = statusParts(run);
  if (diverged && run.status.state !== "failed" && run.status.state !== "killed") {
    return { text: `diverged · ${diverged}`, tone: "bad" };
  }
  const far = where === undefined ? state : `${state} ${where}`;
  switch (run.status.state) {
    case "running":
      return { text: where === undefined ? state : `${state} · ${goingOn(where)}`, tone: "accent" };
    case "stalled":
      return { text: `stalled${silence(run.status.lastSeenAt, now)}`, tone: "warn" };
    case "stopped_early":
      return { text: far, brief: state, tone: "muted" };
    case "failed":
      return { text: reason ? `failed: ${reason}` : "failed", tone: "bad" };
    case "killed":
      return { text: `${far}: ${reason ?? "its process is gone"}`, tone: "bad" };
    case "closed":
    case "lost":
      return { text: far, brief: state, tone: "warn" };
    case "interrupted":
      return { text: reason ? `${far}: ${reason}` : far, tone: "warn" };
    case "finished":
      return {
        text: epochs === undefined ? state : `${state} · ${epochs}`,
        brief: state,
        tone: "muted",
      };
  }
}

/** A run that goes on has no end: `11 epochs` rather than `after 11 epochs`. */
const goingOn = (where: string) => where.replace(/^after /, "");

function silence(lastSeenAt: number, now: number | undefined): string {
  if (now === undefined || now < lastSeenAt) return "";
  return ` ${formatDuration(Math.round((now - lastSeenAt) / 1000) * 1000)}`;
}
