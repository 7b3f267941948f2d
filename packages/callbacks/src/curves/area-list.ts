import type { Accumulator } from "../state/accumulator.ts";
import { describeReceived } from "../text/describe-received.ts";
import type { CurveArea } from "./curve-area.ts";

/** An area for each column of the predictions. The first batch decides how many there are. */
export class AreaList<Area extends CurveArea> implements Accumulator {
  readonly #create: () => Area;
  #areas: Area[] = [];

  constructor(create: () => Area) {
    this.#create = create;
  }

  get areas(): readonly Area[] {
    return this.#areas;
  }

  /** Makes `count` areas if there is none yet. Returns whether there are as many now. */
  reserve(count: number): boolean {
    if (this.#areas.length === 0) this.#areas = Array.from({ length: count }, this.#create);
    return this.#areas.length === count;
  }

  reset(): void {
    this.#areas = [];
  }

  merge(other: this): void {
    if (other.#areas.length === 0) return;
    if (!this.reserve(other.#areas.length)) {
      throw new RangeError(
        `merge: both metrics must have the same number of labels. Received: ${this.#areas.length} and ${other.#areas.length}`,
      );
    }
    for (const [i, area] of this.#areas.entries()) {
      const counterpart = other.#areas[i];
      if (counterpart !== undefined) area.merge(counterpart);
    }
  }

  getState(): unknown {
    return this.#areas.map((area) => area.getState());
  }

  setState(state: unknown): void {
    if (!Array.isArray(state)) {
      throw new TypeError(
        `setState: expected a list of areas. Received: ${describeReceived(state)}`,
      );
    }
    const areas = state.map((each: unknown) => {
      const area = this.#create();
      area.setState(each);
      return area;
    });
    this.#areas = areas;
  }
}
