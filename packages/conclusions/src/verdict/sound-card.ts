import { isCardPart, type RunCard } from "@epochal/record";

/** The card without the parts that cannot be read: another version may have written it, or a disk may have failed. */
export function soundCard(card: unknown): RunCard {
  if (typeof card !== "object" || card === null || Array.isArray(card)) return {};
  return Object.fromEntries(
    Object.entries(card).filter(([part, value]) => isCardPart(part, value)),
  );
}
