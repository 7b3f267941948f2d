import { briefEventWords, type RunStretches, standingEvents } from "@epochal/conclusions";
import type { ChartMark } from "../charts/chart-mark.ts";
import { epochPlace } from "../charts/epoch-place.ts";

/** More marks of one kind than this would hide the curve. */
const MOST = 12;

/** What happened to a run, where its epochs stand on the axis, in words. */
export function runMarks({ events, segments }: RunStretches): ChartMark[] {
  const all = standingEvents({ events, segments });
  const cuts = all.filter(
    (event) => event.type === "learning_rate" && Number(event.to) < Number(event.from),
  );
  // The first one begins where the run does.
  const fits = all.filter((event) => event.type === "fit" && event.fit > 0);
  const saves = all.filter((event) => event.type === "checkpoint");
  const marks: ChartMark[] = [];
  const add = (kind: ChartMark["kind"], epoch: number | undefined, words?: string) => {
    if (epoch === undefined) return;
    const x = epochPlace(epoch);
    if (marks.some((mark) => mark.kind === kind && mark.x === x)) return;
    marks.push({ kind, x, ...(words !== undefined && { words }) });
  };
  const addEvent = (kind: ChartMark["kind"], event: (typeof all)[number]) => {
    if ("epoch" in event) add(kind, event.epoch, briefEventWords(event));
  };
  for (const { epoch } of segments.slice(1)) add("resumed", epoch);
  if (fits.length <= MOST) for (const event of fits) addEvent("fit", event);
  if (cuts.length <= MOST) for (const event of cuts) addEvent("learning_rate", event);
  for (const event of saves.length <= MOST ? saves : saves.slice(-1)) addEvent("saved", event);
  for (const event of all) {
    if (event.type === "partial_epoch") addEvent("partial", event);
    if (event.type === "weights_restored") addEvent("kept", event);
    if (event.type === "stopped_early") addEvent("stop", event);
  }
  return marks;
}
