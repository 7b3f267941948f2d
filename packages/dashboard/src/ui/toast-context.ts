import { createContext } from "react";

/** What a person is told in passing. */
export interface Told {
  readonly said: string;
  /** Undoes it. */
  readonly undo?: (() => Promise<void>) | undefined;
}

/** Tells it; undefined outside of `Toasts`. */
export const ToastContext = createContext<((told: Told) => void) | undefined>(undefined);
