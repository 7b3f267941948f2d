"use client";
import { Popover as Base } from "@base-ui/react/popover";
import { useRef } from "react";
import type { PopoverProps } from "./popover.tsx";
import { popup } from "./popup.ts";

/** What `Popover` is from the first press on. */
export function PopoverPart(props: PopoverProps) {
  const {
    trigger,
    label,
    children,
    open,
    onOpenChange,
    initialFocus,
    finalFocus,
    className = "p-3",
  } = props;
  const button = useRef<HTMLButtonElement>(null);
  const popped = useRef<HTMLDivElement>(null);
  const back = () => finalFocus?.() ?? button.current;
  return (
    <Base.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      onOpenChange={(next, { reason }) => {
        // It is gone a moment later: the next key is meant for what is below it already.
        if (reason === "escape-key") back()?.focus();
        onOpenChange?.(next);
      }}
    >
      <Base.Trigger ref={button} render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="z-40">
          <Base.Popup
            ref={popped}
            aria-label={label}
            {...(initialFocus && { initialFocus })}
            // Whoever has gone on meanwhile is not called back.
            finalFocus={() => (hasFocusLeft(popped.current) ? false : back())}
            className={`max-w-[92vw] ${className} ${popup}`}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function hasFocusLeft(popped: HTMLElement | null): boolean {
  const focused = document.activeElement;
  return focused !== document.body && focused !== null && popped?.contains(focused) !== true;
}
