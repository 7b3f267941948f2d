"use client";
import { Toast } from "@base-ui/react/toast";
import { useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { popup } from "./popup.ts";
import type { Told } from "./toast-context.ts";

/** How long something that was done can be undone. */
const UNDO_MS = 10_000;

interface ToastListProps {
  /** All that was told since the page was opened. */
  readonly told: readonly Told[];
  /** What of it has been undone. */
  readonly over: readonly Told[];
  readonly onUndo: (told: Told) => void;
  /** It can no longer be undone. */
  readonly onEnd: (told: Told) => void;
}

/** What was told, for ten seconds each, in a corner of the page. */
export function ToastList(props: ToastListProps) {
  return (
    <Toast.Provider>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-32px)] max-w-[400px] flex-col gap-2 outline-none">
          <Shown {...props} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Shown({ told, over, onUndo, onEnd }: ToastListProps) {
  const { toasts, add, close } = Toast.useToastManager();
  const count = useRef(0);
  const ids = useRef(new Map<Told, string>());
  useEffect(() => {
    for (const one of told.slice(count.current)) {
      const { said, undo, isFault } = one;
      const id = add({
        title: said,
        timeout: UNDO_MS,
        ...(isFault && { priority: "high" as const }),
        ...(undo && {
          actionProps: { children: "Undo", title: "Undo it (z)", onClick: () => onUndo(one) },
          onClose: () => onEnd(one),
        }),
      });
      ids.current.set(one, id);
    }
    count.current = told.length;
    for (const one of over) {
      const id = ids.current.get(one);
      if (id === undefined) continue;
      ids.current.delete(one);
      close(id);
    }
  }, [told, over, add, close, onUndo, onEnd]);
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={`data-[limited]:hidden ${popup}`}>
      <Toast.Content className="flex items-center gap-3 py-2 pr-2 pl-3.5">
        <Toast.Title render={<p />} className="min-w-0 flex-1 break-words" />
        <Toast.Action render={<Button look="primary" />} />
        <Toast.Close render={<Button look="plain" shape="icon" />} aria-label="Dismiss">
          <Icon name="close" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
