"use client";
import { useCallback, useMemo, useRef, useState } from "react";
import type { DrawnRun } from "../cards/drawn-run.ts";
import { judgedKeys, metricCards } from "../cards/metric-cards.ts";
import { type ColoredRuns, coloredRuns } from "../colors/colored-runs.ts";
import { grey } from "../colors/grey.ts";
import { useFacets } from "../live/use-facets.ts";
import { type RowRange, useRuns } from "../live/use-runs.ts";
import { useTraces } from "../live/use-traces.ts";
import { useVerdict } from "../live/use-verdict.ts";
import { differingParams } from "../params/differing-params.ts";
import type { TableRun } from "../runs-table/columns/table-row.ts";
import { toTableRun } from "../runs-table/to-table-run.ts";
import { useNow } from "../ui/use-now.ts";
import type { RunRow } from "../wire/answers.ts";
import {
  drawnQuestionOf,
  facetsQuestionOf,
  MOST_DRAWN,
  tableQuestionOf,
  verdictQuestionOf,
} from "./compare-questions.ts";
import { paramColumns } from "./param-columns.ts";
import type { CompareState } from "./search-params.ts";
import { isShown } from "./visibility.ts";

const first: RowRange = { from: 0, to: 1 };
/** So many rows stay in memory around those in view. */
const MOST_KEPT = 1200;
const ASKED = /^(best|last|kept|min|max|param|tag|fact|card):/;

/** What the page shows, made of what the server says of the project and of the state in the URL. @param columns ids of the columns that a person chose */
export function useCompareModel(
  project: string,
  state: CompareState,
  columns: readonly string[] | undefined,
) {
  const { hide, only } = state;
  const now = useNow();
  const [range, setRange] = useState(first);
  const verdict = useVerdict(verdictQuestionOf(project, state));
  const all = useFacets({ project }).data;
  const facets = useFacets(facetsQuestionOf(project, state)).data;
  const metric = verdict.data?.metric;
  const params = useMemo(() => (all ? differingParams(all) : []), [all]);
  const asked = useMemo(
    () => columns?.filter((id) => ASKED.test(id)) ?? paramColumns(params),
    [columns, params],
  );
  const table = useRuns(tableQuestionOf({ project, state, metric, columns: asked }), range);
  const needRows = useCallback(
    (offset: number, limit: number) =>
      setRange((old) => {
        const both = { from: Math.min(old.from, offset), to: Math.max(old.to, offset + limit) };
        const isNear = both.to - both.from <= MOST_KEPT;
        return isNear ? both : { from: Math.max(0, offset - limit), to: offset + 2 * limit };
      }),
    [],
  );

  const cards = useMemo(() => metricCards(facets?.series ?? [], metric), [facets, metric]);
  const bests = useMemo(() => judgedKeys(cards), [cards]);
  const candidates = useRuns(
    drawnQuestionOf({
      ...{ project, state, metric },
      columns: bests.map((key) => `best:${key}`),
    }),
    { from: 0, to: MOST_DRAWN + hide.length },
  );
  const visible = useMemo(
    () => candidates.rows.filter(({ id }) => isShown({ hide, only }, id)).slice(0, MOST_DRAWN),
    [candidates.rows, hide, only],
  );
  const colors = useOwnColors(state, visible, candidates.isOld || candidates.total === undefined, [
    ...candidates.rows,
    ...table.rows,
  ]);
  const traces = useTraces(
    visible
      // And of the one whose marks the charts show.
      .filter(
        ({ id, conclusions }, place) =>
          conclusions.monitor !== undefined || place === 0 || id === state.base,
      )
      .map(({ id }) => id),
  );
  const drawn = useMemo(
    () =>
      visible.map(
        (row): DrawnRun => ({
          ...{ id: row.id, label: row.label, startedAt: row.startedAt },
          color: colors.get(row.id) ?? grey,
          context: !colors.has(row.id),
          series: bests.map((key, place) => bestOf(key, row.cells[place])),
          ...(traces[row.id] && { trace: traces[row.id] }),
        }),
      ),
    [visible, colors, bests, traces],
  );
  const rows = useMemo(
    () =>
      Array.from({ length: table.total ?? 0 }, (_, index): TableRun | undefined => {
        const row = table.rowAt(index);
        return (
          row &&
          toTableRun(row, {
            ...{ columns: asked, now },
            visible: isShown({ hide, only }, row.id),
            color: colors.get(row.id),
            bestX: bestX(row, state.x),
          })
        );
      }),
    [table.total, table.rowAt, asked, now, hide, only, colors, state.x],
  );
  return { verdict, facets: all, cards, params, table, rows, needRows, drawn, now };
}

/** Colours of the selected runs, else of the best that are drawn; they stay until a person asks for something else. */
function useOwnColors(
  { where, metric, hide, only, select }: CompareState,
  best: readonly RunRow[],
  isPending: boolean,
  known: readonly RunRow[],
): ColoredRuns["colors"] {
  const previous = useRef<ColoredRuns>(undefined);
  const asked = JSON.stringify([where, metric, hide, only, select]);
  const byId = new Map(known.map((row) => [row.id, row]));
  previous.current = coloredRuns(previous.current, {
    // The answer to what was asked before colours nothing.
    asked: isPending ? (previous.current?.asked ?? "") : asked,
    selected: select.flatMap((id) => byId.get(id) ?? []),
    best,
  });
  return previous.current.colors;
}

function bestX({ judged }: RunRow, axis: CompareState["x"]): number | undefined {
  if (axis === "epoch") return judged?.best?.epoch ?? judged?.best?.step;
  return axis === "step" ? judged?.best?.step : undefined;
}

function bestOf(
  key: string,
  cell: RunRow["cells"][number] | undefined,
): DrawnRun["series"][number] {
  if (!cell || !("value" in cell) || cell.step === undefined) return { key };
  const { value, step, epoch } = cell;
  return { key, best: { value, step, ...(epoch !== undefined && { epoch }) } };
}
