import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileSystem, ModelCheckpoint } from "@epochal/callbacks";
import { expect, type Page, test } from "@playwright/test";
import * as tf from "@tensorflow/tfjs";
import { build, type PreviewServer, preview } from "vite";
import { bundleSize } from "../in-page/bundle.ts";
import { type Training, trainThreeMetrics } from "../in-page/train-three-metrics.ts";

// WebGL without a graphics card.
test.use({
  launchOptions: {
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic"],
  },
});

let server: PreviewServer;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "epochal-page-"));
  const root = path.join(import.meta.dirname, "../in-page");
  const shared = { configFile: false, root, logLevel: "warn" } as const;
  const options = { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 5000 };
  await build({ ...shared, build: options });
  server = await preview({
    ...shared,
    build: options,
    preview: { host: "127.0.0.1", port: 0 },
  });
});

test.afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The share of pairs in order, the F1 at one half, the mean absolute error. */
function byHand({ labels, predictions }: Training): Record<string, number> {
  const of = (label: number) => predictions.filter((_, i) => labels[i] === label);
  let [wins, pairs] = [0, 0];
  for (const positive of of(1)) {
    for (const negative of of(0)) {
      wins += positive > negative ? 1 : positive === negative ? 0.5 : 0;
      pairs++;
    }
  }
  const hits = of(1).filter((score) => score > 0.5).length;
  const called = predictions.filter((score) => score > 0.5).length;
  const errors = predictions.map((score, i) => Math.abs(score - (labels[i] ?? 0)));
  return {
    auc: wins / pairs,
    f1_score: (2 * hits) / (called + of(1).length),
    mean_absolute_error: errors.reduce((sum, error) => sum + error, 0) / errors.length,
  };
}

/** The page has TensorFlow.js in its bundle, and here by a script tag, too. */
async function serveScript(page: Page): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@tensorflow/tfjs/dist/tf.min.js");
  await page.route("**/tf.min.js", (route) => route.fulfill({ path: file }));
}

for (const [where, backend] of [
  ["on webgl", "webgl"],
  ["on cpu", "cpu"],
  ["on TensorFlow.js of a script tag", "cpu&script=shown"],
] as const) {
  test(`a page trains ${where} with the values Node has`, async ({ page }) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await serveScript(page);
    await page.goto(`${server.resolvedUrls?.local[0]}?backend=${backend}`);
    await expect(page.locator("body[data-training]")).toBeAttached();
    const training = JSON.parse(
      (await page.locator("body").getAttribute("data-training")) ?? "",
    ) as Training;
    expect(faults).toEqual([]);
    expect(backend.split("&")[0]).toBe(training.backend);
    expect(training.leaked).toBe(0);
    const recorded = JSON.parse((await page.locator("body").getAttribute("data-recorded")) ?? "");
    expect(recorded.losses).toHaveLength(3);
    expect(recorded.losses).toEqual(recorded.history);
    expect(recorded.project).toBe(await page.title());

    const expected = byHand(training);
    for (const [name, value] of Object.entries(expected)) {
      expect(training.history[`val_${name}`]?.at(-1), name).toBeCloseTo(value, 6);
    }
    await tf.setBackend("cpu");
    const inNode = await trainThreeMetrics();
    expect(Object.keys(training.history).sort()).toEqual(Object.keys(inNode.history).sort());
    for (const [key, values] of Object.entries(inNode.history)) {
      for (const [epoch, value] of values.entries()) {
        expect(training.history[key]?.[epoch], `${key}, epoch ${epoch}`).toBeCloseTo(value, 5);
      }
    }
  });
}

test("a page is told that its model is of a copy of TensorFlow.js that does not show itself", async ({
  page,
}) => {
  await serveScript(page);
  await page.goto(`${server.resolvedUrls?.local[0]}?backend=cpu&script=hidden`);
  await expect(page.locator("body")).toHaveAttribute(
    "data-refused",
    /two copies of TensorFlow\.js.*4\.22\.0 \(in the same bundle\).*\/tf\.min\.js.*script tag/,
  );
});

test("a page says on its console, once and in plain words, which metrics are NaN", async ({
  page,
}) => {
  const warnings: string[] = [];
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("Metric")) warnings.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(`${server.resolvedUrls?.local[0]}?backend=cpu&nan`);
  await expect(page.locator("body[data-nan]")).toBeAttached();
  expect(faults).toEqual([]);
  expect(warnings).toEqual([
    "warning: Metric val_auc will be NaN: no label is negative",
    "warning: Metrics auc, precision, val_auc and val_precision are NaN: predictions are NaN",
  ]);
});

