"use client";
import { type PrimaryMetric, soundEvent } from "@epochal/conclusions";
import {
  type MetricCard,
  metricCards,
  type RunColor,
  runMarks,
  Signal,
} from "@epochal/panel/charts";
import { useDeferredValue, useMemo, useState } from "react";
import { MachineSection } from "../cards/machine-section.tsx";
import { NearCard } from "../cards/near-card.tsx";
import { shortRange } from "../cards/short-range.ts";
import { STRONGEST, ViewTools } from "../cards/view-tools.tsx";
import type { RunView } from "../wire/run-json.ts";
import { MarksLegend } from "./marks-legend.tsx";
import { PatienceStrip } from "./patience-strip.tsx";
import { RunCard, type RunCardContext } from "./run-card.tsx";
import { useRunView } from "./use-run-view.ts";
import { useSuperseded } from "./use-superseded.ts";

export interface RunChartsProps {
  readonly run: RunView;
  readonly primary: PrimaryMetric | undefined;
  readonly color: RunColor;
}

const GRID =
  "grid grid-cols-1 gap-3 empty:hidden md:grid-cols-2 md:[&>*:last-child:nth-child(odd)]:col-span-2";

/** All metrics of one run, the one it is judged by first and widest. */
export function RunCharts({ run, primary, color }: RunChartsProps) {
  const { state, set, drag } = useRunView();
  const context = useRunCards(run, color, state, set);
  const cards = useMemo(() => metricCards(run.series, primary), [run.series, primary]);
  if (run.series.length === 0) {
    return (
      <p role="status" className="px-1 text-muted">
        Waiting for the first epoch…
      </p>
    );
  }
  const chart = (card: MetricCard, isWide: boolean) => (
    <NearCard key={card.id} title={card.title} wide={isWide} isFirst={isWide}>
      <RunCard card={card} context={context} wide={isWide}>
        {isWide && <MarksLegend marks={context.marked.marks} />}
        <PatienceStrip run={run} card={card} color={color} />
      </RunCard>
    </NearCard>
  );
  return (
    <section aria-label="Charts" className="grid grid-cols-1 gap-3">
      <h2 className="sr-only">Charts</h2>
      <fieldset
        aria-label="How charts are drawn"
        className="flex min-w-0 flex-wrap items-center gap-2"
      >
        <ViewTools state={state} set={set} drag={drag} isGrouped={false} />
      </fieldset>
      {cards.primary && chart(cards.primary, true)}
      <div className={GRID}>
        {[...cards.epoch, ...cards.batch, ...cards.rates].map((card) => chart(card, false))}
      </div>
      {cards.machine.length > 0 && (
        <MachineSection count={cards.machine.length}>
          <div className={GRID}>{cards.machine.map((card) => chart(card, false))}</div>
        </MachineSection>
      )}
    </section>
  );
}

const newCursor = () => new Signal<number | undefined>(undefined);

/** What the cards of a run share. */
function useRunCards(
  run: RunView,
  color: RunColor,
  { x, y, split, smooth, zoom }: ReturnType<typeof useRunView>["state"],
  set: ReturnType<typeof useRunView>["set"],
): RunCardContext {
  const { id, name, startedAt, series, events, segments } = run;
  const [cursors] = useState(() => ({ epoch: newCursor(), batch: newCursor() }));
  const superseded = useSuperseded(run);
  // A slider is dragged faster than charts are drawn.
  const smoothing = useDeferredValue(Math.min(STRONGEST, Math.max(0, smooth)));
  const marks = useMemo(
    () => runMarks({ events: events.map(({ event }) => soundEvent(event)), segments }),
    [events, segments],
  );
  const runs = useMemo(
    () => [{ id, label: name, color, startedAt, context: false, series }],
    [id, name, color, startedAt, series],
  );
  return useMemo(
    () => ({
      ...{ runs, groups: undefined, superseded, cursors },
      view: { xAxis: x, scale: y, splits: split, smoothing },
      zoom: zoom ? { min: zoom.from, max: zoom.to } : undefined,
      onZoom: (range) => {
        const short = range && shortRange(range);
        set({ zoom: short ? { from: short.min, to: short.max } : null });
      },
      marked: { run: id, startedAt, marks },
    }),
    [runs, superseded, cursors, x, y, split, smoothing, zoom, set, id, startedAt, marks],
  );
}
