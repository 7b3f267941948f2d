"use client";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { FacetsAnswer } from "../wire/answers.ts";
import { useFilterParts } from "./use-filter-parts.ts";

interface FilterChipsProps {
  /** The query that is set. */
  readonly where: string;
  readonly onWhere: (where: string) => void;
  /** Of all runs that lists show. */
  readonly facets: FacetsAnswer | undefined;
  /** What else is set, and takes runs away. */
  readonly others?: readonly { readonly text: string; readonly onRemove: () => void }[];
  /** Undefined until the browser tells it. */
  readonly now: number | undefined;
}

/** So many tags are one press away; the others are completed in the field. */
const MOST_TAGS = 3;

/** What the filter is made of, each condition taken out by a press; and what is often wanted, put in by one. */
export function FilterChips({ where, onWhere, facets, others = [], now }: FilterChipsProps) {
  const { filterParts, hasPart, tagPart, togglePart } = useFilterParts();
  const parts = filterParts(where) ?? [];
  const running = facets?.states.find(({ state }) => state === "running")?.runs ?? 0;
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
      className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center gap-1.5 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:*:flex-none"
    >
      {others.map(({ text, onRemove }) => (
        <li key={text}>
          <SetChip text={text} onRemove={onRemove} />
        </li>
      ))}
      {parts.map(({ text, without }) => (
        <li key={text} className="min-w-0">
          <SetChip text={text} onRemove={() => onWhere(without)} />
        </li>
      ))}
      {quick.map((one) => (
        <li key={one.where} className="min-w-0">
          <Button
            title={`Only runs with ${one.where}`}
            onClick={() => onWhere(togglePart(where, one.where))}
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
