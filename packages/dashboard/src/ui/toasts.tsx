"use client";
import { type ReactNode, useCallback, useState } from "react";
import { ToastContext, type Told } from "./toast-context.ts";
import type { ToastList } from "./toast-list.tsx";

/** Everything below it can tell of what was done, through `useUndoToast`. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [list, setList] = useState<{ readonly Part: typeof ToastList }>();
  const [told, setTold] = useState<readonly Told[]>([]);
  const tell = useCallback((one: Told) => {
    setTold((old) => [...old, one]);
    // Most pages never have anything to tell.
    import("./toast-list.tsx").then(
      ({ ToastList }) => setList({ Part: ToastList }),
      () => undefined,
    );
  }, []);
  return (
    <ToastContext value={tell}>
      {children}
      {list && <list.Part told={told} />}
    </ToastContext>
  );
}
