import {
  briefEventWords,
  formatCount,
  type RunStretches,
  standingEvents,
} from "@epochal/conclusions";
import { type ChartMark, epochPlace } from "@epochal/panel/charts";

/** More marks of one kind than this would hide the curve. */
const MOST = 12;
/** Of more of one kind in one epoch, so many are told. */
const MOST_TOLD = 3;

/** What happened to a run, where its epochs stand on the axis, in words. */
export function runMarks({ events, segments }: RunStretches): ChartMark[] {
  const all = standingEvents({ events, segments });
  const cuts = all.filter(
    (event) => event.type === "learning_rate" && Number(event.to) < Number(event.from),
  );
  // The first one begins where the run does.
  const fits = all.filter((event) => event.type === "fit" && event.fit > 0);
  const saves = all.filter((event) => event.type === "checkpoint");
  const found = new Map<string, { kind: ChartMark["kind"]; x: number; words: Set<string> }>();
  const add = (kind: ChartMark["kind"], epoch: number | undefined, words?: string) => {
    if (epoch === undefined) return;
    const name = `${kind} ${epoch}`;
    const mark = found.get(name) ?? { kind, x: epochPlace(epoch), words: new Set() };
    found.set(name, mark);
    if (words !== undefined) mark.words.add(words);
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
  const hidden = all.flatMap((event): ChartMark[] => {
    if (event.type !== "hidden" || event.until === undefined) return [];
    const words = briefEventWords(event);
    const { from = 0, until } = event;
    return [{ kind: "hidden", x: from, until, ...(words !== undefined && { words }) }];
  });
  const longest = hidden.sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST);
  const marks = [...found.values()].map(({ kind, x, words }) => ({
    ...{ kind, x },
    ...(words.size > 0 && { words: joined([...words]) }),
  }));
  return [...longest, ...marks];
}

const lengthOf = ({ x, until = x }: ChartMark) => until - x;

/** What happened several times in one epoch is one mark with all of its words. */
function joined(words: readonly string[]): string {
  const more = words.length - MOST_TOLD;
  const told = words.slice(0, MOST_TOLD).join("; ");
  return more > 0 ? `${told} and ${formatCount(more)} more` : told;
}
