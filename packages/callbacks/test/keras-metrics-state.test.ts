import { describe, expect, test } from "vitest";
import { expectKerasResult } from "./expect-keras-result.ts";
import {
  applyUpdates,
  createMetric,
  type KerasCase,
  type KerasMetric,
  type KerasUpdate,
  readKerasCases,
} from "./keras-case.ts";
import { deviationOf } from "./keras-deviations.ts";
import { splitIntoRows } from "./split-into-rows.ts";

const cases = readKerasCases().filter(
  (golden) => deviationOf(golden)?.likeKeras || !deviationOf(golden),
);
const create = (golden: KerasCase): KerasMetric =>
  createMetric(golden.metric, golden.kwargs, deviationOf(golden)?.likeKeras);

/** The updates, or the rows of an only one, in two halves. */
function halves(golden: KerasCase): readonly [KerasUpdate[], KerasUpdate[]] {
  const [only, ...others] = golden.updates;
  const rows = only && others.length === 0 ? splitIntoRows(golden, only) : undefined;
  const parts = rows ?? golden.updates;
  const middle = Math.ceil(parts.length / 2);
  return [parts.slice(0, middle), parts.slice(middle)];
}

const inTwo = cases.map((golden) => [golden.id, golden, ...halves(golden)] as const);

describe("as Keras 3.16, in two halves", () => {
  test("most cases have two", () => {
    const two = inTwo.filter(([, , , second]) => second.length > 0);
    expect(two.length).toBeGreaterThan(cases.length / 2);
  });

  test.each(inTwo)("%s goes on from its state", (_, golden, first, second) => {
    const interrupted = create(golden);
    applyUpdates(interrupted, first);
    const text = JSON.stringify(interrupted.getState());
    const resumed = create(golden);
    resumed.setState(JSON.parse(text));
    applyUpdates(resumed, second);
    expectKerasResult(resumed.result(), golden);
  });

  test.each(inTwo)("%s merges", (_, golden, first, second) => {
    const [left, right] = [create(golden), create(golden)];
    applyUpdates(left, first);
    applyUpdates(right, second);
    left.merge(right);
    expectKerasResult(left.result(), golden);
  });
});
