import {
  counted,
  epochWords,
  eventWords,
  formatDuration,
  mostToldFits,
  statusParts,
  stretchesOfFits,
} from "@epochal/conclusions";
import { Panel } from "../ui/panel.tsx";
import type { RunView } from "../wire/run-json.ts";
import { endingWords } from "./ending-words.ts";
import { EventTimeline } from "./event-timeline.tsx";
import { NoteForm } from "./note-form.tsx";

const FOLDED = new Set<string>(["early_stopping", "histogram", "card", "output"]);

/** What happened in a run, in order; the trace of early stopping folded away. */
export function EventList({ run }: { run: RunView }) {
  const trace = run.events.filter(({ event }) => event.type === "early_stopping");
  const traced = new Set(trace.map(({ event }) => event.epoch)).size;
  const fits = run.events.filter(({ event }) => event.type === "fit");
  // Nobody needs to hear that a run began.
  const isOneFit = stretchesOfFits(run.events.map(({ event }) => event)).length === 1;
  const isToldOfFits = !isOneFit && fits.length <= mostToldFits;
  const decisions = run.events.filter(
    ({ event }) => !FOLDED.has(event.type) && (isToldOfFits || event.type !== "fit"),
  );
  const ended = hasBrokenOff(run) ? endingOf(run) : "";
  return (
    <Panel title="Events" note={String(decisions.length)}>
      {decisions.length === 0 && !ended && (
        <p className="text-muted">Nothing was decided or went wrong.</p>
      )}
      <EventTimeline run={run} />
      <Events events={decisions} startedAt={run.startedAt} />
      {ended && (
        <p className="border-line border-t py-1">
          <span className="mr-2 text-muted">
            +{formatDuration(Math.max(0, (run.endedAt ?? run.status.lastSeenAt) - run.startedAt))}
          </span>
          {ended}
        </p>
      )}
      <Folded name={`Early stopping, ${counted(traced, "epoch")}`} events={trace} run={run} />
      {fits.length > mostToldFits && (
        <Folded name={`Fits, ${fits.length}`} events={fits} run={run} />
      )}
      <NoteForm run={run.id} />
    </Panel>
  );
}

function endingOf(run: RunView): string {
  const { reason = "" } = statusParts(run);
  return endingWords({ state: run.status.state, reason });
}

/** No event says how these ended. */
function hasBrokenOff({ status }: RunView): boolean {
  return ["failed", "killed", "interrupted", "closed", "lost"].includes(status.state);
}

interface FoldedProps {
  readonly name: string;
  readonly events: RunView["events"];
  readonly run: RunView;
}

function Folded({ name, events, run }: FoldedProps) {
  return (
    events.length > 0 && (
      <details className="mt-2">
        <summary className="text-muted">{name}</summary>
        <Events events={events} startedAt={run.startedAt} />
      </details>
    )
  );
}

function Events({ events, startedAt }: { events: RunView["events"]; startedAt: number }) {
  return (
    <ol className="grid">
      {events.map(({ at, event }, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added at the end
          key={i}
          className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 border-line border-t py-1 sm:grid-cols-[76px_64px_minmax(0,1fr)]"
        >
          <span className="text-muted">+{formatDuration(at - startedAt)}</span>
          <span className="text-muted">
            {event.epoch === undefined ? "" : epochWords(event.epoch)}
          </span>
          <span className="[overflow-wrap:anywhere] max-sm:col-span-2">{eventWords(event)}</span>
        </li>
      ))}
    </ol>
  );
}
