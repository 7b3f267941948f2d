"use client";
import { counted, formatCount } from "@epochal/conclusions";
import { useId, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { CardSection } from "./card-sections.ts";
import type { CardsContext } from "./cards-context.ts";
import { MetricCardChart } from "./metric-card-chart.tsx";
import { NearCard } from "./near-card.tsx";
import type { CardSize } from "./use-card-layout.ts";

interface SectionOfCardsProps {
  readonly section: CardSection;
  /** Ids of the cards that are drawn at once, near or not. */
  readonly first: ReadonlySet<string>;
  readonly context: CardsContext;
  readonly size: CardSize;
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
}

/** So many cards of a section stand there until somebody asks for more. */
const FIRST_SHOWN = 12;

const grids = {
  small: "@[520px]:grid-cols-2 @[780px]:grid-cols-3 @[1200px]:grid-cols-4",
  medium:
    "@[640px]:grid-cols-2 @[640px]:[&>*:last-child:nth-child(odd)]:col-span-2 @[1500px]:grid-cols-3 @[1500px]:[&>*:last-child:nth-child(odd)]:col-span-1",
  large: "",
} as const;

/** Cards under a heading that folds them away. */
export function SectionOfCards(props: SectionOfCardsProps) {
  const { section, first, context, size, isFolded, onFold } = props;
  const { title, cards } = section;
  const [hasAll, setHasAll] = useState(false);
  const heading = useId();
  const shown = hasAll ? cards : cards.slice(0, FIRST_SHOWN);
  const more = cards.length - shown.length;
  return (
    <section aria-labelledby={heading} className="mt-1 flex min-w-0 flex-col gap-2">
      <h2 id={heading} className="min-w-0">
        <button
          type="button"
          aria-expanded={!isFolded}
          className="flex max-w-full items-center gap-1.5 rounded-control py-0.5 pr-2 font-semibold hover:text-accent"
          onClick={() => onFold(!isFolded)}
        >
          <Icon name={isFolded ? "chevronRight" : "chevronDown"} className="size-3.5" />
          <span className="truncate">{title}</span>
          <span className="flex-none font-normal text-muted text-small">
            {counted(cards.length, "chart")}
          </span>
        </button>
      </h2>
      {!isFolded && (
        <div className={`grid grid-cols-1 gap-3 ${grids[size]}`}>
          {shown.map((card) => (
            <NearCard
              key={card.id}
              title={card.title}
              wide={size === "large"}
              isFirst={first.has(card.id)}
            >
              <MetricCardChart card={card} context={context} wide={size === "large"} />
            </NearCard>
          ))}
        </div>
      )}
      {!isFolded && more > 0 && (
        <Button className="self-start" onClick={() => setHasAll(true)}>
          Show {formatCount(more)} more
        </Button>
      )}
    </section>
  );
}
