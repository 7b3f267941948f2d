import { counted, eventWords, formatDuration } from "@epochal/conclusions";
import type { RunView } from "../wire/run-json.ts";

type RunEvent = RunView["events"][number]["event"];

const TONES: Partial<Record<RunEvent["type"], string>> = {
  stopped_early: "fill-text",
  non_finite: "fill-bad",
  warning: "fill-warn",
  tensor_leak: "fill-warn",
  partial_epoch: "fill-warn",
  recording_thinned: "fill-warn",
  request: "fill-accent",
  note: "fill-accent",
  checkpoint: "fill-good",
  weights_restored: "fill-good",
};
const ENDINGS: Partial<Record<RunView["status"]["state"], string>> = {
  failed: "stroke-bad",
  killed: "stroke-bad",
  interrupted: "stroke-warn",
  stalled: "stroke-warn",
  running: "stroke-accent",
};
const QUIET = new Set<RunEvent["type"]>([
  "early_stopping",
  "histogram",
  "graph",
  "card",
  "resumed",
  "fit",
  "output",
]);

/** What happened when: the segments of the run as bars, its decisions and incidents as points on them. */
export function EventTimeline({ run }: { readonly run: RunView }) {
  const told = run.events.filter(({ event }) => !QUIET.has(event.type));
  const ends = run.segments.map(({ endedAt, status }) => endedAt ?? status.lastSeenAt);
  const end = Math.max(run.startedAt + 1, ...ends);
  if (told.length === 0 && run.segments.length < 2) return null;
  const at = (time: number) =>
    `${Math.min(100, Math.max(0, (100 * (time - run.startedAt)) / (end - run.startedAt)))}%`;
  return (
    <div className="mb-3">
      <svg
        role="img"
        aria-label={`Time line: ${counted(told.length, "event")} in ${formatDuration(end - run.startedAt)}, listed below`}
        className="h-6 w-full overflow-visible"
      >
        {run.segments.map(({ segment, startedAt, endedAt, status }) => (
          <line
            key={segment}
            x1={at(startedAt)}
            x2={at(endedAt ?? status.lastSeenAt)}
            y1="12"
            y2="12"
            strokeWidth="4"
            strokeLinecap="round"
            className={`opacity-50 ${ENDINGS[status.state] ?? "stroke-line-strong"}`}
          >
            <title>{`segment ${segment + 1}: ${status.state.replaceAll("_", " ")}`}</title>
          </line>
        ))}
        {told.map(({ at: time, event }, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added at the end
            key={i}
            cx={at(time)}
            cy="12"
            r="5"
            strokeWidth="2"
            className={`stroke-surface ${TONES[event.type] ?? "fill-muted"}`}
          >
            <title>{eventWords(event)}</title>
          </circle>
        ))}
      </svg>
      <p className="flex justify-between text-faint text-small">
        <span>start</span>
        <span>+{formatDuration(end - run.startedAt)}</span>
      </p>
    </div>
  );
}
