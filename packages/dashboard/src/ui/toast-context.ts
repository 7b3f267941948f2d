import { createContext } from "react";

/** What a person is told in passing. */
export interface Told {
  readonly said: string;
  /** Undoes it. */
  readonly undo?: (() => Promise<void>) | undefined;
  /** Whether something went wrong that must not be missed. @default false */
  readonly isFault?: boolean;
}

/** What `Toasts` offers to all below it. */
export interface Telling {
  readonly tell: (told: Told) => void;
  /** Something is being done that will be told of. */
  readonly begin: (doing: Promise<unknown>) => void;
}

/** Undefined outside of `Toasts`. */
export const ToastContext = createContext<Telling | undefined>(undefined);
