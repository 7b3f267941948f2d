"use client";
import { useContext } from "react";
import { ToastContext } from "./toast-context.ts";

/** Undoes what was done. */
export type Undo = () => Promise<void>;

/** Says what was done, and offers for ten seconds to undo it. What goes wrong is said, too. */
export function useUndoToast(): (said: string, undo?: Undo) => void {
  const telling = useContext(ToastContext);
  if (telling === undefined) throw new Error("useUndoToast: put <Toasts> around what uses it.");
  return (said, undo) => telling.tell({ said, undo });
}
