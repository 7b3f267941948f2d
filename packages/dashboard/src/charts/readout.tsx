"use client";
import { counted, formatDifference, formatValue, formatValues } from "@epochal/conclusions";
import { chosenRows, type ReadoutRow, rowValue } from "@epochal/panel/charts";
import { RunSwatch } from "../colors/run-swatch.tsx";

const MOST_IN_LINE = 5;
const MOST_IN_COLUMN = 8;
const HEAD = "whitespace-nowrap pb-1 pl-2 text-right align-top font-normal";

export interface ReadoutProps {
  readonly place: string;
  /** What the values are, where they are not single ones as they were logged: "means". */
  readonly note?: string | undefined;
  readonly rows: readonly ReadoutRow[];
  /** The run that is pointed at. */
  readonly hovered: string | undefined;
  /** Runs that have a row in any case. */
  readonly keep: readonly (string | undefined)[];
}

/** Values that are read beside each other, by the ids of their runs. */
function textsOf(rows: readonly ReadoutRow[], read: (row: ReadoutRow) => number | undefined) {
  const known = rows.flatMap((row) => {
    const value = read(row);
    return value === undefined ? [] : [{ id: row.run.id, value }];
  });
  const texts = formatValues(known.map(({ value }) => value));
  return new Map(known.map(({ id }, i) => [id, texts[i]]));
}

/** The values at the cursor in one line, for the header of a small chart: nothing moves when it appears. */
export function ReadoutLine({ place, note, rows, hovered, keep }: ReadoutProps) {
  const chosen = chosenRows(rows, MOST_IN_LINE, [hovered, ...keep]);
  const texts = textsOf(chosen, rowValue);
  const textOf = ({ run }: ReadoutRow) => texts.get(run.id) ?? "no value";
  const named = chosen.find(({ run }) => run.id === hovered) ?? chosen[0];
  return (
    <span className="flex h-4 min-w-0 flex-1 gap-x-2.5 whitespace-nowrap leading-4">
      <span className="min-w-0 truncate">
        <b className="font-medium text-text">{place}</b>
        {note && ` (${note})`}
      </span>
      {named && <LineValue row={named} text={textOf(named)} isNamed />}
      {/* Those that find no room stand in a second line, which is cut off: no value is cut in two. */}
      <span className="flex min-w-0 flex-1 flex-wrap gap-x-2.5 overflow-hidden">
        {chosen.map(
          (row) => row !== named && <LineValue key={row.run.id} row={row} text={textOf(row)} />,
        )}
      </span>
    </span>
  );
}

/** A value in a line, after its run's name where that is told: the name is cut first. */
function LineValue({
  row,
  text,
  isNamed = false,
}: {
  readonly row: ReadoutRow;
  readonly text: string;
  readonly isNamed?: boolean;
}) {
  return (
    <span className={`inline-flex items-center gap-1 ${isNamed ? "min-w-0" : "flex-none"}`}>
      <Swatch row={row} />
      {isNamed && <span className="min-w-0 max-w-32 truncate">{row.run.label}</span>}
      <b className="flex-none font-medium text-text">{text}</b>
      <Delta row={row} />
      <Count row={row} />
    </span>
  );
}

/** The values at the cursor in rows, beside a wide chart. */
export function ReadoutColumn({ place, note, rows, hovered, keep }: ReadoutProps) {
  const chosen = chosenRows(rows, MOST_IN_COLUMN, [hovered, ...keep]);
  const more = rows.length - chosen.length;
  const main = textsOf(chosen, ({ validation, single }) => validation ?? single);
  const trained = textsOf(chosen, ({ train }) => train);
  const hasDelta = rows.some(({ delta }) => delta !== undefined);
  const hasTrain = rows.some(({ train }) => train !== undefined);
  const isMeasured = rows.some(({ validation }) => validation !== undefined);
  const hasMain = isMeasured || !hasTrain || rows.some(({ single }) => single !== undefined);
  return (
    <table className="w-full border-separate border-spacing-x-0 border-spacing-y-0.5 text-small">
      <thead>
        <tr className="text-muted">
          <th className="w-full max-w-0 truncate pb-1 text-left align-top font-medium text-text">
            {place}
            {note && <span className="block truncate font-normal text-muted">{note}</span>}
          </th>
          {hasMain && <th className={HEAD}>{isMeasured ? "val" : "value"}</th>}
          {hasDelta && (
            <th className={HEAD} title="difference to the baseline">
              Δ
            </th>
          )}
          {hasTrain && <th className={HEAD}>train</th>}
        </tr>
      </thead>
      <tbody>
        {chosen.map((row) => (
          <tr key={row.run.id} className={row.run.id === hovered ? "bg-accent-soft" : undefined}>
            <td className="w-full max-w-0">
              <span className="flex items-center gap-1.5">
                <Swatch row={row} />
                <span dir="auto" className="flex min-w-0" title={row.run.label}>
                  <RunName label={row.run.label} />
                </span>
                <Count row={row} />
              </span>
            </td>
            {hasMain && (
              <td className="pl-2 text-right font-medium" title={spreadWords(row)}>
                {main.get(row.run.id)}
              </td>
            )}
            {hasDelta && (
              <td className="pl-2 text-right">
                {row.isBaseline ? (
                  <span className="text-muted">baseline</span>
                ) : (
                  <Delta row={row} />
                )}
              </td>
            )}
            {hasTrain && (
              <td className="pl-2 text-right text-muted" title={spreadWords(row)}>
                {trained.get(row.run.id)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {more > 0 && (
        <tfoot>
          <tr>
            <td colSpan={4} className="pt-1 text-muted">
              and {more} more
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** What stands last in a name is cut last: seeds are told there. */
function RunName({ label }: { readonly label: string }) {
  const [, start = label, end = ""] = /^(.{12,}?\s)(\S.{1,13})$/su.exec(label) ?? [];
  return (
    <>
      <bdi className="min-w-0 truncate whitespace-pre">{start}</bdi>
      {end && <bdi className="flex-none whitespace-pre">{end}</bdi>}
    </>
  );
}

/** "0.8012 to 0.8203, 5 runs" */
function spreadWords({ spread, n, run }: ReadoutRow): string | undefined {
  if (spread === undefined) return undefined;
  const of = n === undefined ? "" : `, ${counted(n, run.group === undefined ? "value" : "run")}`;
  return `${formatValue(spread.low)} to ${formatValue(spread.high)}${of}`;
}

/** Of how many runs a group's value is. */
function Count({ row: { run, n } }: { readonly row: ReadoutRow }) {
  if (run.group === undefined || n === undefined) return null;
  return <span className="flex-none text-muted">n {n}</span>;
}

const tones = { good: "text-good", bad: "text-bad" } as const;

function Delta({ row: { delta, tone } }: { readonly row: ReadoutRow }) {
  if (delta === undefined) return null;
  return <span className={tone ? tones[tone] : "text-muted"}>{formatDifference(delta)}</span>;
}

function Swatch({ row }: { readonly row: ReadoutRow }) {
  return <RunSwatch color={row.run.color} className="h-2.5 w-1 flex-none rounded-full" />;
}
