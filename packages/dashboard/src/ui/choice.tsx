"use client";
import { useState } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { type PickGroup, PickList } from "./pick-list.tsx";
import { Popover } from "./popover.tsx";

interface ChoiceProps {
  /** What is chosen: "Weight". */
  readonly label: string;
  readonly groups: readonly PickGroup[];
  /** Of the option that holds; undefined where none does. */
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
  /** What the field of the search says while it is empty. */
  readonly search: string;
  /** What to say where the search finds nothing. */
  readonly empty: string;
  /** What stands where no option holds. @default "Choose" */
  readonly placeholder?: string;
}

/** One of many, chosen from a list that can be searched. */
export function Choice(props: ChoiceProps) {
  const { label, groups, value, onChoose, search, empty, placeholder = "Choose" } = props;
  const [open, setOpen] = useState(false);
  const chosen = groups.flatMap(({ items }) => items).find((item) => item.value === value);
  const shown = chosen?.label ?? value ?? placeholder;
  const pick = (picked: readonly string[]) => {
    setOpen(false);
    const next = picked.find((each) => each !== value);
    if (next !== undefined) onChoose(next);
  };
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      className="w-[min(92vw,400px)] p-2"
      trigger={
        <Button
          aria-label={`${label}: ${shown}`}
          title={shown}
          className="min-w-0 max-w-full flex-initial! text-text!"
        >
          <bdi className="min-w-0 truncate">{shown}</bdi>
          <Icon name="chevronDown" className="size-3.5 text-muted" />
        </Button>
      }
    >
      <PickList
        label={label}
        placeholder={search}
        groups={groups}
        picked={value === undefined ? [] : [value]}
        onPick={pick}
        empty={empty}
      />
    </Popover>
  );
}
