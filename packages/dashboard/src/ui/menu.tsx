"use client";
import type { ReactElement, ReactNode } from "react";
import type { IconName } from "./icon.tsx";
import { useOnDemand } from "./use-on-demand.ts";

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

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly actions: readonly MenuAction[];
  readonly children?: ReactNode;
}

const load = async () => (await import("./menu-part.tsx")).MenuPart;

/** A list of things to do, opened by a button. The focus returns to it. */
export function Menu(props: MenuProps) {
  const { Part, button } = useOnDemand({ load, trigger: props.trigger, opens: "menu" });
  return Part ? <Part {...props} /> : button;
}
