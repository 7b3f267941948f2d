"use client";
import type { ReactNode } from "react";
import { CopyButton } from "../ui/copy-button.tsx";
import { ToggleGroup } from "../ui/toggle-group.tsx";
import type { CardSize } from "./use-card-layout.ts";

interface CardToolsProps {
  readonly judged: ReactNode;
  readonly view: ReactNode;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly size: CardSize;
  readonly onSize: (size: CardSize) => void;
  /** The address of what is shown, whole. */
  readonly address: () => string;
}

/** Above the cards: what runs are judged by, how curves are shown, and which cards there are. */
export function CardTools(props: CardToolsProps) {
  const { judged, view, search, onSearch, size, onSize } = props;
  return (
    <fieldset
      aria-label="How charts are shown"
      className="z-20 flex min-w-0 flex-wrap items-center gap-2 bg-bg max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:pb-1 lg:sticky lg:top-12 lg:py-2"
    >
      {judged}
      {view}
      <input
        type="search"
        aria-label="Search charts"
        placeholder="Search charts…"
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={({ target }) => onSearch(target.value)}
        onKeyDown={({ key }) => key === "Escape" && onSearch("")}
        className="h-7 w-36 flex-none rounded-control border border-line bg-surface px-2.5 placeholder:text-muted"
      />
      <span className="inline-flex flex-none max-sm:hidden">
        <ToggleGroup
          label="Size of charts"
          options={[
            { value: "small", label: "S" },
            { value: "medium", label: "M" },
            { value: "large", label: "L" },
          ]}
          value={size}
          onChoose={onSize}
        />
      </span>
      <CopyButton text={props.address} label="Copy link" />
    </fieldset>
  );
}
