"use client";
import { Toast } from "@base-ui/react/toast";

/** How long something that was done can be undone. */
const UNDO_MS = 10_000;

/** Undoes what was done. */
export type Undo = () => Promise<void>;

/** Says what was done, and offers for ten seconds to undo it. What goes wrong is said, too. */
export function useUndoToast(): (said: string, undo?: Undo) => void {
  const toasts = Toast.useToastManager();
  return (said, undo) => {
    const id = toasts.add({
      title: said,
      timeout: UNDO_MS,
      ...(undo && {
        actionProps: {
          children: "Undo",
          onClick: () => {
            toasts.close(id);
            undo().catch((error: unknown) => {
              const why = error instanceof Error ? error.message : String(error);
              toasts.add({ title: `It could not be undone: ${why}`, priority: "high" });
            });
          },
        },
      }),
    });
  };
}
