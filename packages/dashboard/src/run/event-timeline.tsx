import { eventWords } from "@epochal/store/verdict";
import type { RunView } from "../data/run-json.ts";
import { formatDuration } from "../format/format-duration.ts";

type RunEvent = RunView["events"][number]["event"];

const TONES: Partial<Record<RunEvent["type"], string>> = {
  stopped_early: "bg-text",
  non_finite: "bg-bad",
  warning: "bg-warn",
  tensor_leak: "bg-warn",
  partial_epoch: "bg-warn",
  recording_thinned: "bg-warn",
  request: "bg-accent",
  note: "bg-accent",
  checkpoint: "bg-good",
  weights_restored: "bg-good",
};
const ENDINGS: Partial<Record<RunView["status"]["state"], string>> = {
  failed: "bg-bad",
  killed: "bg-bad",
  interrupted: "bg-warn",
  stalled: "bg-warn",
  running: "bg-accent",
};
const QUIET = new Set<RunEvent["type"]>([
  "early_stopping",
  "histogram",
  "graph",
  "card",
  "resumed",
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
      <div
        role="img"
        aria-label={`Time line: ${told.length} events in ${formatDuration(end - run.startedAt)}, listed below`}
        className="relative h-6"
      >
        {run.segments.map(({ segment, startedAt, endedAt, status }) => (
          <span
            key={segment}
            title={`segment ${segment + 1}: ${status.state.replaceAll("_", " ")}`}
            className={`absolute top-2.5 h-1 min-w-1 rounded-full opacity-50 ${ENDINGS[status.state] ?? "bg-line-strong"}`}
            style={{
              left: at(startedAt),
              right: `calc(100% - ${at(endedAt ?? status.lastSeenAt)})`,
            }}
          />
        ))}
        {told.map(({ at: time, event }, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added at the end
            key={i}
            title={eventWords(event)}
            className={`absolute top-1.5 -ml-1 size-3 rounded-full border-2 border-surface ${TONES[event.type] ?? "bg-muted"}`}
            style={{ left: at(time) }}
          />
        ))}
      </div>
      <p className="flex justify-between text-faint text-small">
        <span>start</span>
        <span>+{formatDuration(end - run.startedAt)}</span>
      </p>
    </div>
  );
}
