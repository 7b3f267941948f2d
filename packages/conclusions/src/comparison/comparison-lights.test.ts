import { expect, it } from "vitest";
import { lightWords } from "../words/light-words.ts";
import { compareConfigs } from "./compare-configs.ts";
import { comparisonLights } from "./comparison-lights.ts";

const told = (a: object, b: object) =>
  comparisonLights(compareConfigs({ ...a }, { ...b })).map(lightWords);
const card = {
  code: { commit: "a", branch: "main", isDirty: false },
  data: { x: { checksum: "1" } },
  weights: { hash: "w" },
  machine: { cpu: "x" },
  backend: { name: "cpu" },
};

it("tells what is the same, what differs, and what nobody knows", () => {
  const same = ["same code", "same data", "same initial weights", "same machine"];
  expect(told(card, card)).toEqual(same);
  // Another branch of the same commit is the same code.
  expect(told(card, { ...card, code: { ...card.code, branch: "try" } })).toEqual(same);
  expect(told(card, {})).toEqual([
    ...["code not recorded", "data not recorded"],
    ...["initial weights not recorded", "machine not recorded"],
  ]);
  const other = {
    code: { commit: "a", branch: "main", isDirty: true, diff: "+x" },
    data: { x: { checksum: "2" } },
    weights: { hash: "v" },
    machine: { cpu: "x" },
    backend: { name: "wasm" },
  };
  expect(told(card, other)).toEqual([
    ...["other code", "other data", "other initial weights", "other machine"],
  ]);
});

it("uncommitted changes of one alone are other code, in the leaves that say so", () => {
  const dirty = { ...card, code: { ...card.code, diff: "+x" } };
  const [code] = comparisonLights(compareConfigs(card, dirty));
  expect(code).toEqual({ what: "code", state: "differs", paths: ["code.diff"] });
});
