import { Tensor } from "@tensorflow/tfjs";

type Logs = Readonly<Record<string, unknown>>;

/** A copy of the logs of somebody's loop, with numbers in the place of tensors, which stay the loop's own. */
export async function readLogs(logs: Logs = {}): Promise<Record<string, number>> {
  const entries = Object.entries(logs).map(async ([key, value]) => [
    key,
    value instanceof Tensor ? ((await value.data())[0] ?? Number.NaN) : value,
  ]);
  return Object.fromEntries(await Promise.all(entries));
}
