"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { Button } from "./button.tsx";
import type { DialogProps } from "./dialog.tsx";
import { popup } from "./popup.ts";

/** What `Dialog` is once it was opened. */
export function DialogPart(props: DialogProps) {
  const { title, description, children, trigger, open, onOpenChange, actions } = props;
  return (
    <Base.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Popup
          className={`-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-32px)] w-[min(92vw,400px)] overflow-y-auto p-5 ${popup}`}
        >
          <Base.Title className="font-semibold text-[15px]">{title}</Base.Title>
          {description && (
            <Base.Description className="mt-0.5 text-muted">{description}</Base.Description>
          )}
          <div className="mt-3">{children}</div>
          <div className="mt-4 flex flex-wrap gap-2">
            {actions}
            <Base.Close render={<Button />}>Close</Base.Close>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
