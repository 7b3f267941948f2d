import { watcherMarker } from "../arranging/epochal-callback.ts";
import type { LayersCopy } from "../copies/layers-copy.ts";
import type { FitListener } from "./fit-listener.ts";

type Logs = Readonly<Record<string, unknown>>;

/** The hooks of a callback of TensorFlow.js. */
class Hooks {
  params: Logs = {};
  setParams(params: Logs): void {
    this.params = params;
  }
  setModel(_model: object): void {}
  async onTrainBegin(): Promise<void> {}
  async onTrainEnd(): Promise<void> {}
  async onEpochBegin(_epoch: number): Promise<void> {}
  async onEpochEnd(_epoch: number, _logs?: Logs): Promise<void> {}
  async onBatchBegin(): Promise<void> {}
  async onBatchEnd(_batch: number, _logs?: Logs): Promise<void> {}
}

/**
 * Two callbacks that tell a listener of a fit: one that stands before all others, one that stands behind them. What the listener
 * throws goes to `report`, and it is told no more.
 */
export function toldCallbacks(
  copy: LayersCopy,
  listener: FitListener,
  report: (error: unknown) => void,
): readonly [first: object, last: object] {
  let isTold = true;
  const tell = async (what: () => Promise<void>) => {
    if (!isTold) return;
    try {
      await what();
    } catch (error) {
      isTold = false;
      report(error);
    }
  };
  class First extends Hooks {
    #model: object = {};
    override setModel(model: object): void {
      this.#model = model;
    }
    override onTrainBegin(): Promise<void> {
      return tell(() => listener.onTrainBegin(this.#model, this.params));
    }
    override onEpochBegin(epoch: number): Promise<void> {
      return tell(() => listener.onEpochBegin(epoch));
    }
  }
  class Last extends Hooks {
    override onTrainBegin(): Promise<void> {
      return tell(() => listener.afterTrainBegin());
    }
    override onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
      return tell(() => listener.onBatchEnd(batch, logs));
    }
    override onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
      return tell(() => listener.onEpochEnd(epoch, logs));
    }
    override onTrainEnd(): Promise<void> {
      return tell(() => listener.onTrainEnd());
    }
  }
  return [asCallback(copy, new First()), asCallback(copy, new Last())];
}

/** The hooks as a callback of a copy of TensorFlow.js, which looks at the class of the first one. */
function asCallback({ Callback }: LayersCopy, hooks: Hooks): object {
  const made = new (Callback as new () => object)();
  for (const name of Object.getOwnPropertyNames(Hooks.prototype)) {
    if (name === "constructor") continue;
    const hook = (...given: unknown[]) => Reflect.get(hooks, name).apply(hooks, given);
    Object.defineProperty(made, name, { value: hook });
  }
  return Object.defineProperty(made, watcherMarker, { value: true });
}
