import type { MetricCard } from "@epochal/panel/charts";
import { Icon } from "../ui/icon.tsx";
import type { CardsContext } from "./cards-context.ts";

interface CardButtonsProps {
  readonly card: MetricCard;
  readonly context: Pick<CardsContext, "pinned" | "onPin" | "onFull">;
}

const BUTTON =
  "grid size-5 place-items-center rounded text-faint hover:bg-grid hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent";

/** Pins a card, and fills the screen with it. */
export function CardButtons({ card, context }: CardButtonsProps) {
  const { pinned, onPin, onFull } = context;
  return (
    <>
      <button
        type="button"
        className={BUTTON}
        aria-pressed={pinned.includes(card.id)}
        aria-label={`Pin ${card.title}`}
        title="Keep it among the first cards"
        onClick={() => onPin(card.id)}
      >
        <Icon name="pin" className="size-3.5" />
      </button>
      {onFull && (
        <button
          type="button"
          className={BUTTON}
          aria-label={`Full screen: ${card.title}`}
          title="Fill the screen"
          onClick={() => onFull(card.id)}
        >
          <Icon name="expand" className="size-3.5" />
        </button>
      )}
    </>
  );
}
