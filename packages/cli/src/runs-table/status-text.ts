import type { RunSummary } from "@epochal/store";

/** How a run stands, with the reason, and with the epoch at which its loss was lost. */
export function statusText({ status, series }: RunSummary): string {
  const state = status.state.replaceAll("_", " ");
  const text = status.reason === undefined ? state : `${state}: ${status.reason}`;
  const broken = series.find(({ key }) => key === "loss")?.firstNonFinite;
  if (broken === undefined) return text;
  return `${text}, loss ${broken.value} @ ${broken.epoch ?? broken.step}`;
}
