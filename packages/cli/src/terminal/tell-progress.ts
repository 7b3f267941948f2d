import type { UpkeepProgress } from "@epochal/store";
import { printAside } from "./print.ts";

/** Says on stderr what a long piece of work does now, once. */
export function tellProgress(): (progress: UpkeepProgress) => void {
  let told = "";
  return ({ words }) => {
    if (words !== told) printAside(`${words}\n`);
    told = words;
  };
}
