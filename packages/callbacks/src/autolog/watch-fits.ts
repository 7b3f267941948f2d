import type { LayersCopy } from "../copies/layers-copy.ts";
import { watchCopies } from "../copies/watch-copies.ts";
import { reportError } from "../host/report-error.ts";
import { internalsOf, type StockFitArgs } from "../layers-model/layers-model-internals.ts";
import { rehearsalOver } from "../preflight/rehearsal-over.ts";
import type { FitListener, HearFit } from "./fit-listener.ts";
import { stockCallbacks } from "./stock-callbacks.ts";
import { toldCallbacks } from "./told-callbacks.ts";

const methods = { fit: 2, fitDataset: 1 } as const satisfies Record<string, number>;

interface Hearing {
  hear: HearFit | undefined;
}

type Method = (this: object, ...given: unknown[]) => Promise<unknown>;

export interface WatchFitsArgs {
  readonly hear: HearFit;
  /** A copy that may not show itself, such as the one in the same bundle. */
  readonly own?: LayersCopy;
  /** Called with each copy when it is found. */
  readonly onCopy?: (copy: LayersCopy) => void;
}

/**
 * Hears every `fit()` and `fitDataset()` of every copy of TensorFlow.js that shows itself, now or later. A fit that is heard
 * trains as it does otherwise. Loads no TensorFlow.js itself.
 *
 * @returns a function that gives the models their own methods back
 */
export function watchFits({ hear, own, onCopy }: WatchFitsArgs): () => void {
  const undo: (() => void)[] = [];
  const hearing: Hearing = { hear };
  const wrapAll = (copy: LayersCopy) => {
    onCopy?.(copy);
    for (const name of Object.keys(methods) as (keyof typeof methods)[]) {
      undo.push(wrap(copy, name, hearing));
    }
  };
  const unwatch = watchCopies(wrapAll, own);
  return () => {
    // Somebody may have put a function of his own around it: then it stays, and hears nothing.
    hearing.hear = undefined;
    unwatch();
    for (const each of undo) each();
  };
}

function wrap(copy: LayersCopy, name: keyof typeof methods, hearing: Hearing): () => void {
  const prototype = copy.LayersModel.prototype as Record<typeof name, unknown>;
  const stock = prototype[name] as Method;
  const place = methods[name];
  const heard = {
    [name](this: object, ...given: unknown[]): Promise<unknown> {
      const listener = listenerOf(hearing.hear, this, name, given);
      if (listener === undefined) return stock.apply(this, given);
      const told = [...given];
      const args = given[place] as StockFitArgs;
      // Only `fit()` does without.
      const isWithout = args === undefined && name === "fit";
      told[place] = withListener(copy, isWithout ? {} : args, listener);
      return endOf(() => stock.apply(this, told), listener);
    },
  }[name];
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(heard, "length", { value: stock.length });
  Object.defineProperty(prototype, name, { ...own, value: heard });
  return () => {
    if (prototype[name] !== heard) return;
    Object.defineProperty(prototype, name, own ?? { value: stock });
  };
}

/** What the fit comes to. The listener hears of an error first: whoever called the fit may end the process then. */
async function endOf(fit: () => Promise<unknown>, listener: FitListener): Promise<unknown> {
  try {
    return await fit();
  } catch (error) {
    if (!(rehearsalOver in Object(error))) await listener.onError(error);
    throw error;
  }
}

function listenerOf(
  hear: HearFit | undefined,
  model: object,
  name: string,
  given: readonly unknown[],
): FitListener | undefined {
  try {
    // TensorFlow.js refuses a second fit of a model that trains: that says nothing about the first.
    if (hear === undefined || internalsOf(model).isTraining) return undefined;
    const [x, second] = given;
    const [y, args] = name === "fit" ? [second, given[2]] : [undefined, second];
    return hear({ model, x, y, args: args as StockFitArgs });
  } catch (error) {
    reportError(asError(error));
    return undefined;
  }
}

/** The arguments with the callbacks that tell the listener; as they are where TensorFlow.js will refuse them. */
function withListener(copy: LayersCopy, args: StockFitArgs, listener: FitListener): StockFitArgs {
  if (typeof args !== "object" || args === null) return args;
  try {
    const [first, last] = toldCallbacks(copy, listener, (error) => reportError(asError(error)));
    const callbacks = [first, ...stockCallbacks(copy, args), last];
    const like = Object.create(Object.getPrototypeOf(args) as object | null) as object;
    return Object.assign(like, args, { callbacks });
  } catch {
    return args;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
