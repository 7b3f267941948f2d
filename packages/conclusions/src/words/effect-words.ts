import type { CategoryEffect, EffectGroup } from "../effects/category-effect.ts";
import type { NumberEffect } from "../effects/number-effect.ts";
import type { ParameterEffects } from "../effects/parameter-effects.ts";
import { counted } from "../format/counted.ts";
import { formatCorrelation } from "../format/format-correlation.ts";
import { formatValue } from "../format/format-value.ts";
import type { Interval } from "../statistics/describe-sample.ts";
import { paramText } from "./param-text.ts";

/** What params have to do with a metric, a sentence each: clear effects, what cannot be told apart, and how sure all of it is. */
export function effectWords(metric: string, found: ParameterEffects): string[] {
  const { runs, nonFinite, looked, effects, untold, confounded } = found;
  const clear = effects.filter(({ isClear }) => isClear);
  const unclear = effects.filter(({ isClear }) => !isClear).map(({ path }) => path);
  return [
    ...clear.map((effect) => wordsOf(metric, effect)),
    ...(unclear.length === 0 ? [] : [`No clear effect: ${unclear.join(", ")}.`]),
    ...confounded.map(
      (paths) => `${listed(paths)} vary together: these runs cannot tell them apart.`,
    ),
    ...(untold.length === 0
      ? []
      : [
          `Nothing can be said of ${untold.join(", ")}: too few runs have each value, or ${metric} never changes.`,
        ]),
    looked === 0
      ? `No param varies in ${counted(runs, "run")}.`
      : `${counted(looked, "param")} of ${counted(runs, "run")} looked at; of 20 that do nothing, one seems clear by chance.`,
    ...(nonFinite === 0
      ? []
      : [`${counted(nonFinite, "run is", "runs are")} left out: ${metric} is not finite there.`]),
  ];
}

function wordsOf(metric: string, effect: NumberEffect | CategoryEffect): string {
  if (effect.kind === "category") {
    const told = effect.groups.map((group) => groupWords(group));
    return `${metric} differs by ${effect.path}: ${told.join("; ")}.`;
  }
  const { path, rho, better, n } = effect;
  const way = { higher: "better with a higher", lower: "better with a lower" };
  const words = better === undefined ? `${rho > 0 ? "rises" : "falls"} with` : `is ${way[better]}`;
  return `${metric} ${words} ${path}: rank correlation ${formatCorrelation(rho)} (${formatCorrelation(effect.low)} to ${formatCorrelation(effect.high)}) over ${counted(n, "run")}.`;
}

function groupWords({ n, mean, interval, ...group }: EffectGroup): string {
  const value = "value" in group ? paramText(group.value) : "without it";
  const range = interval === undefined ? "" : ` (${rangeWords(interval)})`;
  return `${value} ${formatValue(mean)}${range} in ${counted(n, "run")}`;
}

const rangeWords = ({ low, high }: Interval) => `${formatValue(low)} to ${formatValue(high)}`;

function listed(paths: readonly string[]): string {
  return `${paths.slice(0, -1).join(", ")} and ${paths.at(-1)}`;
}
