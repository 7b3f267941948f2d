"use client";
import { useState } from "react";
import { Signal } from "../charts/signal.ts";
import { MachineSection } from "./machine-section.tsx";
import { type ChartContext, MetricCardChart } from "./metric-card-chart.tsx";
import type { CardSections, MetricCard } from "./metric-cards.ts";

interface ChartSectionsProps {
  readonly cards: CardSections;
  readonly context: ChartContext;
}

/** All charts: the primary metric wide, then the others, then batches, then learning rates, and the machine folded away. */
export function ChartSections({ cards, context }: ChartSectionsProps) {
  const [cursors] = useState(() => ({ epoch: newCursor(), batch: newCursor() }));
  // On an axis of steps, batches and epochs stand at different places. Only an axis of epochs has one cursor for all.
  const batchCursor = context.xAxis === "epoch" ? cursors.epoch : cursors.batch;
  const grid = (list: readonly MetricCard[]) => (
    <div className="grid grid-cols-1 gap-3 @[640px]:grid-cols-2 @[640px]:[&>*:last-child:nth-child(odd)]:col-span-2">
      {list.map((card) => (
        <MetricCardChart
          key={card.id}
          card={card}
          context={context}
          cursor={card.per === "batch" ? batchCursor : cursors.epoch}
        />
      ))}
    </div>
  );
  return (
    <div className="@container flex flex-col gap-3">
      {cards.primary && (
        <MetricCardChart
          key={cards.primary.id}
          card={cards.primary}
          context={context}
          cursor={cursors.epoch}
          wide
        />
      )}
      {grid(cards.epoch)}
      {cards.batch.length > 0 && (
        <>
          <h2 className="mt-3 font-semibold">Per batch</h2>
          {grid(cards.batch)}
        </>
      )}
      {cards.rates.length > 0 && (
        <>
          <h2 className="mt-3 font-semibold">Learning rate</h2>
          {grid(cards.rates)}
        </>
      )}
      {cards.machine.length > 0 && (
        <MachineSection count={cards.machine.length}>{grid(cards.machine)}</MachineSection>
      )}
    </div>
  );
}

const newCursor = () => new Signal<number | undefined>(undefined);
