"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import type { QueryCompletion } from "@epochal/store/query";
import { useEffect, useId, useRef, useState } from "react";
import { isTyping } from "../runs-table/use-run-keys.ts";
import { popup, popupItem } from "../ui/popup.ts";
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

interface Offer {
  readonly label: string;
  /** The whole text once it is chosen, and where the caret then stands. */
  readonly value: string;
  readonly caret: number;
  /** Whether it is a query by itself. */
  readonly isWhole: boolean;
}

interface OfferGroup {
  readonly value: string;
  readonly items: readonly Offer[];
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
export function FilterField({ project, state, set, type, fault, isFocused }: FilterFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const words = useId();
  const [open, setOpen] = useState(false);
  const draft = useFilterDraft({ project, value: state.where, set, type });
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
  const groups: OfferGroup[] = [];
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
  const shown = text === state.where ? (completions?.fault ?? fault) : completions?.fault;
  // Whoever types has not finished: what is missing at the end is no mistake yet.
  const isUnfinished =
    draft.isFocused && shown?.offset !== undefined && shown.offset >= text.trimEnd().length;
  const place = (at: number) =>
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
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
      <Autocomplete.Root
        mode="none"
        items={groups}
        value={text}
        open={open && groups.length > 0}
        openOnInputClick
        itemToStringValue={({ value }: Offer) => value}
        onOpenChange={(next, { reason }) => {
          if (!next && reason === "item-press") return;
          setOpen(next);
        }}
        onValueChange={(next, { reason }) => {
          if (reason === "escape-key") return;
          const chosen =
            reason === "item-press"
              ? groups.flatMap(({ items }) => items).find(({ value }) => value === next)
              : undefined;
          const at = chosen?.caret ?? field.current?.selectionStart ?? next.length;
          draft.edit(next, at);
          if (chosen === undefined) return;
          place(at);
          if (!chosen.isWhole) return;
          setOpen(false);
          draft.apply(next);
          remember(next);
        }}
      >
        <div className="relative">
          <Autocomplete.Input
            ref={field}
            aria-label="Filter runs"
            aria-keyshortcuts="/"
            aria-invalid={shown !== undefined && !isUnfinished}
            aria-describedby={shown && words}
            autoComplete="off"
            spellCheck={false}
            placeholder={filterHint}
            onFocus={draft.focus}
            onBlur={() => {
              draft.leave();
              if (completions?.fault === undefined && text !== state.where) draft.apply(text);
            }}
            onSelect={({ currentTarget }) =>
              draft.setCaret(currentTarget.selectionStart ?? text.length)
            }
            onKeyDown={(event) => {
              if (event.key !== "Escape" || (open && groups.length > 0)) return;
              event.preventBaseUIHandler();
              draft.reset();
              event.currentTarget.blur();
            }}
            className={filterLook}
          />
          {shown && !isUnfinished && <FaultMark text={text} fault={shown} field={field} />}
        </div>
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={4} align="start" className="z-40 outline-none">
            <Autocomplete.Popup
              className={`max-h-[min(360px,60dvh)] w-[clamp(260px,var(--anchor-width),440px)] max-w-[92vw] overflow-y-auto overscroll-contain p-1 ${popup}`}
            >
              <Autocomplete.List aria-label="What may stand here">
                {(group: OfferGroup) => (
                  <Autocomplete.Group key={group.value} items={group.items as Offer[]}>
                    <Autocomplete.GroupLabel className="px-2 pt-1.5 pb-0.5 text-muted text-small">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(offer: Offer) => (
                        <Autocomplete.Item
                          key={`${offer.isWhole} ${offer.label}`}
                          value={offer}
                          className={popupItem}
                        >
                          <bdi className="min-w-0 truncate">{offer.label}</bdi>
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
      {/* The completed field is two inputs, and Enter submits a form of two only where it has a button. */}
      <button type="submit" hidden />
      {shown && (
        <p
          id={words}
          role={isUnfinished ? undefined : "alert"}
          className={`mt-1 text-small [overflow-wrap:anywhere] ${isUnfinished ? "text-muted" : "text-bad"}`}
        >
          {shown.error}
        </p>
      )}
    </form>
  );
}
