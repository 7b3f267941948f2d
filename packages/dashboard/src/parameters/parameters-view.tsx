"use client";

import { countedOf, formatCount } from "@epochal/conclusions";
import { useMemo, useState } from "react";
import { FilterBox } from "../filter/filter-box.tsx";
import { FilterChips } from "../filter/filter-chips.tsx";
import { useFacets } from "../live/use-facets.ts";
import { projectAddress } from "../projects/project-address.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Panel } from "../ui/panel.tsx";
import { useGoTo } from "../ui/use-go-to.ts";
import { useNow } from "../ui/use-now.ts";
import { type Brush, readBrushes, withBrush } from "./brush.ts";
import { type DrawnAxis, metricAxis, metricPath, orderAxes, paramAxis } from "./drawn-axis.ts";
import { EffectsTable } from "./effects-table.tsx";
import { GridTable } from "./grid-table.tsx";
import { ParallelCoordinates } from "./parallel-coordinates.tsx";
import { ParamChoice } from "./param-choice.tsx";
import { ParamScatter } from "./param-scatter.tsx";
import type { ParametersData } from "./parameters-data.ts";
import { serializeParameters } from "./parameters-params.ts";
import { ProgressChart } from "./progress-chart.tsx";
import { type ParametersStart, useParameters } from "./use-parameters.ts";
import { useParametersState } from "./use-parameters-state.ts";

