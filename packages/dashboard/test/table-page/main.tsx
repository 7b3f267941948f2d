import { Signal } from "@epochal/panel/charts";
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { allColumns, usualColumns } from "../../src/runs-table/all-columns.ts";
import { BulkBar } from "../../src/runs-table/bulk-bar.tsx";
import type { TableRun } from "../../src/runs-table/columns/table-row.ts";
import { ColumnsPicker } from "../../src/runs-table/columns-picker.tsx";
import { RunsTable } from "../../src/runs-table/runs-table.tsx";
import { sparklineRange } from "../../src/runs-table/sparkline-range.ts";
import { TableEdge } from "../../src/runs-table/table-edge.tsx";
import { useColumnLayout } from "../../src/runs-table/use-column-layout.ts";
import { Toasts } from "../../src/ui/toasts.tsx";
import { grouped, namings, sampleRow } from "./sample-rows.ts";
import "./page.css";

const wanted = new URLSearchParams(location.search);
document.documentElement.dataset.theme = wanted.get("theme") ?? "light";
const count = Number(wanted.get("rows") ?? 12);
const naming = namings[wanted.get("names") ?? "plain"];
if (naming === undefined) throw new Error(`There is no naming ${wanted.get("names")}.`);
/** What the table told, for a test to read. */
const told: { needs: [number, number][]; opens: string[]; sorts: unknown[] } = {
  needs: [],
  opens: [],
  sorts: [],
};
Object.assign(window, { told });
const hoveredRun = new Signal<string | undefined>(undefined);
const params = [
  { path: "lr", label: "lr" },
  { path: "units", label: "units" },
];
const metrics = [
  { key: "val_auc", direction: "max" },
  { key: "val_loss", direction: "min" },
  { key: "loss", direction: "min" },
] as const;
const differing = ["param:lr", "param:units"];

/** The table with runs that the page makes up, a hundred at a time where there are many. */
function TablePage() {
  const [rows, setRows] = useState<readonly TableRun[]>(() => page(0, Math.min(count, 100)));
  const [total, setTotal] = useState(count);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(["group-1"]));
  const [baseline, setBaseline] = useState(wanted.get("baseline") ?? undefined);
  const [sorting, setSorting] = useState([{ id: "best", desc: true }]);
  const [waiting, setWaiting] = useState(Number(wanted.get("waiting") ?? 0));
  const columnLayout = useColumnLayout("table-page");
  const { layout, setLayout, width, usualWidth } = columnLayout;
  const range = useMemo(() => sparklineRange(rows.slice(0, 100)), [rows]);
  const columns = useMemo(
    () => allColumns({ judging: metrics[0], metrics, params, facts: ["host"], range }),
    [range],
  );
  const shown = useMemo(() => {
    const runs = rows.map((row) => row && { ...row, visible: !hidden.has(row.id) });
    return wanted.has("groups") ? grouped(runs, open) : runs;
  }, [rows, hidden, open]);
  const change = (id: string, changed: (row: TableRun) => Partial<TableRun>) =>
    setRows(rows.map((row) => (row?.id === id ? { ...row, ...changed(row) } : row)));
  return (
    <Toasts>
      <div
        className="relative flex h-dvh max-w-full flex-col bg-surface"
        style={{ width: width ?? usualWidth }}
      >
        <h1 className="sr-only">Runs</h1>
        <div className="flex items-center justify-end border-line border-b p-2">
          <ColumnsPicker
            columns={columns}
            usual={usualColumns(columns, [])}
            differing={differing}
            layout={layout}
            onLayout={setLayout}
          />
        </div>
        <RunsTable
          rows={shown}
          {...(!wanted.has("groups") && { total })}
          onNeedRows={need(setRows)}
          columns={columns}
          usual={usualColumns(columns, [])}
          layout={layout}
          onLayout={setLayout}
          sorting={sorting}
          onSort={(next) => {
            told.sorts.push(next);
            setSorting(next);
          }}
          selected={selected}
          onSelect={setSelected}
          baseline={rows.find((row) => row?.id === baseline)}
          onBaseline={setBaseline}
          onOpen={(id) => told.opens.push(id)}
          onSolo={(id) =>
            setHidden(new Set(rows.map((row) => row?.id).filter((other) => other !== id)))
          }
          onToggleVisible={(id) => setHidden(without(hidden, id))}
          onExpand={(id) => setOpen(without(open, id))}
          keeping={{
            rename: async (id, name) => change(id, () => ({ name })),
            addTag: async (id, tag) => change(id, ({ tags }) => ({ tags: [...tags, tag] })),
            removeTag: async (id, tag) =>
              change(id, ({ tags }) => ({ tags: tags.filter((other) => other !== tag) })),
            setNotes: async (id, notes) => change(id, () => ({ notes })),
            orSay: () => undefined,
          }}
          hoveredRun={hoveredRun}
          waiting={waiting}
          onShowWaiting={() => setWaiting(0)}
          now={20 * 86_400_000}
          empty="No runs yet."
        />
        <BulkBar
          selected={selected}
          onClear={() => setSelected(new Set())}
          onTag={async () => async () => undefined}
          onArchive={async () => async () => undefined}
          onDelete={async (ids) => {
            const before = rows;
            setRows(rows.filter(({ id }) => !ids.includes(id)));
            setTotal(total - ids.length);
            return async () => {
              setRows(before);
              setTotal(total);
            };
          }}
          onCompare={(a, b) => told.opens.push(`${a}...${b}`)}
        />
        <TableEdge layout={columnLayout} className="max-sm:hidden" />
      </div>
    </Toasts>
  );
}

function page(from: number, count: number): TableRun[] {
  return Array.from({ length: count }, (_, at) => sampleRow(from + at, naming?.(from + at) ?? ""));
}

type SetRows = (update: (rows: readonly TableRun[]) => readonly TableRun[]) => void;
const needs = new WeakMap<SetRows, (offset: number, limit: number) => void>();

/** Rows come a moment after they were asked for, as from a server. */
function need(setRows: SetRows) {
  const known = needs.get(setRows);
  if (known) return known;
  const asked = new Set<number>();
  const made = (offset: number, limit: number) => {
    if (asked.has(offset)) return;
    asked.add(offset);
    told.needs.push([offset, limit]);
    setTimeout(() => {
      setRows((rows) => {
        const next = [...rows];
        for (const [at, row] of page(offset, limit).entries()) next[offset + at] = row;
        return next;
      });
    }, 30);
  };
  needs.set(setRows, made);
  return made;
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

const place = document.getElementById("table");
if (place === null) throw new Error("The page has no place for the table.");
createRoot(place).render(<TablePage />);
