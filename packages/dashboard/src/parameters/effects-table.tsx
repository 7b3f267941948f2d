"use client";

import { formatCorrelation, formatCount, formatValue, paramText } from "@epochal/conclusions";
import type { RunEffects } from "@epochal/store";

export interface EffectsTableProps {
  readonly effects: RunEffects;
  readonly title: string;
  /** The param of the scatter. */
  readonly chosen: string | undefined;
  readonly onChoose: (path: string) => void;
}

type Effect = RunEffects["effects"][number];

/** What each param has to do with the metric: clear effects first, and where two params moved together, no effect at all. */
export function EffectsTable({ effects, title, chosen, onChoose }: EffectsTableProps) {
  const partners = (path: string) =>
    effects.confounded.find((group) => group.includes(path))?.filter((other) => other !== path);
  if (effects.looked === 0) {
    return (
      <p className="text-muted">
        No param differs among these runs. Train with another value, or widen the filter.
      </p>
    );
  }
  return (
    <table className="w-full border-collapse">
      <thead className="text-left text-muted text-small">
        <tr>
          <th className="py-1 pr-3 font-normal">param</th>
          <th className="py-1 pr-3 font-normal">effect on {title}</th>
          <th className="py-1 pr-3 text-right font-normal">strength</th>
          <th className="py-1 text-right font-normal">runs</th>
        </tr>
      </thead>
      <tbody>
        {effects.effects.map((effect) => {
          const { path, n, isClear } = effect;
          const together = partners(path);
          return (
            <tr key={path} className="border-line border-t align-baseline">
              <td className="py-1 pr-3">
                <button
                  type="button"
                  aria-pressed={path === chosen}
                  className="text-left hover:underline aria-pressed:font-semibold aria-pressed:text-accent"
                  onClick={() => onChoose(path)}
                >
                  {path}
                </button>
              </td>
              <td className={`py-1 pr-3 ${isClear && !together ? "" : "text-muted"}`}>
                {together ? `confounded with ${together.join(", ")}` : effectText(effect)}
              </td>
              <td className="py-1 pr-3 text-right tabular-nums">
                {together ? "" : strengthText(effect)}
              </td>
              <td className="py-1 text-right tabular-nums">{formatCount(n)}</td>
            </tr>
          );
        })}
        {effects.untold.map((path) => (
          <tr key={path} className="border-line border-t align-baseline text-muted">
            <td className="py-1 pr-3">{path}</td>
            <td className="py-1 pr-3" colSpan={3}>
              too few runs have each value
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function effectText(effect: Effect): string {
  if (!effect.isClear) return "none that is clear";
  if (effect.kind === "number") {
    if (effect.better === undefined) return effect.rho > 0 ? "rises with it" : "falls with it";
    return `${effect.better} is better`;
  }
  const [first] = effect.groups;
  if (first === undefined) return "";
  const name = "value" in first ? paramText(first.value) : "without it";
  return `${name}: ${formatValue(first.mean)} on average`;
}

function strengthText(effect: Effect): string {
  if (effect.kind === "category") return `${Math.round(effect.share * 100)} % of variance`;
  const [rho, low, high] = [effect.rho, effect.low, effect.high].map(formatCorrelation);
  return `ρ ${rho} (${low} to ${high})`;
}
