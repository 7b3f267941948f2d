"use client";
import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  useState,
} from "react";
import { usePart } from "./use-part.ts";

interface OnDemandArgs<Part> {
  readonly load: () => Promise<Part>;
  /** The button that opens it, where there is one. */
  readonly trigger?: ReactElement;
  readonly opens: "menu" | "dialog";
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/**
 * What opens above the page is loaded when somebody is about to press its button, and takes the button's place when it is pressed: a page
 * that is only read never loads it.
 */
export function useOnDemand<Part>(args: OnDemandArgs<Part>): {
  readonly Part: Part | undefined;
  /** In its place until then. */
  readonly button: ReactElement | null;
} {
  const { load, trigger, opens, open = false, onOpenChange } = args;
  const [Part, show] = usePart(load, open);
  // It opens as it comes: one that another button has loaded waits until its own is pressed.
  const [isPressed, setPressed] = useState(open);
  if (open && !isPressed) setPressed(true);
  const press = () =>
    void show().then(
      () => {
        setPressed(true);
        onOpenChange?.(true);
      },
      // Where the server is gone, the next press tries again.
      () => undefined,
    );
  const prepare = () => void load().catch(() => undefined);
  const button = trigger
    ? cloneElement(trigger as ReactElement<ComponentProps<"button">>, {
        "aria-haspopup": opens,
        "aria-expanded": false,
        onPointerEnter: prepare,
        onFocus: prepare,
        onClick: press,
        ...(opens === "menu" && {
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            press();
          },
        }),
      })
    : null;
  return { Part: isPressed ? Part : undefined, button };
}
