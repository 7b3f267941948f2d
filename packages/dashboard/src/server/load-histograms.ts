import "server-only";
import { heatMap } from "../run/histograms/heat-map.ts";
import type { HistogramsAnswer } from "../wire/histograms.ts";
import { store } from "./store.ts";

const others = [
  ...["card", "graph", "early_stopping", "learning_rate", "checkpoint", "fit", "note"],
] as const;

/** The histograms of a run, of one key or of the first. @throws StoreError `run_not_found` */
export async function loadHistograms(run: string, wanted?: string): Promise<HistogramsAnswer> {
  const open = await store();
  const { events } = await open.getRun(run, { withoutEvents: [...others] as "card"[] });
  const all = events.flatMap(({ event }) => (event.type === "histogram" ? [event] : []));
  const keys = [...new Set(all.map(({ key }) => String(key)))];
  const key = wanted !== undefined && keys.includes(wanted) ? wanted : keys[0];
  if (key === undefined) return { keys };
  return { keys, key, map: heatMap(all.filter((each) => each.key === key)) };
}
