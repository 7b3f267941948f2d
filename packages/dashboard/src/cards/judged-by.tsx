"use client";
import type { PrimaryMetric } from "@epochal/conclusions";
import type { CardSections, MetricCard } from "@epochal/panel/charts";
import { Button } from "../ui/button.tsx";
import type { FixedMetric } from "./use-fixed-metric.ts";

interface JudgedByProps {
  readonly cards: CardSections;
  readonly metric: (PrimaryMetric & { readonly isGuessed: boolean }) | undefined;
  /** What a person fixed for the project. */
  readonly fixed: FixedMetric | undefined;
  /** Which way somebody said is better: here, or whoever sent the address. */
  readonly said: "max" | "min" | undefined;
  readonly onChoose: (key: string) => void;
  /** Undefined to fix none any more. */
  readonly onFix: (metric: FixedMetric | undefined) => void;
}

const directions = {
  max: { arrow: "↑", words: "higher is better" },
  min: { arrow: "↓", words: "lower is better" },
} as const;

/** By what the runs are judged, how sure that is, and one click that fixes it for the project. */
export function JudgedBy({ cards, metric, fixed, said, onChoose, onFix }: JudgedByProps) {
  const keys = judgingKeys(cards);
  if (keys.length === 0) return null;
  const isFixed = metric !== undefined && fixed?.key === metric.key;
  const direction = said ?? metric?.direction;
  const status = isFixed ? "fixed" : metric?.isGuessed === false ? "chosen" : "guessed";
  return (
    <span className="inline-flex h-7 max-w-full flex-none items-center gap-1.5 rounded-control border border-line bg-surface pr-2.5 pl-2.5 text-muted">
      <label className="inline-flex h-full min-w-0 items-center gap-1.5">
        Judge by
        <select
          value={metric?.key ?? ""}
          onChange={(event) => onChoose(event.target.value)}
          className="h-full min-w-0 max-w-44 rounded-control bg-transparent [field-sizing:content] font-medium text-text"
        >
          {metric === undefined && <option value="">nothing</option>}
          {keys.map((key) => (
            <option key={key}>{key}</option>
          ))}
        </select>
      </label>
      {direction && (
        <span title={directions[direction].words}>
          {directions[direction].arrow}
          <span className="sr-only">{directions[direction].words}</span>
        </span>
      )}
      {metric && (
        <span className="whitespace-nowrap text-small">
          {status}
          {" · "}
          {isFixed ? (
            <Button
              shape="link"
              title="Judge by what the runs seem to be about"
              onClick={() => onFix(undefined)}
            >
              release
            </Button>
          ) : (
            (direction ? [direction] : (["max", "min"] as const)).map((way, place) => (
              <span key={way}>
                {place > 0 && ", "}
                <Button
                  shape="link"
                  title={`Judge the runs of this project by ${metric.key} in this browser: ${directions[way].words}`}
                  onClick={() =>
                    onFix({ key: metric.key, ...((said || !direction) && { direction: way }) })
                  }
                >
                  {direction ? "fix" : `fix: ${directions[way].words}`}
                </Button>
              </span>
            ))
          )}
        </span>
      )}
    </span>
  );
}

/** Keys of the series that runs can be judged by: those of validation first, and those of an unknown direction last. */
function judgingKeys({ primary, epoch }: CardSections): readonly string[] {
  const all = [...(primary ? [primary] : []), ...epoch];
  const known = all.filter(({ direction }) => direction !== undefined);
  const unknown = all.filter(({ direction }) => direction === undefined);
  const keys = (list: readonly MetricCard[], of: "validation" | "train") =>
    list.flatMap((card) => card[of] ?? []).sort();
  return [known, unknown].flatMap((list) => [...keys(list, "validation"), ...keys(list, "train")]);
}
