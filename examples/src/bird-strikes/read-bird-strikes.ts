import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import type { BirdStrike } from "./bird-strike.ts";

const file = new URL("../../data/birdstrikes.csv.gz", import.meta.url);

/** All rows of the file, in its order. */
export function readBirdStrikes(): readonly BirdStrike[] {
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  const { data, errors } = Papa.parse<BirdStrike>(text, { header: true, skipEmptyLines: true });
  const [error] = errors;
  if (error) throw new Error(`birdstrikes.csv: row ${error.row}: ${error.message}`);
  return data;
}
