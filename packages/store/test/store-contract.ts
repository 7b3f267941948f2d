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

/** What every store must do, whatever it keeps its runs in. */
export function storeContract(name: string, newPlace: () => StorePlace): void {
  recordingContract(name, newPlace);
  startingContract(name, newPlace);
  endingContract(name, newPlace);
  datingContract(name, newPlace);
  findingContract(name, newPlace);
  readingContract(name, newPlace);
  resumingContract(name, newPlace);
  severalFitsContract(name, newPlace);
  askingContract(name, newPlace);
  groupingContract(name, newPlace);
  keepingContract(name, newPlace);
  upkeepContract(name, newPlace);
  changesContract(name, newPlace);
  comparingContract(name, newPlace);
  optionsContract(name, newPlace);
  accessContract(name, newPlace);
}
