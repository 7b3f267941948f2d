"use client";
import { Popover as Base } from "@base-ui/react/popover";
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
  return (
    <Base.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="z-40">
          <Base.Popup
            aria-label={label}
            {...(initialFocus && { initialFocus })}
            {...(finalFocus && { finalFocus })}
            className={`max-w-[92vw] ${className} ${popup}`}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
