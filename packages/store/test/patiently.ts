import { StoreError } from "../src/store-error.ts";

/** Asks a store until it answers: on a machine that does much else, folding may take longer than a store waits for it. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreError && error.code === "store_busy")) throw error;
    }
  }
}
