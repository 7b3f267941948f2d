import { type Differences, formatFactor, paramText } from "@epochal/conclusions";

interface LeafTableProps {
  readonly differences: Pick<Differences, "differing" | "onlyInA" | "onlyInB">;
  /** A word beside a path. @default none */
  readonly mark?: (path: string) => string;
}

interface Row {
  readonly path: string;
  readonly a?: unknown;
  readonly b?: unknown;
}

/** What two runs hold at each path where they differ; a dash where one has nothing. */
export function LeafTable({ differences, mark = () => "" }: LeafTableProps) {
  const { differing, onlyInA, onlyInB } = differences;
  const rows: readonly Row[] = [
    ...differing,
    ...onlyInA.map(({ path, value }) => ({ path, a: value })),
    ...onlyInB.map(({ path, value }) => ({ path, b: value })),
  ];
  if (rows.length === 0) return null;
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr className="text-left text-muted text-small">
          <th className="w-[34%] py-1 pr-3 font-medium">Path</th>
          <th className="py-1 pr-3 font-medium">A</th>
          <th className="py-1 pr-3 font-medium">B</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.path}
            data-difference=""
            tabIndex={-1}
            className="border-line border-t align-baseline"
          >
            <th scope="row" className="break-words py-1 pr-3 text-left font-normal">
              {row.path}
              {mark(row.path) && (
                <span className="ml-1.5 text-faint text-small">{mark(row.path)}</span>
              )}
            </th>
            <Cell row={row} side="a" />
            <Cell row={row} side="b" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ row, side }: { readonly row: Row; readonly side: "a" | "b" }) {
  if (!(side in row)) return <td className="py-1 pr-3 text-faint">–</td>;
  const text = paramText(row[side]);
  const full = typeof row[side] === "string" ? row[side] : JSON.stringify(row[side]);
  const factor = side === "b" ? factorOf(row) : undefined;
  return (
    <td className="break-words py-1 pr-3 font-mono text-[12px]" title={full}>
      {text}
      {factor !== undefined && (
        <span className="ml-2 whitespace-nowrap font-sans text-faint text-small">
          {formatFactor(factor)}
        </span>
      )}
    </td>
  );
}

/** How many times as large a positive number has become. */
function factorOf({ path, a, b }: Row): number | undefined {
  if (typeof a !== "number" || typeof b !== "number" || a <= 0 || b <= 0) return undefined;
  return /seed/i.test(path) ? undefined : b / a;
}
