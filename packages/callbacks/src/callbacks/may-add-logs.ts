import { CustomCallback, EarlyStopping as StockEarlyStopping } from "@tensorflow/tfjs";
import { Callback } from "./callback.ts";

/** Whether a callback may add values to the logs of an epoch, for later callbacks to find. */
export function mayAddLogs(callback: CustomCallback): boolean {
  const any: unknown = callback;
  if (any instanceof CustomCallback) {
    return (any as unknown as { epochEnd?: unknown }).epochEnd != null;
  }
  return any instanceof Callback ? any.addsLogs() : !(any instanceof StockEarlyStopping);
}
