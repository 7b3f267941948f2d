import type { JournalLines } from "../src/sink.ts";

/** A journal as a test makes it up, and which of its lines a sink must keep. */
export interface MadeJournal {
  readonly name: string;
  readonly bytes: Buffer;
  readonly lines: readonly { readonly end: number; readonly record: MadeRecord | undefined }[];
}

/** What a line says; undefined where it says nothing that can be kept. */
export type MadeRecord = Readonly<Record<string, unknown>> & { readonly type: string };

/** What a sink holds, as far as it can be told from outside. */
export interface SinkContents {
  /** By run and key: step, epoch, time and value of each point, in the order of the steps. */
  readonly points: ReadonlyMap<string, readonly (readonly unknown[])[]>;
  /** By run and key: how many points there are, the lowest and the highest value, the last step. */
  readonly summaries: ReadonlyMap<string, readonly unknown[]>;
  /** Run and event as JSON, sorted. */
  readonly events: readonly string[];
  /** By run: how it ended. */
  readonly ends: ReadonlyMap<string, string>;
}

const texts = ["plain", "öäü ✓ 漢字", "\u2028 \u0000 \\n", "🦊".repeat(20), ""];
const broken = [
  "",
  "{",
  "[]",
  "null",
  '{"type":"values"}',
  "\u0000\u0000",
  '{"type":"newer","run":"r","at":1}',
];

/** A journal of one run, with all that a sink may be sent: late steps, odd numbers, odd texts, and lines that are no records. */
export function makeJournal(name: string, length: number, random: () => number): MadeJournal {
  const run = `run of ${name}`;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let step = 0;
  const next = (i: number): MadeRecord | string => {
    const of = { run, at: 1_700_000_000_000 + i };
    const chance = random();
    if (chance < 0.05) return pick(broken);
    if (chance < 0.08)
      return JSON.stringify({ type: "values", ...of, run: "nobody", step: 1, values: {} });
    if (chance < 0.15)
      return { type: "event", ...of, event: { type: "warning", message: pick(texts) } };
    if (chance < 0.18) {
      const of_ = { metric: "auc", split: "train", kind: "metric", direction: "max", per: "epoch" };
      return { type: "series", ...of, series: { auc: of_ } };
    }
    step = random() < 0.1 ? Math.floor(random() * step) : step + Math.ceil(random() * 3);
    const keys = ["loss", "auc", "größe"].filter(() => random() < 0.7);
    const value = () =>
      pick<unknown>([random(), -random(), 0, "NaN", "Infinity", "-Infinity", 1e300]);
    const values = Object.fromEntries(keys.map((key) => [key, value()]));
    return { type: "values", ...of, step, ...(random() < 0.5 && { epoch: step / 10 }), values };
  };
  const first: MadeRecord[] = [
    { type: "journal", version: 1, at: 1, writer: { kind: "page", journal: name } },
    { type: "run", run, at: 1, project: "p", config: { a: 1 }, tags: [], notes: "", writer: {} },
  ];
  const body = Array.from({ length }, (_, i) => next(i));
  const last: MadeRecord = { type: "end", run, at: 2, state: "finished" };
  let [text, end] = ["", 0];
  const lines = [...first, ...body, last].map((each) => {
    const line = `${typeof each === "string" ? each : JSON.stringify(each)}\n`;
    text += line;
    end += Buffer.byteLength(line);
    return { end, record: typeof each === "string" ? undefined : each };
  });
  return { name, bytes: Buffer.from(text), lines };
}

/** The whole lines that a stretch of bytes holds. The first one may be the rest of a line. */
export function stretchOf({ name, bytes }: MadeJournal, from: number, to: number): JournalLines {
  const lines: string[] = [];
  const sizes: number[] = [];
  for (let at = from; ; ) {
    const end = bytes.indexOf(10, at) + 1;
    if (end === 0 || end > to) break;
    lines.push(bytes.toString("utf8", at, end - 1));
    sizes.push(end - at);
    at = end;
  }
  return { journal: name, from, lines, sizes };
}

/** What a sink must hold that has taken in the first so many bytes of each journal, by looking at every line. */
export function foldByHand(
  journals: readonly MadeJournal[],
  applied: (journal: MadeJournal) => number,
): SinkContents {
  const points = new Map<string, Map<number, readonly unknown[]>>();
  const events: string[] = [];
  const ends = new Map<string, string>();
  for (const journal of journals) {
    for (const { end, record } of journal.lines) {
      if (end > applied(journal) || record === undefined) continue;
      const { type, run, at, step, epoch = null, values = {}, event, state } = record;
      if (type === "event") events.push(`${run} ${JSON.stringify(event)}`);
      if (type === "end") ends.set(String(run), String(state));
      if (type !== "values") continue;
      for (const [key, value] of Object.entries(values as object)) {
        const series = points.get(`${run} ${key}`) ?? new Map<number, readonly unknown[]>();
        points.set(`${run} ${key}`, series.set(Number(step), [step, epoch, at, Number(value)]));
      }
    }
  }
  const sorted = [...points].map(([key, series]): [string, readonly (readonly unknown[])[]] => [
    key,
    [...series.values()].sort(([a], [b]) => Number(a) - Number(b)),
  ]);
  return {
    points: new Map(sorted),
    summaries: new Map(sorted.map(([key, rows]) => [key, summaryOf(rows)])),
    events: events.sort(),
    ends,
  };
}

function summaryOf(rows: readonly (readonly unknown[])[]): readonly unknown[] {
  const finite = rows.map((row) => Number(row[3])).filter(Number.isFinite);
  const [min, max] = [Math.min(...finite), Math.max(...finite)];
  const none = finite.length === 0;
  return [rows.length, none ? null : min, none ? null : max, rows.at(-1)?.[0]];
}
