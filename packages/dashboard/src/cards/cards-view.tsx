"use client";
import { allCards, type CardSections, Signal } from "@epochal/panel/charts";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import type { TracesAnswer } from "../wire/answers.ts";
import { cardSections, matches } from "./card-sections.ts";
import { CardTools } from "./card-tools.tsx";
import type { CardsContext } from "./cards-context.ts";
import type { CardsState, SetCards } from "./cards-state.ts";
import type { DrawnGroups } from "./drawn-groups.ts";
import type { DrawnRun } from "./drawn-run.ts";
import { firstCards } from "./first-cards.ts";
import { FullScreenCard } from "./full-screen-card.tsx";
import { KnownTraces } from "./known-traces.ts";
import { MetricCardChart } from "./metric-card-chart.tsx";
import { SectionOfCards } from "./section-of-cards.tsx";
import { shortRange } from "./short-range.ts";
import { useCardLayout } from "./use-card-layout.ts";
import { useMarkedRun } from "./use-marked-run.ts";
import { STRONGEST, ViewTools } from "./view-tools.tsx";

interface CardsViewProps {
  readonly project: string;
  readonly state: CardsState;
  /** A step of the history. */
  readonly set: SetCards;
  /** While a person drags: no step of the history. */
  readonly drag: SetCards;
  /** The address of what is shown, whole. */
  readonly address: () => string;
  readonly cards: CardSections;
  readonly runs: readonly DrawnRun[];
  readonly traces: TracesAnswer["traces"];
  /** Drawn instead of the runs, where they are folded into groups. */
  readonly groups: DrawnGroups | undefined;
  readonly hoveredRun: Signal<string | undefined>;
  /** By what the runs are judged. */
  readonly judged: ReactNode;
  /** What to say where nothing is drawn. */
  readonly empty: string;
}

/** All charts of the runs: the primary metric first and widest, the others in sections, all over the same stretch of x. */
export function CardsView(props: CardsViewProps) {
  const { project, state, set, drag, cards, runs, groups, hoveredRun, empty } = props;
  const [layout, setLayout] = useCardLayout(project);
  const [search, setSearch] = useState("");
  const [cursors] = useState(() => ({ epoch: newCursor(), batch: newCursor() }));
  const marked = useMarkedRun(runs, props.traces, state.base);
  // A slider is dragged faster than charts are drawn.
  const smoothing = useDeferredValue(Math.min(STRONGEST, Math.max(0, state.smooth)));
  const { x, y, split, zoom, base } = state;
  const context = useMemo(
    (): CardsContext => ({
      ...{ runs, groups, hoveredRun, cursors },
      view: { xAxis: x, scale: y, splits: split, smoothing },
      zoom: zoom ? { min: zoom.from, max: zoom.to } : undefined,
      onZoom: (range) => {
        const short = range && shortRange(range);
        set({ zoom: short ? { from: short.min, to: short.max } : null });
      },
      baseline: base ?? undefined,
      marked: groups ? undefined : marked,
      pinned: layout.pinned,
      onPin: (id) => {
        const others = layout.pinned.filter((other) => other !== id);
        const isPinned = others.length < layout.pinned.length;
        setLayout({ ...layout, pinned: isPinned ? others : [...others, id] });
      },
      onFull: (card) => set({ card }),
    }),
    [
      runs,
      groups,
      hoveredRun,
      cursors,
      x,
      y,
      split,
      smoothing,
      zoom,
      base,
      marked,
      layout,
      setLayout,
      set,
    ],
  );
  const first = useMemo(() => new Set(firstCards(cards).map(({ id }) => id)), [cards]);
  const found = useDeferredValue(search);
  const sections = useMemo(
    () => cardSections({ cards, search: found, pinned: layout.pinned }),
    [cards, found, layout.pinned],
  );
  const primary = cards.primary && matches(found)(cards.primary) ? cards.primary : undefined;
  const isEmpty = groups ? groups.groups.length === 0 : runs.length === 0;
  const viewTools = (
    <ViewTools state={state} set={set} drag={drag} isGrouped={groups !== undefined} />
  );
  return (
    <KnownTraces value={props.traces}>
      <section aria-label="Charts" className="@container flex min-w-0 flex-col gap-3">
        <CardTools
          judged={props.judged}
          view={viewTools}
          address={props.address}
          search={search}
          onSearch={setSearch}
          size={layout.size}
          onSize={(size) => setLayout({ ...layout, size })}
        />
        {isEmpty ? (
          <p className="rounded-card border border-line bg-surface px-4 py-12 text-center text-muted">
            {empty}
          </p>
        ) : (
          <>
            {primary && <MetricCardChart key={primary.id} card={primary} context={context} wide />}
            {sections.map((section) => (
              <SectionOfCards
                key={section.id}
                section={section}
                first={first}
                context={context}
                size={layout.size}
                isFolded={
                  found.trim() === "" ? (layout.folded[section.id] ?? section.isFolded) : false
                }
                onFold={(isFolded) =>
                  setLayout({ ...layout, folded: { ...layout.folded, [section.id]: isFolded } })
                }
              />
            ))}
            {!primary && sections.length === 0 && (
              <p role="status" className="px-1 py-8 text-center text-muted">
                No chart is called so.
              </p>
            )}
          </>
        )}
        {state.card !== null && (
          <FullScreenCard
            cards={allCards(cards)}
            shown={state.card}
            context={context}
            tools={<div className="flex flex-wrap gap-2">{viewTools}</div>}
            // Going on is no step of the history: Back leads out of the full screen.
            onShow={(card) => (card === undefined ? set({ card: null }) : drag({ card }))}
          />
        )}
      </section>
    </KnownTraces>
  );
}

const newCursor = () => new Signal<number | undefined>(undefined);
