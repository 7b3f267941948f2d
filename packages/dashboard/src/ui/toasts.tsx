"use client";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isTyping } from "./is-typing.ts";
import { ToastContext, type Told } from "./toast-context.ts";
import type { ToastList } from "./toast-list.tsx";

/** Everything below it can tell of what was done, through `useUndoToast`; `z` undoes the last of it that can be. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [list, setList] = useState<{ readonly Part: typeof ToastList }>();
  const [told, setTold] = useState<readonly Told[]>([]);
  /** What is no longer told: it has been undone. */
  const [over, setOver] = useState<readonly Told[]>([]);
  /** What can be undone, the last one last. */
  const undoable = useRef<readonly Told[]>([]);
  const begun = useRef(new Set<Promise<unknown>>());
  const forget = useCallback((one: Told) => {
    undoable.current = undoable.current.filter((other) => other !== one);
  }, []);
  const telling = useMemo(() => {
    const tell = (one: Told) => {
      if (one.undo) undoable.current = [...undoable.current, one];
      setTold((old) => [...old, one]);
      // Most pages never have anything to tell.
      import("./toast-list.tsx").then(
        ({ ToastList }) => setList({ Part: ToastList }),
        () => undefined,
      );
    };
    const begin = (doing: Promise<unknown>) => {
      begun.current.add(doing);
      const end = () => begun.current.delete(doing);
      doing.then(end, end);
    };
    return { tell, begin };
  }, []);
  const { tell } = telling;
  const undo = useCallback(
    (one: Told) => {
      forget(one);
      setOver((old) => [...old, one]);
      one.undo?.().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        tell({ said: `It could not be undone: ${why}`, isFault: true });
      });
    },
    [forget, tell],
  );
  useEffect(() => {
    const undoLast = (but?: Told) => {
      const last = undoable.current.at(-1);
      if (last !== undefined && last !== but) undo(last);
    };
    const press = (event: KeyboardEvent) => {
      const isOther = event.key !== "z" || event.altKey || event.shiftKey;
      if (isOther || isTyping(event.target)) return;
      const doing = [...begun.current];
      if (doing.length === 0 && undoable.current.length === 0) return;
      event.preventDefault();
      if (doing.length === 0) undoLast();
      else {
        // What was begun last is meant, and not what was done before it.
        const before = undoable.current.at(-1);
        void Promise.allSettled(doing).then(() => undoLast(before));
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [undo]);
  return (
    <ToastContext value={telling}>
      {children}
      {list && <list.Part told={told} over={over} onUndo={undo} onEnd={forget} />}
    </ToastContext>
  );
}
