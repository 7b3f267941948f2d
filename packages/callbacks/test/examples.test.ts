import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as epochal from "../src/index.ts";
import {
  type DocExample,
  examplesIn,
  isValueOf,
  readDocExamples,
  readPageExamples,
  toRunnable,
} from "./doc-example.ts";

const examples = readDocExamples();
const AsyncFunction = (async () => {}).constructor as new (
  ...parameters: string[]
) => (...args: unknown[]) => Promise<void>;

/** Runs an example with the names it could import, and fails where a value is not the one in its comment. */
async function run(example: DocExample): Promise<void> {
  const { body, imports } = toRunnable(example);
  const own = await import(new URL(`../src/${example.file}`, import.meta.url).pathname);
  const names = { ...own, ...epochal, tf };
  for (const { name, from, isType } of imports) {
    const modules = { "@tensorflow/tfjs": tf, "node:os": os };
    const isThere = isType || name === "tf" || name in (Reflect.get(modules, from) ?? epochal);
    expect(isThere, `${from} has no ${name}`).toBe(true);
    expect(["@epochal/callbacks", "@tensorflow/tfjs", "node:os"]).toContain(from);
    if (from === "node:os") names[name] = Reflect.get(os, name);
    if (from === "@tensorflow/tfjs" && name !== "tf") names[name] = Reflect.get(tf, name);
  }
  const check = (actual: unknown, expected: unknown, text: string): void => {
    if (!isValueOf(actual, expected, text)) expect(actual, `; // ${text}`).toEqual(expected);
  };
  await new AsyncFunction("check", ...Object.keys(names), body)(check, ...Object.values(names));
}

beforeAll(async () => {
  vi.stubEnv("EPOCHAL_OUTBOX", mkdtempSync(path.join(os.tmpdir(), "epochal-examples-")));
  await tf.setBackend("cpu");
});

afterAll(() => {
  vi.unstubAllEnvs();
});

describe("the @example of", () => {
  test.each(examples.map((example) => [example.subject, example.file, example] as const))(
    "%s in %s is true",
    async (_, __, example) => run(example),
  );

  const classes = Object.entries(epochal).filter(
    ([, value]) => typeof value === "function" && String(value).startsWith("class"),
  );

  test.each(classes.map(([name]) => name))("%s exists", (name) => {
    expect(examples.map(({ subject }) => subject)).toContain(name);
  });
});

describe("the page about", () => {
  const blocks = [
    "autolog.md",
    "custom-loops.md",
    "custom-metrics.md",
    "resuming.md",
    "several-fits.md",
  ].flatMap(readPageExamples);

  test.each(blocks.map((block) => [block.subject, block] as const))(
    "%s is true",
    async (_, block) => {
      expect(block.code).toMatch(/; \/\/ \S/);
      await run(block);
    },
  );
});

describe("this test", () => {
  const exampleOf = (...lines: string[]): DocExample => {
    const comment = [
      "/**",
      " * @example",
      " * ```ts",
      ...lines.map((line) => ` * ${line}`),
      " * ```",
      " */",
    ];
    const [example] = examplesIn(
      `${comment.join("\n")}\nexport class Shown {}`,
      "metrics/ranking/auc.ts",
    );
    if (example === undefined) throw new Error("no example found");
    return example;
  };

  test.each([
    ["const three: number = 3;", "three; // 3"],
    ["1 / 3; // 0.3333", "[1 / 3, 2]; // [0.3333, 2]"],
    ['import { AUC } from "@epochal/callbacks";', 'new AUC().name; // "auc"'],
    ["await Promise.resolve({ a: [1] }); // { a: [1] }", "Number.NaN; // NaN"],
  ])("passes a true example: %s %s", async (...lines) => {
    await run(exampleOf(...lines));
  });

  test.each([
    ["1 / 3; // 0.33"],
    ["1 / 3; // 0.3334"],
    ["[1, 2]; // [1]"],
    ["({ a: 1 }); // { b: 1 }"],
    ['"1"; // 1'],
    ["nowhere; // 1"],
    ["1; // the first of them"],
    ['import { Nothing } from "@epochal/callbacks";'],
    ['import { readFileSync } from "node:fs";'],
    ["await Promise.reject(new Error('lost'));"],
    ["const broken = ;"],
  ])("fails a wrong example: %s", async (line) => {
    await expect(async () => run(exampleOf(line))).rejects.toThrow();
  });

  test("fails an @example without code", () => {
    expect(() => examplesIn("/** @example new AUC() */ export class AUC {}", "auc.ts")).toThrow(
      "auc.ts: an @example of AUC has no code",
    );
  });

  test("names the class that a comment stands on", () => {
    expect(exampleOf("1; // 1").subject).toBe("Shown");
  });
});
