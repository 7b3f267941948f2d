type Params = Readonly<Record<string, unknown>> | null | undefined;

/** How many batches an epoch has, as far as the params of a fit tell. */
export function batchesPerEpoch(params: Params): number | undefined {
  const { steps, samples, batchSize } = params ?? {};
  if (typeof steps === "number" && Number.isFinite(steps)) return steps;
  return typeof samples === "number" && typeof batchSize === "number"
    ? Math.ceil(samples / batchSize)
    : undefined;
}
