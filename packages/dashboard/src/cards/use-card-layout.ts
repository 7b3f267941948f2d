"use client";
import { useKept } from "../ui/use-kept.ts";

/** How wide cards are: three, two or one beside each other. */
export type CardSize = "small" | "medium" | "large";

/** Where a person wants cards to be. It belongs to the project. */
export interface CardLayout {
  readonly size: CardSize;
  /** Ids of the cards that come first, in their order. */
  readonly pinned: readonly string[];
  /** Whether a section is folded, by its id, where a person folded or opened it. */
  readonly folded: Readonly<Record<string, boolean>>;
}

const usual: CardLayout = { size: "medium", pinned: [], folded: {} };

/** The layout of a project's cards, kept in this browser. */
export function useCardLayout(project: string) {
  return useKept(`epochal.cards.${project}`, usual, readCardLayout);
}

/** Reads what was kept; undefined where it is no layout. */
export function readCardLayout(kept: unknown): CardLayout | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { size, pinned, folded } = kept as Record<string, unknown>;
  if (size !== "small" && size !== "medium" && size !== "large") return undefined;
  if (!Array.isArray(pinned) || !pinned.every((id) => typeof id === "string")) return undefined;
  if (typeof folded !== "object" || folded === null) return undefined;
  const flags = Object.entries(folded).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === "boolean",
  );
  return { size, pinned: [...new Set<string>(pinned)], folded: Object.fromEntries(flags) };
}
