"use client";
import { naturalOrder } from "@epochal/conclusions";
import { judgedKeys, metricCards, type RunColor } from "@epochal/panel/charts";
import { useCallback, useMemo, useState } from "react";
import type { DrawnRun } from "../cards/drawn-run.ts";
import { grey } from "../colors/grey.ts";
import { useFacets } from "../live/use-facets.ts";
import { useRuns } from "../live/use-runs.ts";
import { useTraces } from "../live/use-traces.ts";
import { useVerdict } from "../live/use-verdict.ts";
import { differingParams } from "../params/differing-params.ts";
import { toTableRun } from "../runs-table/to-table-run.ts";
import { useNow } from "../ui/use-now.ts";
import { useSettled } from "../ui/use-settled.ts";
import { useSteady } from "../ui/use-steady.ts";
import type { RunRow } from "../wire/answers.ts";
import { askedColumns, drawnColumns } from "./asked-columns.ts";
import {
  type AskedState,
  chosenQuestionOf,
  drawnQuestionOf,
  facetsQuestionOf,
  MOST_DRAWN,
  projectQuestionOf,
  tableQuestionOf,
  verdictQuestionOf,
} from "./compare-questions.ts";
import type { CompareState } from "./search-params.ts";
import { useOwnColors, useTakenColors } from "./use-colors.ts";
import { useGroupRows } from "./use-group-rows.ts";
import { useRowRange } from "./use-row-range.ts";
import { isShown } from "./visibility.ts";
import { tracedIds, visibleRuns } from "./visible-runs.ts";

/** What the page shows, made of what the server says of the project and of the state in the URL. @param columns ids of the columns that a person chose */
export function useCompareModel(
  project: string,
  state: AskedState,
  columns: readonly string[] | undefined,
) {
  const { hide, only, color, select, base } = state;
  const now = useNow();
  const { range, needRows } = useRowRange();
  const verdict = useVerdict(verdictQuestionOf(project, state));
  const all = useFacets(projectQuestionOf(project)).data;
  const facets = useFacets(facetsQuestionOf(project, state)).data;
  const metric = verdict.data?.metric;
  const [shown, setShown] = useState(0);
  // A run that comes with other params must not ask for other columns: the answer would move all rows.
  const live = useMemo(() => (all ? differingParams(all) : []), [all]);
  const params = useSettled(live, all && JSON.stringify([project, shown]));
  const asked = useMemo(
    () => askedColumns({ chosen: columns, params, color }),
    [columns, params, color],
  );
  const cards = useMemo(() => metricCards(facets?.series ?? [], metric), [facets, metric]);
  const bests = useMemo(() => judgedKeys(cards), [cards]);
  const usual = useMemo(() => askedColumns({ params, color }), [params, color]);
  const ofDrawn = drawnColumns(usual, bests);
  const drawnQuestion = drawnQuestionOf({ project, state, metric, columns: ofDrawn });
  // What a person did not choose is what the charts ask, too.
  const isShared =
    columns === undefined && state.sort.length === 0 && drawnQuestion.ids === undefined;
  const tableQuestion = tableQuestionOf({ project, state, metric, columns: asked });
  const table = useRuns(isShared ? drawnQuestion : tableQuestion, range);
  const candidates = useRuns(drawnQuestion, { from: 0, to: MOST_DRAWN + hide.length });
  const chosenQuestion = chosenQuestionOf({
    ...{ project, state, metric },
    columns: [...ofDrawn, ...asked],
  });
  const chosen = useRuns(chosenQuestion, { from: 0, to: select.length + 1 });
  const visible = useMemo(
    () => visibleRuns(chosen.rows, candidates.rows, { select, base, hide, only }),
    [candidates.rows, chosen.rows, select, base, hide, only],
  );
  const isPending = [candidates, ...(chosenQuestion ? [chosen] : [])].some(
    ({ isOld, total }) => isOld || total === undefined,
  );
  const own = useOwnColors({
    ...{ state, isPending },
    selected: select.flatMap((id) => chosen.rows.find((row) => row.id === id) ?? []),
    best: candidates.rows.filter(({ id }) => isShown({ hide, only }, id)),
  });
  const taken = useTakenColors(color, visible, usual.indexOf(color ?? ""));
  const colors = taken?.colors ?? own;
  const traces = useTraces(tracedIds(visible, base));
  // News of a row are often none of its curves.
  const drawn = useSteady(
    useMemo(
      () =>
        visible.map(
          (row): DrawnRun => ({
            ...{ id: row.id, label: row.label, startedAt: row.startedAt },
            color: colors.get(row.id) ?? grey,
            context: !colors.has(row.id),
            series: bests.map((key, place) => bestOf(key, row.cells[usual.length + place])),
          }),
        ),
      [visible, colors, usual, bests],
    ),
  );
  const toRow = useCallback(
    (row: RunRow, ownColor: RunColor | undefined, cells = row.cells) =>
      toTableRun(
        { ...row, cells },
        {
          ...{ columns: asked, now, color: ownColor },
          visible: isShown({ hide, only }, row.id),
          bestX: bestX(row, state.x),
        },
      ),
    [asked, now, hide, only, state.x],
  );
  const runRows = useMemo(
    () =>
      Array.from({ length: table.total ?? 0 }, (_, index) => {
        const row = table.rowAt(index);
        return row && toRow(row, colors.get(row.id));
      }),
    [table.total, table.rowAt, toRow, colors],
  );
  const groups = useGroupRows({ project, state, metric, columns: asked }, toRow);
  const { waiting, showWaiting } = groups ?? table;
  const takeIn = () => {
    setShown((count) => count + 1);
    showWaiting();
  };
  const standard = chosen.rows.find(({ id }) => id === base);
  const baseline = useMemo(
    () => standard && toRow(standard, undefined, standard.cells.slice(-asked.length || Infinity)),
    [standard, toRow, asked],
  );
  const selectedTags = useMemo(() => {
    const rows = chosen.rows.filter(({ id }) => select.includes(id));
    return [...new Set(rows.flatMap(({ tags }) => tags))].sort(naturalOrder);
  }, [chosen.rows, select]);
  return {
    ...{ verdict, facets: all, found: facets, cards, params, table, needRows, drawn, traces, now },
    ...{ groups, baseline, selectedTags, legend: taken?.legend, isPending },
    ...{ waiting, showWaiting: takeIn },
    rows: groups?.rows ?? runRows,
    direction: state.direction,
    fault: verdict.fault ?? table.fault ?? groups?.fault,
  };
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
