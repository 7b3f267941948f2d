"use client";
import { useEffect, useId, useRef } from "react";
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
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const open = () => dialog.current?.showModal();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event.target)) dialog.current?.showModal();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={open}
        className="grid size-7 flex-none place-items-center rounded-control border border-line text-muted hover:text-text"
      >
        ?
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={title}
        className="m-auto w-[min(92vw,380px)] rounded-card border border-line bg-raised p-5 text-text backdrop:bg-[rgb(0_0_0/0.4)]"
      >
        <h2 id={title} className="font-semibold text-[15px]">
          Keyboard
        </h2>
        <p className="mt-0.5 text-muted">Wherever you are on this page, outside a field.</p>
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
        <form method="dialog">
          <button
            type="submit"
            className="mt-4 h-7 rounded-control border border-line px-3 hover:border-line-strong"
          >
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
