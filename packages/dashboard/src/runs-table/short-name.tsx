import type { NamePlace } from "./use-short-names.ts";

interface ShortNameProps {
  readonly name: string;
  readonly place: NamePlace;
  readonly shorten: (name: string, place: NamePlace) => string;
}

/** A name as its cell has room for it, without a part of its middle, so that what differs from other names stays. It is read out whole. */
export function ShortName({ name, place, shorten }: ShortNameProps) {
  const text = shorten(name, place);
  const isWhole = text === name;
  return (
    <>
      {!isWhole && <span className="sr-only">{name}</span>}
      <bdi
        aria-hidden={!isWhole}
        data-name-place={place}
        className="block min-w-0 flex-1 truncate whitespace-pre"
      >
        {text}
      </bdi>
    </>
  );
}
