"use client";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { isTyping } from "../runs-table/use-run-keys.ts";

const keys = [
  ["/", "Search runs"],
  ["j  k", "Next, previous run"],
  ["x", "Show or hide the run’s curves"],
  ["Enter", "Open the run"],
  ["←  →", "Move the cursor of a chart"],
  ["Esc", "Leave the search or the cursor"],
  ["?", "This help"],
] as const;

/** The keys of the page, shown by `?`. */
export function KeysDialog() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event.target)) setOpen(true);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        className="grid size-7 flex-none place-items-center rounded-control border border-line text-muted hover:text-text"
      >
        ?
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.4)]" />
        <Dialog.Content className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 w-[min(92vw,380px)] rounded-card border border-line bg-raised p-5">
          <Dialog.Title className="font-semibold text-[15px]">Keyboard</Dialog.Title>
          <Dialog.Description className="mt-0.5 text-muted">
            Wherever you are on this page, outside a field.
          </Dialog.Description>
          <dl className="mt-3 grid grid-cols-[72px_1fr] gap-x-3 gap-y-1.5">
            {keys.map(([key, meaning]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="rounded border border-line-strong px-1.5 text-small">{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close className="mt-4 h-7 rounded-control border border-line px-3 hover:border-line-strong">
            Close
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
