import {
  briefEventWords,
  formatCount,
  type RunStretches,
  standingEvents,
} from "@epochal/conclusions";
import type { ChartMark } from "../lines/chart-mark.ts";
import { epochPlace } from "../lines/epoch-place.ts";

/** More marks of one kind than this would hide the curve: those that weigh most are drawn. */
const MOST = 12;
/** Of more of one kind in one epoch, so many are told. */
const MOST_TOLD = 3;

interface Found {
  readonly kind: ChartMark["kind"];
  readonly x: number;
  readonly words: Set<string>;
  /** Of a cut by how much, of all others how late it was. */
  weight: number;
}

/** What happened to a run, where its epochs stand on the axis, in words. Its events are as `soundEvent` gives them. */
export function runMarks({ events, segments }: RunStretches): ChartMark[] {
  const all = standingEvents({ events, segments });
  const found = new Map<string, Found>();
  const add = (
    kind: ChartMark["kind"],
    epoch: number | undefined,
    { words, weight = epoch ?? 0 }: { words?: string | undefined; weight?: number } = {},
  ) => {
    if (epoch === undefined) return;
    const name = `${kind} ${epoch}`;
    const mark = found.get(name) ?? { kind, x: epochPlace(epoch), words: new Set(), weight };
    mark.weight = Math.max(mark.weight, weight);
    found.set(name, mark);
    if (words !== undefined) mark.words.add(words);
  };
  for (const { epoch } of segments.slice(1)) add("resumed", epoch);
  for (const event of all) {
    const kind = kindOf(event);
    if (kind === undefined || !("epoch" in event)) continue;
    const isCut = event.type === "learning_rate";
    add(kind, event.epoch, {
      words: briefEventWords(event),
      ...(isCut && { weight: Number(event.from) / Number(event.to) }),
    });
  }
  return [...longestHidden(all), ...weightiest([...found.values()])];
}

type Standing = ReturnType<typeof standingEvents>[number];

const kinds: Partial<Record<Standing["type"], ChartMark["kind"]>> = {
  fit: "fit",
  learning_rate: "learning_rate",
  checkpoint: "saved",
  partial_epoch: "partial",
  weights_restored: "kept",
  stopped_early: "stop",
};

function kindOf(event: Standing): ChartMark["kind"] | undefined {
  // The first one begins where the run does.
  if (event.type === "fit" && event.fit === 0) return undefined;
  if (event.type === "learning_rate" && !(Number(event.to) < Number(event.from))) return undefined;
  return kinds[event.type];
}

/** The stretches of time in which a page was hidden, the longest of them. */
function longestHidden(all: readonly Standing[]): ChartMark[] {
  const hidden = all.flatMap((event): ChartMark[] => {
    if (event.type !== "hidden" || event.until === undefined) return [];
    const words = briefEventWords(event);
    const { from = 0, until } = event;
    return [{ kind: "hidden", x: from, until, ...(words !== undefined && { words }) }];
  });
  return hidden.sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST);
}

/** Where there are too many of a kind, each that is left says so. */
function weightiest(all: readonly Found[]): ChartMark[] {
  const drawn = new Set<Found>();
  const notes = new Map<ChartMark["kind"], string>();
  for (const kind of new Set(all.map((mark) => mark.kind))) {
    const marks = all.filter((mark) => mark.kind === kind);
    const first = marks.toSorted((a, b) => b.weight - a.weight).slice(0, MOST);
    for (const mark of first) drawn.add(mark);
    if (first.length < marks.length)
      notes.set(kind, ` (${first.length} of ${formatCount(marks.length)} are marked)`);
  }
  return all
    .filter((mark) => drawn.has(mark))
    .map(({ kind, x, words }) => ({
      ...{ kind, x },
      ...(words.size > 0 && { words: `${joined([...words])}${notes.get(kind) ?? ""}` }),
    }));
}

const lengthOf = ({ x, until = x }: ChartMark) => until - x;

/** What happened several times in one epoch is one mark with all of its words. */
function joined(words: readonly string[]): string {
  const more = words.length - MOST_TOLD;
  const told = words.slice(0, MOST_TOLD).join("; ");
  return more > 0 ? `${told} and ${formatCount(more)} more` : told;
}
