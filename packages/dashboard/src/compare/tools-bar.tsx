"use client";
import { ToggleGroup } from "../ui/toggle-group.tsx";
import type { VerdictAnswer } from "../wire/answers.ts";
import type { CardSections } from "./metric-cards.ts";
import type { useCompareState } from "./use-compare-state.ts";

interface ToolsBarProps extends Pick<ReturnType<typeof useCompareState>, "state" | "set"> {
  readonly cards: CardSections;
  readonly verdict: VerdictAnswer | undefined;
  /** A word of warning about what is drawn. */
  readonly note: string | undefined;
}

/** How the charts are drawn, and by what the runs are judged. */
export function ToolsBar({ state, set, cards, verdict, note }: ToolsBarProps) {
  const keys = judgingKeys(cards);
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
      {keys.length > 1 && (
        <label className="inline-flex h-7 items-center gap-1.5 rounded-control border border-line bg-surface pl-2.5 text-muted">
          Judge by
          <select
            value={verdict?.metric?.key}
            onChange={(event) => set({ metric: event.target.value })}
            className="h-full max-w-44 rounded-control bg-transparent pr-1.5 font-medium text-text"
          >
            {keys.map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        </label>
      )}
      <ToggleGroup
        label="Horizontal axis"
        options={[
          { value: "epoch", label: "Epoch" },
          { value: "step", label: "Step" },
        ]}
        value={state.x}
        onChoose={(x) => set({ x })}
      />
      <ToggleGroup
        label="Vertical scale"
        options={[
          { value: "linear", label: "Linear" },
          { value: "log", label: "Log" },
        ]}
        value={state.y}
        onChoose={(y) => set({ y })}
      />
      {note && <span className="text-small text-muted">{note}</span>}
      <span className="ml-auto inline-flex items-center gap-3 text-small text-muted">
        <LineKey label="validation" />
        <LineKey label="training" dashed />
      </span>
    </div>
  );
}

/** Keys of the series that runs can be judged by, those of validation first. */
function judgingKeys({ primary, epoch }: CardSections): readonly string[] {
  const cards = [...(primary ? [primary] : []), ...epoch].filter(
    ({ direction }) => direction !== undefined,
  );
  const keys = (of: "validation" | "train") => cards.flatMap((card) => card[of] ?? []).sort();
  return [...keys("validation"), ...keys("train")];
}

function LineKey({ label, dashed }: { readonly label: string; readonly dashed?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg width="20" height="4" aria-hidden>
        <line
          x1="0"
          y1="2"
          x2="20"
          y2="2"
          stroke="currentColor"
          strokeWidth={dashed ? 1.2 : 1.8}
          strokeDasharray={dashed ? "4 3" : undefined}
        />
      </svg>
      {label}
    </span>
  );
}
