import { standingEvents } from "@epochal/conclusions";
import type { ChartMark } from "../charts/chart-mark.ts";
import { epochPlace } from "../charts/epoch-place.ts";
import type { RunView } from "../wire/run-json.ts";

/** More marks of one kind than this would hide the curve. */
const MOST = 12;

/** What happened to a run, where its epochs stand on the axis. */
export function runMarks({ events, segments }: Pick<RunView, "events" | "segments">): ChartMark[] {
  const all = standingEvents({ events: events.map(({ event }) => event), segments });
  const cuts = all.filter(
    (event) => event.type === "learning_rate" && Number(event.to) < Number(event.from),
  );
  // The first one begins where the run does.
  const fits = all.filter((event) => event.type === "fit" && event.fit > 0);
  const saves = all.filter((event) => event.type === "checkpoint");
  const marks: ChartMark[] = [];
  const add = (kind: ChartMark["kind"], epoch: number | undefined) => {
    if (epoch === undefined) return;
    const x = epochPlace(epoch);
    if (!marks.some((mark) => mark.kind === kind && mark.x === x)) marks.push({ kind, x });
  };
  for (const { epoch } of segments.slice(1)) add("resumed", epoch);
  if (fits.length <= MOST) for (const { epoch } of fits) add("fit", epoch);
  if (cuts.length <= MOST) for (const { epoch } of cuts) add("learning_rate", epoch);
  for (const { epoch } of saves.length <= MOST ? saves : saves.slice(-1)) add("saved", epoch);
  for (const event of all) {
    if (event.type === "partial_epoch") add("partial", event.epoch);
    if (event.type === "weights_restored") add("kept", event.epoch);
    if (event.type === "stopped_early") add("stop", event.epoch);
  }
  return marks;
}
