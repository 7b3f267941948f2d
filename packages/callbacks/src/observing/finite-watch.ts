import type { NonFiniteEvent } from "@epochal/record";
import { toJsonNumber } from "@epochal/record";
import { type Logs, Tensor } from "@tensorflow/tfjs";
import { readsAtOnce } from "../layers-model/reads-at-once.ts";

/** Finds the first value of each key that is NaN or infinite: of the loss the batch, of all others the epoch. */
export class FiniteWatch {
  readonly #told = new Set<string>();
  readonly #before = new Map<string, number>();
  #lossBefore: number | undefined;
  /** Whether the loss of every batch is looked at. */
  #readsBatches: boolean = readsAtOnce();

  batch(epoch: number, batch: number, logs: Logs): NonFiniteEvent | undefined {
    if (!this.#readsBatches) return undefined;
    const given: unknown = logs.loss;
    // It leaves the other logs unread, because reading would compute exact metrics.
    const loss: unknown = given instanceof Tensor ? given.dataSync()[0] : given;
    if (typeof loss !== "number") return undefined;
    const before = this.#lossBefore;
    this.#lossBefore = loss;
    return Number.isFinite(loss)
      ? undefined
      : this.#tell({ epoch, batch, key: "loss" }, loss, before);
  }

  epoch(epoch: number, logs: Logs): NonFiniteEvent[] {
    const found: NonFiniteEvent[] = [];
    for (const [key, value] of Object.entries(logs)) {
      if (typeof value !== "number") continue;
      if (Number.isFinite(value)) this.#before.set(key, value);
      else if (!this.#told.has(key))
        found.push(this.#tell({ epoch, key }, value, this.#before.get(key)));
    }
    return found;
  }

  #tell(
    at: Pick<NonFiniteEvent, "epoch" | "batch" | "key">,
    value: number,
    before: number | undefined,
  ): NonFiniteEvent {
    this.#told.add(at.key);
    if (at.key === "loss") this.#readsBatches = false;
    return {
      type: "non_finite",
      ...at,
      value: toJsonNumber(value),
      ...(before !== undefined && { before: toJsonNumber(before) }),
    };
  }
}
