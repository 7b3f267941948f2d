import { Tensor } from "@tensorflow/tfjs";

/** Replaces each tensor in the logs, in place, by its number, and frees it. */
export async function resolveLogs(logs: Record<string, unknown> | undefined): Promise<void> {
  const pending = Object.entries(logs ?? {}).filter(
    (entry): entry is [string, Tensor] => entry[1] instanceof Tensor,
  );
  await Promise.all(
    pending.map(async ([key, tensor]) => {
      const [value = Number.NaN] = await tensor.data();
      tensor.dispose();
      if (logs !== undefined) {
        logs[key] = value;
      }
    }),
  );
}
