import type { BirdStrike } from "./bird-strike.ts";

const CATEGORIES = [
  "Phase of flight",
  "Wildlife Size",
  "Wildlife Species",
  "Time of day",
  "Aircraft Make Model",
  "Aircraft Airline Operator",
  "Origin State",
] as const satisfies readonly (keyof BirdStrike)[];

/** Rarer values share no feature: a column of zeros stands for "something else". */
const VALUES_PER_CATEGORY = 40;
/** Brings the speeds near 1. */
const KNOTS = 200;
const MONTHS = 12;

/** The most frequent values of a column, most frequent first. */
function frequentValues(rows: readonly BirdStrike[], column: keyof BirdStrike): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, VALUES_PER_CATEGORY)
    .map(([value]) => value);
}

/**
 * Turns rows into numbers, having looked at the training rows alone.
 *
 * What it knows of the world (which species, operators, states there are) comes from the rows it is made with. A value it has
 * not seen there becomes zeros, as it would for a strike of tomorrow.
 */
export class FeatureEncoder {
  /** What each feature is: `Wildlife Size=Small`. */
  readonly names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;

  constructor(trainingRows: readonly BirdStrike[]) {
    this.names = [
      ...CATEGORIES.flatMap((column) =>
        frequentValues(trainingRows, column).map((value) => `${column}=${value}`),
      ),
      ...Array.from({ length: MONTHS }, (_, index) => `month=${index + 1}`),
      "speed",
      "speed is unknown",
    ];
    this.#places = new Map(this.names.map((name, place) => [name, place]));
  }

  /** One row of `names.length` features for each strike, one after the other. */
  encode(rows: readonly BirdStrike[]): Float32Array {
    const width = this.names.length;
    const features = new Float32Array(rows.length * width);
    rows.forEach((row, index) => {
      const set = (name: string, value: number) => {
        const place = this.#places.get(name);
        if (place !== undefined) features[index * width + place] = value;
      };
      for (const column of CATEGORIES) set(`${column}=${row[column]}`, 1);
      set(`month=${Number(row["Flight Date"].slice(5, 7))}`, 1);
      const speed = row["Speed IAS in knots"];
      if (speed === "") set("speed is unknown", 1);
      else set("speed", Number(speed) / KNOTS);
    });
    return features;
  }
}
