import { expect, it } from "vitest";
import { compareConfigs } from "../comparison/compare-configs.ts";
import { fairnessWords } from "./fairness-words.ts";

const words = (params: readonly [object, object], card: readonly [object, object] = [{}, {}]) =>
  fairnessWords({
    params: compareConfigs({ ...params[0] }, { ...params[1] }),
    card: compareConfigs({ ...card[0] }, { ...card[1] }),
  });

it("warns of other data and of other batches, and of nothing else", () => {
  expect(words([{ lr: 1 }, { lr: 2 }])).toEqual([]);
  expect(words([{ fit: { batchSize: 32 } }, { fit: { batchSize: 64 } }])).toEqual([
    "Batches of 32 and 64 samples: at equal steps B has seen 2 × as many samples. Compare at equal epoch.",
  ]);
  expect(words([{}, {}], [{ fit: { batchSize: 64 } }, { fit: { batchSize: 32 } }])[0]).toContain(
    "0.5 × as many samples",
  );
  expect(words([{ batch_size: "all" }, { batch_size: 3 }])[0]).toContain("not seen equally much");
  const data = (x: string, validation: string) => ({
    data: { x: { checksum: x }, validation: [{ checksum: validation }] },
  });
  expect(words([{}, {}], [data("1", "v"), data("2", "w")])).toEqual([
    "They were trained on other data: a better value may come from the data alone.",
    "They were validated on other data: their validation values are not of the same task.",
  ]);
});