/** Which parameter matters: the runs of a project that the filter finds, by their params. */
export function ParametersView(start: ParametersStart) {
  const { state, setState, judging } = useParametersState(start.initial.title);
  const { data, fault } = useParameters(start, judging);
  const facets = useFacets({ project: start.initial.title, archived: false }).data;
  const now = useNow();
  const goTo = useGoTo();
  const [highlighted, setHighlighted] = useState<string>();
  const { title, metric, runs, effects, found, total } = data;
  const axes = useMemo(() => data.axes.map(paramAxis), [data.axes]);
  const judged = useMemo(() => metricAxis(data), [data]);
  const drawn = useMemo(
    () => orderAxes(judged ? [...axes, judged] : axes, state.axes),
    [axes, judged, state.axes],
  );
  const brushes = useMemo(() => brushesOf(state.where, drawn), [state.where, drawn]);
  const chosen = axes.find(({ path }) => path === state.x) ?? strongest(axes, effects);
  const color = axes.find(({ path }) => path === state.color);
  const name = metric === undefined ? "the metric" : metricPath(metric);
  const paths = axes.map(({ path }) => path);
  const open = (id: string) => goTo(`/runs/${id}`);
  const mark = (axis: DrawnAxis, brush: Brush | undefined) => {
    const key = { key: axis.path, ...(clashes(axis, data) && { of: "param" as const }) };
    return setState({ where: withBrush(state.where, key, namesOf(axis, drawn), brush) });
  };
  const filter = (where: string) => setState({ where: where === "" ? null : where });
  const table = projectAddress(title, undefined, {
    ...{ where: state.where, better: judging.better },
    metric: judging.metric?.replace(/^(?:best|last|kept|min|max):/, "") ?? null,
  });
  return (
    <>
      <PageHeader crumbs={[{ name: title, href: table }, { name: "Parameters" }]} />
      <main id="content" className="mx-auto grid max-w-[1600px] gap-4 p-4">
        <h1 className="sr-only">Parameters of {title}</h1>
        <div className="grid gap-1.5">
          <div className="flex items-start gap-2">
            <FilterBox
              project={title}
              where={state.where}
              onWhere={filter}
              onType={(where) =>
                setState({ where: where === "" ? null : where }, { history: "replace" })
              }
              fault={fault}
            />
          </div>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <div className="flex min-w-0 flex-1 max-sm:basis-full">
              <FilterChips where={state.where} onWhere={filter} facets={facets} now={now} />
            </div>
            {brushes.size > 0 && (
              <Button shape="link" onClick={() => filter(readBrushes(state.where).base)}>
                clear brushes
              </Button>
            )}
            <p role="status" className="ml-auto text-muted">
              {foundWords(found, total, runs.length)}
            </p>
            <ParamChoice
              label="Judged by"
              value={metric && data.metrics.includes(state.metric ?? "") ? metric.key : name}
              options={data.metrics}
              onChoose={(key) => setState({ metric: key, better: null })}
            />
            <CopyButton
              text={() =>
                window.location.origin +
                serializeParameters(projectAddress(title, "parameters"), judging)
              }
              label="Copy link"
            />
          </div>
        </div>
        {axes.length > 0 && data.sentences.length > 1 && (
          <p className="max-w-prose text-pretty font-semibold text-title tracking-[-0.012em] [overflow-wrap:anywhere]">
            {data.sentences[0]}
          </p>
        )}
        {axes.length === 0 ? (
          <Panel title="Parameters">
            <p className="text-muted">
              {total === 0
                ? emptyWords(state.where)
                : "No param differs among these runs: train with another value of one, and its effect is told here."}
            </p>
          </Panel>
        ) : (
          <>
            <Panel
              title="Parallel coordinates"
              note="drag along an axis to filter, drag its name to move it"
            >
              <ParallelCoordinates
                runs={runs}
                axes={drawn}
                direction={metric?.direction}
                brushes={brushes}
                onBrush={mark}
                onOrder={(order) => setState({ axes: [...order] })}
                highlighted={highlighted}
                onHighlight={setHighlighted}
                onOpen={open}
              />
            </Panel>
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <div className="grid min-w-0 gap-4">
                <Panel
                  title="Effects"
                  {...(metric?.direction && {
                    note: `${name}, ${metric.direction === "max" ? "higher" : "lower"} is better`,
                  })}
                >
                  {effects && (
                    <EffectsTable
                      effects={effects}
                      title={name}
                      chosen={chosen?.path}
                      onChoose={(path) => setState({ x: path })}
                    />
                  )}
                  <ul className="mt-3 grid gap-1 text-muted text-small">
                    {data.sentences.slice(-1).map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                </Panel>
                <Panel title="Progress of the search">
                  <ProgressChart
                    title={name}
                    runs={runs}
                    records={data.records}
                    highlighted={highlighted}
                    onHighlight={setHighlighted}
                  />
                </Panel>
              </div>
              <div className="grid min-w-0 gap-4">
                <Panel title="One param">
                  <div className="mb-1 flex flex-wrap gap-3">
                    <ParamChoice
                      label="Param"
                      value={chosen?.path}
                      options={paths}
                      onChoose={(x) => setState({ x })}
                    />
                    <ParamChoice
                      label="Colour"
                      value={color?.path}
                      options={paths}
                      none="one colour"
                      onChoose={(path) => setState({ color: path === "" ? null : path })}
                    />
                  </div>
                  {chosen && judged && (
                    <ParamScatter
                      runs={runs}
                      x={chosen}
                      metric={judged}
                      color={color}
                      highlighted={highlighted}
                      onHighlight={setHighlighted}
                      onOpen={open}
                    />
                  )}
                </Panel>
                <Panel title="Two params">
                  {data.grid ? (
                    <>
                      <div className="mb-2 flex flex-wrap gap-3">
                        <ParamChoice
                          label="Rows"
                          value={data.grid.row}
                          options={paths}
                          onChoose={(rows) => setState({ rows })}
                        />
                        <ParamChoice
                          label="Columns"
                          value={data.grid.column}
                          options={paths}
                          onChoose={(columns) => setState({ columns })}
                        />
                      </div>
                      <GridTable grid={data.grid} title={name} direction={metric?.direction} />
                    </>
                  ) : (
                    <p className="text-muted">Only one param differs among these runs.</p>
                  )}
                </Panel>
              </div>
            </div>
            <p className="text-muted text-small">
              <PageLink className="hover:underline" href={table}>
                See these runs in the table
              </PageLink>
            </p>
          </>
        )}
      </main>
    </>
  );
}

function strongest(axes: readonly DrawnAxis[], effects: ParametersData["effects"]) {
  const [first] = effects?.effects ?? [];
  return axes.find(({ path }) => path === first?.path) ?? axes[0];
}

/** The brushes by the path of their axis, which the query may call by a shorter name. */
function brushesOf(where: string, axes: readonly DrawnAxis[]): ReadonlyMap<string, Brush> {
  try {
    const { brushes } = readBrushes(where);
    return new Map(
      axes.flatMap((axis) =>
        namesOf(axis, axes).flatMap((key) => {
          const brush = brushes.get(key);
          return brush === undefined ? [] : [[axis.path, brush] as const];
        }),
      ),
    );
  } catch {
    // The page says what is wrong with the query.
    return new Map();
  }
}

/** How a query may call an axis: by its path, or by an end of it that is no other axis' too. */
function namesOf({ path, isMetric }: DrawnAxis, axes: readonly DrawnAxis[]): readonly string[] {
  const parts = path.split(".");
  const ends = isMetric ? [] : parts.map((_, i) => parts.slice(i).join("."));
  const isOwn = (end: string) =>
    axes.every(
      (axis) => axis.path === path || (axis.path !== end && !axis.path.endsWith(`.${end}`)),
    );
  return [path, ...ends.slice(1).filter(isOwn)];
}

const clashes = ({ path, isMetric }: DrawnAxis, { metrics }: ParametersData): boolean =>
  !isMetric && metrics.includes(path);

function foundWords(found: number, total: number, drawn: number): string {
  const runs = countedOf(found, total, "run");
  return drawn < total ? `${runs}; drawn are the newest ${formatCount(drawn)}` : runs;
}

const emptyWords = (where: string): string =>
  where === ""
    ? "No run is listed: those of this project are in the archive or in the trash."
    : "The filter finds no run. Clear it to see all of them.";
