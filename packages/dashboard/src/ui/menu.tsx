"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { popup, popupItem } from "./popup.ts";

export interface MenuAction {
  readonly label: string;
  readonly onChoose: () => void;
  readonly icon?: IconName;
  /** A key that does the same, shown beside it. */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** A line above it. */
  readonly separated?: boolean;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly actions: readonly MenuAction[];
  readonly children?: ReactNode;
}

/** A list of things to do, opened by a button. The focus returns to it. */
export function Menu({ trigger, actions, children }: MenuProps) {
  // A menu at the end of the body would stand in no landmark of the page.
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    main.current = document.querySelector("main");
  }, []);
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal container={main}>
        <Base.Positioner sideOffset={4} align="start" className="z-40 outline-none">
          <Base.Popup className={`min-w-44 max-w-[min(92vw,320px)] p-1 ${popup}`}>
            {children}
            {actions.map(({ label, onChoose, icon, keys, disabled = false, separated }) => (
              <div key={label} role="presentation">
                {separated && <Base.Separator className="mx-1 my-1 h-px bg-line" />}
                <Base.Item className={popupItem} disabled={disabled} onClick={onChoose}>
                  {icon && <Icon name={icon} />}
                  <span className="min-w-0 flex-1 truncate">{label}</span>
                  {keys && <kbd className="text-faint text-small">{keys}</kbd>}
                </Base.Item>
              </div>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
