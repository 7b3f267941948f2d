import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { TensorBoard } from "../src/callbacks/tensor-board.ts";
import { hasTensorboard, howToGetTensorboard, readEventFiles } from "./read-event-files.ts";
import { tensorBoardDeviations } from "./tensor-board-deviations.ts";
import { tinyData, tinyModel } from "./tiny-training.ts";

interface Scenario {
  readonly id: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly setup?: string;
  readonly expected: {
    readonly event_dirs?: readonly string[];
    readonly histogram_tags?: string;
    readonly scalars?: Readonly<Record<string, readonly string[]>>;
  };
}

const golden = new URL("golden/keras-tensor-board.json", import.meta.url);
const { scenarios } = JSON.parse(readFileSync(golden, "utf8")) as { scenarios: Scenario[] };
const deviating = tensorBoardDeviations.map(({ scenario }) => scenario);

const root = mkdtempSync(path.join(tmpdir(), "epochal-keras-tensor-board-"));
afterAll(() => rmSync(root, { recursive: true }));

const optionNames: Readonly<Record<string, string>> = {
  histogram_freq: "histogramFreq",
  update_freq: "updateFreq",
  write_images: "writeImages",
  write_steps_per_second: "writeStepsPerSecond",
};

function board({ id, kwargs }: Scenario): TensorBoard {
  const options = Object.entries(kwargs).map(([key, value]) => [optionNames[key] ?? key, value]);
  return new TensorBoard({ logDir: path.join(root, id), ...Object.fromEntries(options) });
}

const followed = scenarios.filter(({ id }) => !deviating.includes(id));

describe("Keras' TensorBoard", () => {
  test("has the scenarios that were recorded", () => {
    expect(scenarios).toHaveLength(5);
    expect(followed).toHaveLength(4);
  });

  if (!hasTensorboard) {
    test.skip(`writes the same tags: ${howToGetTensorboard}`, () => {});
  }

  describe.runIf(hasTensorboard)("writes the same tags", () => {
    test.each(followed.map((scenario) => [scenario.id, scenario] as const))(
      "%s",
      async (id, scenario) => {
        const { x, y, validationData } = tinyData();
        const model = tinyModel([]);
        await model.fit(x, y, {
          epochs: 2,
          verbose: 0,
          callbacks: [board(scenario)],
          ...(scenario.setup?.startsWith("no validation") ? {} : { validationData }),
        });
        const logDir = path.join(root, id);
        const {
          scalars = {},
          event_dirs = Object.keys(scalars),
          histogram_tags,
        } = scenario.expected;
        expect(readdirSync(logDir).sort()).toEqual([...event_dirs].sort());
        const read = readEventFiles(logDir);
        const tags = (folder: string, plugin: string) =>
          Object.entries(read[folder] ?? {})
            .filter(([, tag]) => tag.plugin === plugin)
            .map(([tag]) => tag);
        for (const folder of event_dirs) {
          expect(tags(folder, "scalars").sort()).toEqual([...(scalars[folder] ?? [])].sort());
        }
        expect(tags("train", "histograms")).toEqual(
          histogram_tags === undefined
            ? []
            : model.weights.flatMap(({ name }) => [
                `${name}/histogram`,
                `${name}/update_histogram`,
              ]),
        );
      },
    );
  });

  test("draws pictures of weights, which is refused here", () => {
    const images = scenarios.filter(({ id }) => deviating.includes(id));
    expect(images).toHaveLength(1);
    for (const scenario of images) {
      expect(() => board(scenario)).toThrow("Received: writeImages");
    }
  });

  test("every deviation is in the document", () => {
    const file = readFileSync(new URL("../docs/deviations.md", import.meta.url), "utf8");
    const document = file.replaceAll(/ +/g, " ");
    for (const { keras, here, why } of tensorBoardDeviations) {
      expect(document).toContain(`| ${keras} | ${here} | ${why} |`);
    }
    // The head of the table and the line below it are rows too.
    const rows = document.split("## TensorBoard")[1]?.split("\n## ")[0]?.match(/^\| /gm) ?? [];
    expect(rows).toHaveLength(tensorBoardDeviations.length + 2);
  });
});
