"use client";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { FacetsAnswer } from "../wire/answers.ts";
import type { useCompareState } from "./use-compare-state.ts";
import { useFilterParts } from "./use-filter-parts.ts";

interface FilterChipsProps extends Pick<ReturnType<typeof useCompareState>, "state" | "set"> {
  readonly facets: FacetsAnswer | undefined;
  /** How many runs train. */
  readonly running: number;
  /** Undefined until the browser tells it. */
  readonly now: number | undefined;
}

/** So many tags are one press away; the others are completed in the field. */
const MOST_TAGS = 3;
const places = { archive: "in the archive", trash: "in the trash" } as const;

/** What the filter is made of, each condition taken out by a press; and what is often wanted, put in by one. */
export function FilterChips({ state, set, facets, running, now }: FilterChipsProps) {
  const { where } = state;
  const { filterParts, hasPart, tagPart, togglePart } = useFilterParts();
  const parts = filterParts(where) ?? [];
  const filter = (next: string) => set({ where: next === "" ? null : next });
  const tags = facets?.tags.slice(0, MOST_TAGS) ?? [];
  const quick = [
    ...(running > 0 ? [{ label: "running", where: "status:running" }] : []),
    ...(now === undefined ? [] : [{ label: "today", where: `started = ${dayOf(now)}` }]),
    ...tags.map(({ tag }) => ({
      label: tag,
      where: tagPart(tag),
    })),
  ].filter((one) => !hasPart(where, one.where));
  return (
    <ul
      aria-label="Filter"
      className="flex min-w-0 flex-wrap items-center gap-1.5 max-sm:w-full max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:*:flex-none"
    >
      {state.in !== null && (
        <li>
          <SetChip text={places[state.in]} onRemove={() => set({ in: null, select: null })} />
        </li>
      )}
      {parts.map(({ text, without }) => (
        <li key={text} className="min-w-0">
          <SetChip text={text} onRemove={() => filter(without)} />
        </li>
      ))}
      {quick.map((one) => (
        <li key={one.where} className="min-w-0">
          <Button
            title={`Only runs with ${one.where}`}
            onClick={() => filter(togglePart(where, one.where))}
            className="h-6 max-w-40 rounded-full! border-dashed! text-[12px]"
          >
            <bdi className="truncate">{one.label}</bdi>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function SetChip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  return (
    <Button
      look="primary"
      aria-label={`Remove ${text}`}
      title={`Remove ${text}`}
      onClick={onRemove}
      className="h-6 max-w-full rounded-full! pr-1.5! font-normal! text-[12px]"
    >
      <bdi className="min-w-0 truncate">{text}</bdi>
      <Icon name="close" className="size-3" />
    </Button>
  );
}

/** `2026-11-01`, by the reader's clock. */
function dayOf(now: number): string {
  const day = new Date(now);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
