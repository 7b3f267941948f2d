"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { Button } from "./button.tsx";
import type { FullScreenProps } from "./full-screen.tsx";
import { Icon } from "./icon.tsx";

/** What `FullScreen` is once it has been loaded. */
export function FullScreenPart(props: FullScreenProps) {
  const { title, onClose, actions, onKeyDown, children } = props;
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Popup
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-50 flex flex-col gap-3 overflow-y-auto bg-bg p-4 text-text outline-none"
        >
          <div className="flex flex-wrap items-center gap-2">
            <Base.Title className="mr-auto min-w-0 truncate font-semibold text-title">
              {title}
            </Base.Title>
            {actions}
            <Base.Close render={<Button shape="icon" aria-label="Close" title="Close (Esc)" />}>
              <Icon name="close" />
            </Base.Close>
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
