"use client";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { popup } from "./popup.ts";

interface PopoverProps {
  readonly trigger: ReactElement;
  /** What it is called by those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly className?: string;
}

/** Something to set, opened by a button beside it. Escape closes it, and the focus returns to the button. */
export function Popover(props: PopoverProps) {
  const { trigger, label, children, open, onOpenChange, className = "p-3" } = props;
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="z-40">
          <Base.Popup aria-label={label} className={`max-w-[92vw] ${className} ${popup}`}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
