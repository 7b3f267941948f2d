"use client";
import type { MetricCard } from "@epochal/panel/charts";
import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import { Button } from "../ui/button.tsx";
import { FullScreen } from "../ui/full-screen.tsx";
import { Icon } from "../ui/icon.tsx";
import type { CardsContext } from "./cards-context.ts";
import { MetricCardChart } from "./metric-card-chart.tsx";

interface FullScreenCardProps {
  /** In the order of the page. */
  readonly cards: readonly MetricCard[];
  /** The id of the one that fills the screen. */
  readonly shown: string;
  readonly context: CardsContext;
  /** How its curves are shown. */
  readonly tools: ReactNode;
  /** Another card, or undefined to go back to the page. */
  readonly onShow: (card: string | undefined) => void;
}

/** One card as large as the screen. Arrow keys go to the next one; on the plot itself, up and down do. */
export function FullScreenCard(props: FullScreenCardProps) {
  const { cards, shown, context, tools, onShow } = props;
  const alone = useMemo((): CardsContext => {
    const { onFull: _, ...rest } = context;
    return rest;
  }, [context]);
  const at = cards.findIndex(({ id }) => id === shown);
  const card = cards[at];
  if (card === undefined) return null;
  const go = (by: 1 | -1) => onShow(cards[(at + by + cards.length) % cards.length]?.id);
  const press = (event: KeyboardEvent) => {
    const by = stepOf(event);
    if (by === undefined || cards.length < 2) return;
    event.preventDefault();
    go(by);
  };
  return (
    <FullScreen
      title={`${card.title} · ${at + 1} of ${cards.length}`}
      onClose={() => onShow(undefined)}
      onKeyDown={press}
      actions={
        <>
          <Button
            shape="icon"
            aria-label="Previous chart"
            title="Previous chart (←)"
            onClick={() => go(-1)}
          >
            <Icon name="chevronLeft" />
          </Button>
          <Button shape="icon" aria-label="Next chart" title="Next chart (→)" onClick={() => go(1)}>
            <Icon name="chevronRight" />
          </Button>
        </>
      }
    >
      {tools}
      <MetricCardChart key={card.id} card={card} context={alone} wide height="screen" />
    </FullScreen>
  );
}

/** Which way a key leads, unless it is needed where it was pressed. */
function stepOf({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent): 1 | -1 | undefined {
  if (altKey || ctrlKey || metaKey || !(target instanceof Element)) return undefined;
  if (target.closest("input, select, textarea, [role=group]")) return undefined;
  const isPlot = target.closest("[role=slider]") !== null;
  if (key === "ArrowDown" || (key === "ArrowRight" && !isPlot)) return 1;
  return key === "ArrowUp" || (key === "ArrowLeft" && !isPlot) ? -1 : undefined;
}
