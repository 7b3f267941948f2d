"use client";
import type { ReactNode } from "react";
import type { Splits } from "../charts/chart-run.ts";
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
  readonly note: string | undefined;
  readonly split: Splits;
}

/** Above the cards: what runs are judged by, how curves are shown, and which cards there are. */
export function CardTools(props: CardToolsProps) {
  const { judged, view, search, onSearch, size, onSize, note, split } = props;
  return (
    <fieldset
      aria-label="How charts are shown"
      className="min-w-0 z-20 flex flex-col gap-2 bg-bg lg:sticky lg:top-12 lg:py-2"
    >
      <div className="flex flex-wrap items-center gap-2 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:pb-1">
        {judged}
        {view}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          aria-label="Search charts"
          placeholder="Search charts…"
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={({ target }) => onSearch(target.value)}
          onKeyDown={({ key }) => key === "Escape" && onSearch("")}
          className="h-7 w-40 rounded-control border border-line bg-surface px-2.5 placeholder:text-muted"
        />
        <span className="max-sm:hidden">
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
        <CopyButton text={() => window.location.href} label="Copy link" />
        <span className="ml-auto inline-flex flex-wrap items-center gap-x-3 text-muted text-small">
          {note}
          {split !== "train" && <LineKey label="validation" />}
          {split !== "validation" && <LineKey label="training" dashed />}
        </span>
      </div>
    </fieldset>
  );
}

function LineKey({ label, dashed }: { readonly label: string; readonly dashed?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg width="20" height="4" aria-hidden>
        <line
          x1="0"
          y1="2"
          x2="20"
          y2="2"
          stroke="currentColor"
          strokeWidth={dashed ? 1.2 : 1.8}
          strokeDasharray={dashed ? "4 3" : undefined}
        />
      </svg>
      {label}
    </span>
  );
}
