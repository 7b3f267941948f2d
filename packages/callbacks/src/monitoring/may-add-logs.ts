import { CustomCallback, EarlyStopping as StockEarlyStopping } from "@tensorflow/tfjs";
import { Callback } from "../callbacks/callback.ts";

/** Whether a callback may add values to the logs of an epoch, for later callbacks to find. */
export function mayAddLogs(callback: object): boolean {
  if (callback instanceof CustomCallback) {
    return (callback as unknown as { epochEnd?: unknown }).epochEnd != null;
  }
  return callback instanceof Callback
    ? callback.addsLogs()
    : !(callback instanceof StockEarlyStopping);
}
