"use client";
import { Toast } from "@base-ui/react/toast";
import { useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { isTyping } from "./is-typing.ts";
import { popup } from "./popup.ts";
import type { Told } from "./toast-context.ts";

/** How long something that was done can be undone. */
const UNDO_MS = 10_000;

interface ToastListProps {
  /** All that was told since the page was opened. */
  readonly told: readonly Told[];
}

/** What was told, for ten seconds each, in a corner of the page; `z` undoes the last of it that can be. */
export function ToastList({ told }: ToastListProps) {
  return (
    <Toast.Provider>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-32px)] max-w-[400px] flex-col gap-2 outline-none">
          <Shown told={told} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Shown({ told }: ToastListProps) {
  const { toasts, add, close } = Toast.useToastManager();
  const count = useRef(0);
  const undos = useRef(new Map<string, () => void>());
  useEffect(() => {
    for (const { said, undo } of told.slice(count.current)) {
      const act = () => {
        close(id);
        undo?.().catch((error: unknown) => {
          const why = error instanceof Error ? error.message : String(error);
          add({ title: `It could not be undone: ${why}`, priority: "high" });
        });
      };
      const id: string = add({
        title: said,
        timeout: UNDO_MS,
        ...(undo && {
          actionProps: { children: "Undo", title: "Undo it (z)", onClick: act },
          onClose: () => undos.current.delete(id),
        }),
      });
      if (undo) undos.current.set(id, act);
    }
    count.current = told.length;
  }, [told, add, close]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "z" || event.altKey || event.shiftKey || isTyping(event.target)) return;
      const last = [...undos.current.values()].at(-1);
      if (last === undefined) return;
      event.preventDefault();
      last();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
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
