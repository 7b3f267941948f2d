// Whether a page that trains keeps its sixty frames a second while a panel shows the run, beside the same training that nothing shows.
// CHROME_PATH=/usr/bin/chromium pnpm exec node bench/panel.ts [cpu|wasm|webgl] [--epochs 40] [--vis path/to/tfjs-vis.umd.min.js]
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { launchBrowser } from "./dashboard/launch-browser.ts";
import type { Shown, Trained } from "./panel/page.ts";
import { percentile, report } from "./report.ts";

const ROUNDS = 3;
/** The page is answered here, and nothing else is asked. */
const PAGE = "http://127.0.0.1:9/";

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: { epochs: { type: "string", default: "40" }, vis: { type: "string" } },
});
const [backend = "cpu"] = positionals;
const entryPoints = [fileURLToPath(new URL("panel/page.ts", import.meta.url))];
const built = await build({
  ...{ entryPoints, bundle: true, format: "esm", minify: true, write: false, logLevel: "error" },
});
const script = built.outputFiles[0]?.text ?? "";
const wasm = path.dirname(
  createRequire(import.meta.url).resolve(
    "@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js",
  ),
);
const browser = await launchBrowser(
  backend === "webgl" ? ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"] : undefined,
);

/** Trains in a new page. */
async function trained(shown: Shown): Promise<Trained> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route(`${PAGE}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") {
      return route.fulfill({
        contentType: "text/html",
        body: '<!doctype html><meta charset="utf-8"><body><script type="module" src="page.js"></script>',
      });
    }
    return pathname === "/page.js"
      ? route.fulfill({ contentType: "text/javascript", body: script })
      : route.fulfill({ path: path.join(wasm, pathname) });
  });
  await page.goto(PAGE);
  await page.waitForFunction(() => "train" in window);
  if (shown === "tfjs-vis" && given.vis !== undefined) await page.addScriptTag({ path: given.vis });
  const asked = JSON.stringify([shown, backend, Number(given.epochs)]);
  const told = (await page.evaluate(`train(...${asked})`)) as Trained;
  await page.close();
  return told;
}

const cases: readonly Shown[] = ["nothing", "panel", ...(given.vis ? ["tfjs-vis" as const] : [])];
const all = new Map<Shown, Trained[]>(cases.map((shown) => [shown, []]));
try {
  for (let round = 0; round < ROUNDS; round++)
    for (const shown of cases) all.get(shown)?.push(await trained(shown));
} finally {
  await browser.close();
}

const joined = (shown: Shown, read: (of: Trained) => readonly number[]) =>
  Float64Array.from((all.get(shown) ?? []).flatMap(read));
const rows = (value: (shown: Shown) => number) =>
  cases.map((shown) => [`shown by ${shown}`, value(shown)] as const);

console.log(`A net trained for ${given.epochs} epochs on ${backend}, ${ROUNDS} times each`);
console.log("\nthe whole training");
report(
  "ms",
  rows((shown) =>
    percentile(
      joined(shown, ({ ms }) => [ms]),
      0.5,
    ),
  ),
);
for (const part of [0.5, 0.95, 0.99]) {
  console.log(`\nfrom frame to frame, ${part * 100} % are shorter`);
  report(
    "ms",
    rows((shown) =>
      percentile(
        joined(shown, ({ frames }) => frames),
        part,
      ),
    ),
  );
}
console.log("\nframes a second");
report(
  "fps",
  rows((shown) => {
    const frames = joined(shown, (of) => of.frames);
    return frames.length / (frames.reduce((sum, ms) => sum + ms, 0) / 1000);
  }),
);
const draws = joined("panel", (of) => of.draws);
const [half, most] = [percentile(draws, 0.5), percentile(draws, 0.99)];
const sum = draws.reduce((all, ms) => all + ms, 0);
const whole = joined("panel", ({ ms }) => [ms]).reduce((all, ms) => all + ms, 0);
console.log(
  `\nthe panel's turns: ${draws.length}, half of them shorter than ${half.toFixed(2)} ms, 99 % than ${most.toFixed(2)} ms; ${((100 * sum) / whole).toFixed(1)} % of the time`,
);
