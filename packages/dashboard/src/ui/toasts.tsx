"use client";
import { Toast } from "@base-ui/react/toast";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { popup } from "./popup.ts";

/** Everything below it can tell of what was done, through `useUndoToast`. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-32px)] max-w-[400px] flex-col gap-2 outline-none">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Shown() {
  const { toasts } = Toast.useToastManager();
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