test("a page is told that it cannot write event files", async ({ page }) => {
  await page.goto(`${server.resolvedUrls?.local[0]}?backend=cpu`);
  await expect(page.locator("body")).toHaveAttribute(
    "data-event-files",
    /^Error: TensorBoard: logDir needs a file system/,
  );
});

test("checkpoints go from Node to a page and from a page to Node", async ({ page }) => {
  await tf.setBackend("cpu");
  const inputs = tf.tensor2d([
    [1, 2],
    [3, 4],
  ]);
  const predictionsOf = (model: tf.LayersModel) =>
    Array.from((model.predict(inputs) as tf.Tensor).dataSync());
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 3, inputShape: [2], activation: "tanh" }),
      tf.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  const callbacks = [new ModelCheckpoint({ filepath: path.join(folder, "checkpoint") })];
  await model.fit(inputs, tf.ones([2, 1]), { epochs: 1, verbose: 0, callbacks });

  // The server knows the files it began with.
  await page.route("**/checkpoint/*", (route) =>
    route.fulfill({ path: path.join(folder, new URL(route.request().url()).pathname) }),
  );
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(`${server.resolvedUrls?.local[0]}?backend=cpu&checkpoint`);
  await expect(page.locator("body[data-loaded]")).toBeAttached();
  expect(faults).toEqual([]);
  const body = page.locator("body");
  const loaded = JSON.parse((await body.getAttribute("data-loaded")) ?? "") as number[];
  for (const [i, value] of predictionsOf(model).entries()) expect(loaded[i]).toBeCloseTo(value, 5);

  const saved = JSON.parse((await body.getAttribute("data-saved")) ?? "") as {
    readonly modelTopology: unknown;
    readonly weights: unknown;
    readonly bytes: readonly number[];
    readonly predictions: readonly number[];
  };
  const { modelTopology, weights, bytes, predictions } = saved;
  const manifest = [{ paths: ["./page.bin"], weights }];
  writeFileSync(path.join(folder, "page.bin"), Uint8Array.from(bytes));
  const json = path.join(folder, "page.json");
  writeFileSync(json, JSON.stringify({ modelTopology, weightsManifest: manifest }));
  const handler = fileSystem(json);
  const back = await tf.loadLayersModel(handler);
  for (const [i, value] of predictionsOf(back).entries())
    expect(predictions[i]).toBeCloseTo(value, 5);
});

test("a page that imports AUC alone gets AUC alone", async () => {
  const [auc, everything] = [await bundleSize("AUC"), await bundleSize("metrics, EarlyStopping")];
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  process.stdout.write(
    `import { AUC }: ${kilobytes(auc.minified)} minified, ${kilobytes(auc.gzip)} gzip, ${auc.files.length} files\n`,
  );
  expect(auc.files).toContain("metrics/ranking/auc.ts");
  const strangers =
    /^(?:callbacks|run|event-files|recording|observing|card|seed|identifiers|evaluation|losses)\/|^metrics\/(?!ranking)\w+\//;
  expect(auc.files.filter((file) => strangers.test(file))).toEqual([]);
  expect(auc.gzip).toBeLessThan(everything.gzip / 2);
});

test("the panel is as small as its README says, and the page does not wait for what draws", async () => {
  const panel = path.join(import.meta.dirname, "../../packages/panel");
  const { all, first, minified, gzip } = await bundleSize(
    "showRun",
    path.join(panel, "src/index.ts"),
  );
  process.stdout.write(`import { showRun }: ${minified} bytes minified, ${gzip} gzip\n`);
  const [, most] = /(\d+) kB compressed/.exec(
    readFileSync(path.join(panel, "README.md"), "utf8"),
  ) as RegExpExecArray;
  expect(gzip / 1000).toBeLessThan(Number(most));
  const libraries = all.flatMap(
    (file) => /node_modules\/((?:@[\w-]+\/)?[\w.-]+)\/(?!.*node_modules)/.exec(file)?.[1] ?? [],
  );
  expect([...new Set(libraries)].sort()).toEqual(["@kurkle/color", "chart.js", "valibot"]);
  expect(first.some((file) => /chart\.js/.test(file))).toBe(false);
});

test("a page that trains has none of what reads records in it", async () => {
  const { all, minified, gzip } = await bundleSize("AUC, History, EarlyStopping, fit");
  process.stdout.write(
    `import { AUC, History, EarlyStopping, fit }: ${minified} bytes minified, ${gzip} gzip\n`,
  );
  expect(all.some((file) => /\/record\/src\/json\//.test(file))).toBe(true);
  expect(all.filter((file) => /valibot|\/record\/src\/(?:records|events)\//.test(file))).toEqual(
    [],
  );
});
