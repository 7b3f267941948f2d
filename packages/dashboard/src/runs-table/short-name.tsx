import type { NameParts } from "./name-parts.ts";

/** A name that is cut where it is like the others, so that what differs stays. */
export function ShortName({ parts: { start, kept, end } }: { readonly parts: NameParts }) {
  return (
    <>
      {start && <bdi className="min-w-7 shrink-[9999] truncate whitespace-pre">{start}</bdi>}
      <bdi className="min-w-0 shrink truncate whitespace-pre">{kept}</bdi>
      {end && <bdi className="min-w-0 shrink-[9999] truncate whitespace-pre">{end}</bdi>}
    </>
  );
}
