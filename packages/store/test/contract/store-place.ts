import { onTestFinished } from "vitest";
import type { Store } from "../../src/index.ts";

/** A place for one store, as a test of the contract needs it. */
export interface StorePlace {
  /** Opens the store; again and again, it is the same one. */
  open(onError?: (error: Error) => void): Promise<Store>;
}

/** A new store that is closed when the test is over. */
export async function openNew(newPlace: () => StorePlace, errors: Error[] = []): Promise<Store> {
  const store = await newPlace().open((error) => errors.push(error));
  onTestFinished(() => store.close());
  return store;
}
