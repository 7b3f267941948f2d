"use client";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { TableActions } from "./table-actions.ts";

interface EyeButtonProps {
  /** Of the run, or of the group. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly tabIndex: number;
  readonly actions: Pick<TableActions, "onSolo" | "onToggleVisible">;
}

/** Shows or hides the curves of a row; with Alt, shows no others. */
export function EyeButton({ id, name, visible, tabIndex, actions }: EyeButtonProps) {
  return (
    <Button
      look="plain"
      shape="icon"
      tabIndex={tabIndex}
      aria-pressed={visible}
      aria-label={`Show ${name}`}
      title={`${visible ? "Hide" : "Show"} its curves (x); alone: s, or Alt and a click`}
      onClick={({ altKey }) => (altKey ? actions.onSolo(id) : actions.onToggleVisible(id))}
    >
      <Icon name={visible ? "eye" : "eyeOff"} />
    </Button>
  );
}
