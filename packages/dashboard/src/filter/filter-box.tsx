"use client";
import { useEffect, useState } from "react";
import { isTyping } from "../ui/is-typing.ts";
import { usePart } from "../ui/use-part.ts";
import type { Fault } from "../wire/answers.ts";
import { filterHint, filterLook } from "./filter-look.ts";

export interface FilterBoxProps {
  readonly project: string;
  /** The query that is set. */
  readonly where: string;
  /** Sets another one: a step of the history. */
  readonly onWhere: (where: string) => void;
  /** Sets another one while somebody goes on typing: no step of its own. */
  readonly onType: (where: string) => void;
  /** What the server finds wrong with the query that is set. */
  readonly fault: Fault | undefined;
}

const load = async () => (await import("./filter-field.tsx")).FilterField;

/** The one field for a query, with what may stand there; `/` goes to it, Escape leaves it. */
export function FilterBox(props: FilterBoxProps) {
  const [Field] = usePart(load, true);
  const [isFocused, setFocused] = useState(false);
  const isThere = Field !== undefined;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target)) return;
      event.preventDefault();
      setFocused(true);
    };
    if (!isThere) window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isThere]);
  if (Field) return <Field {...props} isFocused={isFocused} />;
  // The completed field has an element with a style attribute, which the page's policy forbids a server to write.
  return (
    <div className="min-w-0 flex-1">
      <input
        readOnly
        aria-label="Filter runs"
        placeholder={filterHint}
        value={props.where}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        className={filterLook}
      />
    </div>
  );
}
