import { whole } from "@epochal/testing/full";
import { accessContract } from "./contract/access-contract.ts";
import { askingContract } from "./contract/asking-contract.ts";
import { changesContract } from "./contract/changes-contract.ts";
import { comparingContract } from "./contract/comparing-contract.ts";
import { datingContract } from "./contract/dating-contract.ts";
import { endingContract } from "./contract/ending-contract.ts";
import { findingContract } from "./contract/finding-contract.ts";
import { groupingContract } from "./contract/grouping-contract.ts";
import { keepingContract } from "./contract/keeping-contract.ts";
import { optionsContract } from "./contract/options-contract.ts";
import { readingContract } from "./contract/reading-contract.ts";
import { recordingContract } from "./contract/recording-contract.ts";
import { resumingContract } from "./contract/resuming-contract.ts";
import { severalFitsContract } from "./contract/several-fits-contract.ts";
import { startingContract } from "./contract/starting-contract.ts";
import type { StorePlace } from "./contract/store-place.ts";
import { upkeepContract } from "./contract/upkeep-contract.ts";

const parts = [
  recordingContract,
  startingContract,
  endingContract,
  datingContract,
  findingContract,
  readingContract,
  resumingContract,
  severalFitsContract,
  askingContract,
  groupingContract,
  keepingContract,
  upkeepContract,
  changesContract,
  comparingContract,
  optionsContract,
  accessContract,
];

/**
 * What every store must do, whatever it keeps its runs in.
 *
 * @param random where it is given, some of the parts by chance, and all of them where EPOCHAL_FULL is 1
 */
export function storeContract(
  name: string,
  newPlace: () => StorePlace,
  random?: () => number,
): void {
  const mixed = random === undefined ? parts : shuffled(parts, random);
  const count = random === undefined ? parts.length : Math.max(2, whole(parts.length));
  for (const part of mixed.slice(0, count)) part(name, newPlace);
}

function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  const placed = all.map((one) => ({ one, at: random() }));
  return placed.sort((a, b) => a.at - b.at).map(({ one }) => one);
}
