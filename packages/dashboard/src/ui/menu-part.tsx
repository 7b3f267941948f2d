"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { useState } from "react";
import { Icon } from "./icon.tsx";
import type { MenuProps } from "./menu.tsx";
import { popup, popupItem } from "./popup.ts";

/** What `Menu` is from the first press on. */
export function MenuPart({ trigger, actions, children }: MenuProps) {
  // A menu at the end of the body would stand in no landmark of the page.
  const hasIcons = actions.some(({ icon }) => icon);
  const [main] = useState(() => document.querySelector("main"));
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal container={main}>
        <Base.Positioner sideOffset={4} align="start" className="z-40 outline-none">
          <Base.Popup className={`min-w-44 max-w-[min(92vw,320px)] p-1 ${popup}`}>
            {children}
            {actions.map(({ label, onChoose, icon, keys, disabled = false, separated }) => (
              <div key={label} role="presentation">
                {separated && <Base.Separator className="mx-1 my-1 h-px bg-line" />}
                <Base.Item className={popupItem} disabled={disabled} onClick={onChoose}>
                  {icon ? <Icon name={icon} /> : hasIcons && <span className="w-4 flex-none" />}
                  <span className="min-w-0 flex-1 truncate">{label}</span>
                  {keys && <kbd className="font-sans text-faint text-small">{keys}</kbd>}
                </Base.Item>
              </div>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
