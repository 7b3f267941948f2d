// Every check there is, cheapest first. `npm test` runs this on a machine that has only Node and npm.
// With --full (`npm run test:full`) tests that run a tenth of their cases run all of them.
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { ensureBrowser } from "./browser.ts";
import { ensureNativeBackend } from "./native-backend.ts";
import { ensurePostgres } from "./postgres.ts";
import { root, runCommand } from "./run-command.ts";
import { ensureTensorboard } from "./tensorboard.ts";
import { type Fault, type Report, readEndToEndReport, readUnitReport } from "./test-reports.ts";

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Reads how its tests went; a step without it is one check. */
  readonly report?: () => Report;
  readonly env?: () => Record<string, string>;
  /** Steps that must have passed. */
  readonly needs?: readonly string[];
}

const reports = path.join(root, ".cache/check");
const unitReport = path.join(reports, "unit.json");
const endToEndReport = path.join(reports, "end-to-end.json");

/** One group after the other. The steps of a group run side by side: each waits for disks or keeps one processor busy. */
const groups: readonly (readonly Step[])[] = [
  [
    { name: "lint", command: ["biome", "ci", "--colors=off", "."] },
    { name: "dead code", command: ["knip", "--treat-config-hints-as-errors"] },
    { name: "docs", command: ["node", "scripts/check-docs.ts"] },
    { name: "doc pages", command: ["node", "scripts/doc-pages.ts", "--check"] },
    { name: "types", command: ["pnpm", "run", "types"] },
  ],
  [
    {
      name: "unit tests",
      command: [
        "vitest",
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${unitReport}`,
      ],
      report: () => readUnitReport(unitReport),
      env: () => ({ EPOCHAL_REQUIRE_NATIVE: native ? "1" : "" }),
    },
  ],
  [{ name: "build", command: ["pnpm", "run", "-r", "build"] }],
  [
    {
      name: "packages",
      command: ["node", "scripts/check-packages.ts"],
      needs: ["build"],
    },
    {
      name: "end-to-end tests",
      command: ["pnpm", "--filter", "@epochal/e2e", "run", "e2e"],
      report: () => readEndToEndReport(endToEndReport),
      env: () => ({
        CHROME_PATH: ensureBrowser(),
        PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndReport,
      }),
      needs: ["build"],
    },
  ],
];

/** What is one check, or did not come to a report. */
const one = (passed: boolean): Report => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
  faults: [],
});

/** @param quiet shows what it says when it has ended, and not as it goes */
async function runStep(step: Step, quiet: boolean): Promise<Report> {
  const { code, output } = await runCommand(step.command[0], step.command.slice(1), {
    env: step.env?.() ?? {},
    quiet,
  });
  if (quiet) console.log(`\n== ${step.name}\n${output.trimEnd()}`);
  if (!step.report) return one(code === 0);
  const report = step.report();
  // A runner may fail without a failed test: an unhandled error, say.
  if (code !== 0 && report.failed === 0) report.failed = 1;
  return report;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const isFull = process.argv.includes("--full");
if (isFull) process.env.EPOCHAL_FULL = "1";
const started = performance.now();
ensurePostgres();
const [{ ready: native }] = await Promise.all([ensureNativeBackend(), ensureTensorboard()]);
const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const faults: Fault[] = [];

async function take(step: Step, quiet: boolean): Promise<void> {
  if (!quiet) console.log(`\n== ${step.name}`);
  const missing = step.needs?.find((name) => failures.includes(name));
  const begin = performance.now();
  const report = missing
    ? one(false)
    : await runStep(step, quiet).catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        return one(false);
      });
  if (missing) console.log(`not run: "${missing}" failed`);
  total.passed += report.passed;
  total.failed += report.failed;
  total.skipped += report.skipped;
  faults.push(...report.faults);
  if (report.failed > 0) failures.push(step.name);
  console.log(
    `-- ${step.name}: ${report.failed > 0 ? "FAILED" : "ok"}, ${((performance.now() - begin) / 1000).toFixed(1)} s`,
  );
}

const onlyFull: readonly Step[] = [
  { name: "lowest TensorFlow.js", command: ["node", "scripts/check-lowest-tensorflow.ts"] },
];
// Of a group the last is seen as it goes.
for (const group of isFull ? [...groups, onlyFull] : groups)
  await Promise.all(group.map((step) => take(step, step !== group.at(-1))));

console.log(`\nAll checks took ${((performance.now() - started) / 1000).toFixed(0)} s.`);
// Again, at the end: what is above is long.
for (const { name, message } of faults.slice(0, 20))
  console.log(`\nFAILED ${name}\n${message.replace(/^/gm, "  ")}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(failures.length > 0 ? 1 : 0);
