"use client";
import type { QueryCompletion } from "@epochal/store/query";
import { useEffect, useId, useRef, useState } from "react";
import { CompletedField, type FieldOffer, type OfferGroup } from "../ui/completed-field.tsx";
import { isTyping } from "../ui/is-typing.ts";
import type { Fault } from "../wire/answers.ts";
import { FaultMark } from "./fault-mark.tsx";
import type { FilterBoxProps } from "./filter-box.tsx";
import { filterHint, filterLook } from "./filter-look.ts";
import { insertCompletion } from "./insert-completion.ts";
import { useFilterDraft } from "./use-filter-draft.ts";
import { useRecentFilters } from "./use-recent-filters.ts";

interface FilterFieldProps extends FilterBoxProps {
  /** Whether it has the focus from the beginning. */
  readonly isFocused: boolean;
}

interface Offer extends FieldOffer {
  /** Where it then stands. */
  readonly caret: number;
  /** Whether it is a query by itself. */
  readonly isWhole: boolean;
}

/** In the order in which they are offered. */
const headings: Readonly<Record<QueryCompletion["kind"], string>> = {
  operator: "Operators",
  value: "Values",
  metric: "Metrics",
  param: "Params",
  field: "Of the run",
  word: "Words",
};
const order = ["Recent", ...Object.values(headings)];

/** What `FilterBox` is once it has been loaded: the field, with what may stand in it. */
export function FilterField(props: FilterFieldProps) {
  const { project, where, onWhere, onType, fault, isFocused } = props;
  const field = useRef<HTMLInputElement>(null);
  const words = useId();
  const [open, setOpen] = useState(false);
  const draft = useFilterDraft({ project, value: where, onWhere, onType });
  const { recent, remember } = useRecentFilters(project);
  const { text, caret, completions } = draft;
  useEffect(() => {
    // Somebody has gone to it before it was there.
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  const groups: OfferGroup<Offer>[] = [];
  const add = (heading: string, offer: Offer) => {
    const known = groups.find(({ value }) => value === heading);
    if (known) (known.items as Offer[]).push(offer);
    else groups.push({ value: heading, items: [offer] });
  };
  if (text.trim() === "")
    for (const one of recent)
      add("Recent", { label: one, value: one, caret: one.length, isWhole: true });
  for (const one of completions?.completions ?? []) {
    const inserted = insertCompletion(text, completions?.from ?? caret, caret, one);
    add(headings[one.kind], {
      label: one.text,
      value: inserted.text,
      caret: inserted.caret,
      isWhole: false,
    });
  }
  groups.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  const shown = text === where ? (completions?.fault ?? fault) : completions?.fault;
  // Whoever types has not finished: what is missing at the end is no mistake yet.
  const isUnfinished =
    draft.isFocused && shown?.offset !== undefined && shown.offset >= text.trimEnd().length;
  const choose = (offer: Offer) => {
    draft.edit(offer.value, offer.caret);
    requestAnimationFrame(() => field.current?.setSelectionRange(offer.caret, offer.caret));
    if (!offer.isWhole) return;
    setOpen(false);
    draft.apply(offer.value);
    remember(offer.value);
  };
  return (
    <form
      className="min-w-0 flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        setOpen(false);
        if (completions?.fault !== undefined) return;
        draft.apply(text);
        remember(text);
      }}
    >
      <CompletedField
        field={field}
        label="Filter runs"
        hint={filterHint}
        listLabel="What may stand here"
        shortcut="/"
        text={text}
        groups={groups}
        open={open}
        onOpen={setOpen}
        onType={(next) => draft.edit(next, field.current?.selectionStart ?? next.length)}
        onChoose={choose}
        onEscape={(input) => {
          draft.reset();
          input.blur();
        }}
        onCaret={draft.setCaret}
        onFocus={draft.focus}
        onBlur={() => {
          draft.leave();
          if (completions?.fault === undefined && text !== where) draft.apply(text);
        }}
        invalid={shown !== undefined && !isUnfinished}
        describedBy={shown && words}
        className={filterLook}
      >
        {shown && !isUnfinished && <FaultMark text={text} fault={shown} field={field} />}
      </CompletedField>
      {/* The completed field is two inputs, and Enter submits a form of two only where it has a button. */}
      <button type="submit" hidden />
      {shown && (
        <p
          id={words}
          role={isUnfinished ? undefined : "alert"}
          className={`mt-1 text-small [overflow-wrap:anywhere] ${isUnfinished ? "text-muted" : "text-bad"}`}
        >
          {sentence(shown, text)}
        </p>
      )}
    </form>
  );
}

/** The words of the store begin with what they are about; here they stand alone. */
function sentence({ error, offset = 0, length = 0 }: Fault, text: string): string {
  const wrong = text.slice(offset, offset + length).trim();
  // What somebody typed stays as it is.
  if (wrong !== "" && error.startsWith(wrong)) return error;
  return error.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
