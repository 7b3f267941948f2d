import { seededRandom } from "@epochal/testing/random";
import { expect, test } from "vitest";
import type { RunRow } from "../wire/answers.ts";
import type { RunsQuestion } from "../wire/questions.ts";
import { joinQuestions, ownRow } from "./join-questions.ts";

const random = seededRandom(7);
const upTo = (n: number) => Math.floor(random() * n);
const some = (list: readonly string[]) => list.filter(() => random() < 0.5);

function question(): RunsQuestion {
  return {
    project: ["birds", "strikes"][upTo(2)] as string,
    ...(random() < 0.5 && { where: "units > 3" }),
    ...(random() < 0.5 && { order: ["best:auc"] }),
    ...(random() < 0.3 && { ids: ["a"] }),
    ...(random() < 0.5 && { metric: "auc" }),
    ...(random() < 0.5 && { spark: (["epoch", "step"] as const)[upTo(2)] as "epoch" }),
    columns: some(["best:auc", "param:units", "tag:night", "fact:host"]),
  };
}

/** What a server answers of a run. */
function answered({ columns, metric, spark }: RunsQuestion): RunRow {
  return {
    id: "a",
    ...(metric && { judged: { regret: 0, ...(spark && { spark: { x: [1], y: [2] } }) } }),
    cells: [columns ?? []].flat().map((column) => ({ value: column })),
  } as never;
}

test("what several questions ask is cut out of one answer as each of them would have had it", () => {
  let joins = 0;
  for (let round = 0; round < 500; round++) {
    const questions = Array.from({ length: 1 + upTo(5) }, question);
    const groups = joinQuestions(questions);
    expect(new Set(groups.flatMap(({ questions: own }) => own))).toEqual(new Set(questions));
    for (const { joined, questions: own } of groups) {
      joins += own.length - 1;
      for (const one of own) {
        expect(joined.project).toBe(one.project);
        expect(joined.ids).toBe(undefined);
        expect(joined.where).toBe(undefined);
        expect(ownRow(answered(joined), joined, one)).toEqual(answered(one));
      }
    }
  }
  expect(joins).toBeGreaterThan(100);
});
