// Every check there is, cheapest first. `npm test` runs this on a machine that has only Node and npm.
// With --full (`npm run test:full`) tests that run a tenth of their cases run all of them.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { ensureBrowser } from "./browser.ts";
import { ensureNativeBackend } from "./native-backend.ts";
import { ensurePostgres } from "./postgres.ts";
import { root, runCommand } from "./run-command.ts";
import { ensureTensorboard } from "./tensorboard.ts";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Reads how many tests there were; a step without it is one check. */
  readonly count?: () => Counts;
  readonly env?: () => Record<string, string>;
  /** Steps that must have passed. */
  readonly needs?: readonly string[];
}

const reports = path.join(root, ".cache/check");
const unitReport = path.join(reports, "unit.json");
const endToEndReport = path.join(reports, "end-to-end.json");

function readReport<Report>(file: string): Report {
  return JSON.parse(readFileSync(file, "utf8")) as Report;
}

function countUnitTests(): Counts {
  const report = readReport<{
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    numPendingTests: number;
    numTodoTests: number;
  }>(unitReport);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countEndToEndTests(): Counts {
  const { stats } = readReport<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }>(endToEndReport);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

const steps: readonly Step[] = [
  { name: "lint", command: ["biome", "ci", "--colors=off", "."] },
  { name: "types", command: ["pnpm", "run", "types"] },
  { name: "dead code", command: ["knip", "--treat-config-hints-as-errors"] },
  { name: "docs", command: ["node", "scripts/check-docs.ts"] },
  { name: "doc pages", command: ["node", "scripts/doc-pages.ts", "--check"] },
  {
    name: "unit tests",
    command: [
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${unitReport}`,
    ],
    count: countUnitTests,
    env: () => ({ EPOCHAL_REQUIRE_NATIVE: native ? "1" : "" }),
  },
  { name: "build", command: ["pnpm", "run", "-r", "build"] },
  {
    name: "packages",
    command: ["node", "scripts/check-packages.ts"],
    needs: ["build"],
  },
  {
    name: "end-to-end tests",
    command: ["pnpm", "--filter", "@epochal/e2e", "run", "e2e"],
    count: countEndToEndTests,
    env: () => ({
      CHROME_PATH: ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndReport,
    }),
    needs: ["build"],
  },
];

async function runStep(step: Step): Promise<Counts> {
  const { code } = await runCommand(step.command[0], step.command.slice(1), {
    env: step.env?.() ?? {},
  });
  if (!step.count) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const counts = step.count();
  // A runner may fail without a failed test: an unhandled error, a file that does not load.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const isFull = process.argv.includes("--full");
if (isFull) process.env.EPOCHAL_FULL = "1";
const started = performance.now();
ensurePostgres();
const [{ ready: native }] = await Promise.all([ensureNativeBackend(), ensureTensorboard()]);
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

const onlyFull: readonly Step[] = [
  { name: "lowest TensorFlow.js", command: ["node", "scripts/check-lowest-tensorflow.ts"] },
];
for (const step of isFull ? [...steps, ...onlyFull] : steps) {
  console.log(`\n== ${step.name}`);
  const missing = step.needs?.find((name) => failures.includes(name));
  const begin = performance.now();
  const counts = missing
    ? { passed: 0, failed: 1, skipped: 0 }
    : await runStep(step).catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        return { passed: 0, failed: 1, skipped: 0 };
      });
  if (missing) console.log(`not run: "${missing}" failed`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0) failures.push(step.name);
  console.log(
    `-- ${step.name}: ${counts.failed > 0 ? "FAILED" : "ok"}, ${((performance.now() - begin) / 1000).toFixed(1)} s`,
  );
}

console.log(`\nAll checks took ${((performance.now() - started) / 1000).toFixed(0)} s.`);
if (failures.length > 0) console.log(`Failed: ${failures.join(", ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(failures.length > 0 ? 1 : 0);
