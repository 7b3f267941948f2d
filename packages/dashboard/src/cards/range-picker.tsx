"use client";
import { placeNumber, rangeText, type XAxis, type XRange } from "@epochal/panel/charts";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";
import type { CardsState, SetCards } from "./cards-state.ts";
import { parsePlace } from "./parse-place.ts";

interface RangePickerProps extends Pick<CardsState, "x" | "zoom"> {
  readonly set: SetCards;
}

const examples: Readonly<Record<XAxis, string>> = {
  epoch: "epochs, such as 3 and 12",
  step: "steps, such as 100 and 2000",
  relative: "times since the start, such as 5 min and 1 h 20 min",
  wall: "times of day, such as 2026-05-01 09:30",
};

/** The stretch of the x axis that all charts show: typed here, dragged on a chart. */
export function RangePicker({ x, zoom, set }: RangePickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <span className="inline-flex flex-none items-center gap-1">
      <Popover
        label="Range of the horizontal axis"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button look={zoom ? "primary" : "outline"} title="Type which stretch all charts show">
            {zoom ? rangeText({ min: zoom.from, max: zoom.to }, x) : "Range"}
            <Icon name="chevronDown" className="size-3" />
          </Button>
        }
      >
        <RangeForm
          key={`${x} ${zoom?.from} ${zoom?.to}`}
          {...{ x, zoom }}
          set={(change) => {
            set(change);
            setOpen(false);
          }}
        />
      </Popover>
      {zoom && (
        <Button
          look="plain"
          shape="icon"
          aria-label="Show the whole axis"
          title="Show the whole axis (double click on a chart)"
          onClick={() => set({ zoom: null })}
        >
          <Icon name="close" className="size-3.5" />
        </Button>
      )}
    </span>
  );
}

function RangeForm({ x, zoom, set }: RangePickerProps) {
  const typed = zoom && { min: zoom.from, max: zoom.to };
  const [from, setFrom] = useState(typed ? typedPlace(typed.min, x, typed) : "");
  const [to, setTo] = useState(typed ? typedPlace(typed.max, x, typed) : "");
  const [fault, setFault] = useState<string>();
  const help = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from.trim() === "" && to.trim() === "") return set({ zoom: null });
    const wanted = { from: parsePlace(from, x), to: parsePlace(to, x) };
    if (wanted.from < wanted.to) return set({ zoom: wanted });
    const isOrder = wanted.from >= wanted.to;
    setFault(isOrder ? "The first must be before the second." : `Type two ${examples[x]}.`);
  };
  const field = (label: string, value: string, onType: (text: string) => void) => (
    <label className="grid gap-1 text-muted text-small">
      {label}
      <input
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={help}
        onChange={({ target }) => onType(target.value)}
        className={`h-7 rounded-control border border-line bg-bg px-2 text-text aria-invalid:border-bad ${x === "wall" ? "w-40" : "w-28"}`}
      />
    </label>
  );
  return (
    <form onSubmit={submit} className="grid gap-2">
      <div className="flex items-end gap-2">
        {field("From", from, setFrom)}
        {field("To", to, setTo)}
        <Button type="submit" look="primary">
          Show
        </Button>
      </div>
      <p
        id={help}
        className={`max-w-80 text-small ${fault ? "text-bad" : "text-muted"}`}
        role={fault ? "alert" : undefined}
      >
        {fault ?? `Two ${examples[x]}; empty for all.`}
      </p>
    </form>
  );
}

/** As exactly as the range needs it, in words that `parsePlace` reads. */
const typedPlace = (place: number, x: XAxis, range: XRange) =>
  x === "epoch" || x === "step" ? String(place) : placeNumber(place, x, range);
