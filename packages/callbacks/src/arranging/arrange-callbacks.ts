import { CustomCallback } from "@tensorflow/tfjs";
import type { ModelStreams } from "../streaming/model-streams.ts";
import { type EpochalCallback, isEpochalCallback } from "./epochal-callback.ts";
import { FitEnd } from "./fit-end.ts";
import { fitObserving } from "./fit-observing.ts";

export interface ArrangeCallbacksArgs {
  /** The given callbacks, as instances. */
  readonly listed: readonly CustomCallback[];
  readonly streams: ModelStreams;
  readonly yieldEvery: ConstructorParameters<typeof CustomCallback>[1];
}

/** The callbacks of a training, and what makes them work together. */
export interface ArrangedCallbacks {
  /** The given callbacks of this package, and the observers of the runs they record into. */
  readonly ours: readonly EpochalCallback[];
  /** The callbacks that are called before all others. */
  readonly observers: readonly CustomCallback[];
  /** The callbacks that are called then, in this order. One of them lets the event loop turn, and the last is the end. */
  readonly told: readonly CustomCallback[];
  readonly end: FitEnd;
}

/** Makes the callbacks of a training ready to be called. */
export function arrangeCallbacks({
  listed,
  streams,
  yieldEvery,
}: ArrangeCallbacksArgs): ArrangedCallbacks {
  const callers = listed.filter(isEpochalCallback);
  const { observersOf, metered } = fitObserving();
  const observers = observersOf(callers);
  const ours = [...callers, ...observers];
  const end = new FitEnd(streams, ours);
  const told = [
    ...listed.map(metered),
    ...(listed.some((callback) => callback instanceof CustomCallback)
      ? []
      : [new CustomCallback({}, yieldEvery)]),
    end as unknown as CustomCallback,
  ];
  return { ours, observers, told, end };
}
