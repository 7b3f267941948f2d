import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

// Every process and thread that a test starts inherits it.
const loadQuickly = `--import ${new URL("scripts/load-quickly.js", import.meta.url).href}`;
const given = process.env.NODE_OPTIONS ?? "";
if (!given.includes(loadQuickly)) process.env.NODE_OPTIONS = `${given} ${loadQuickly}`.trim();

// And keeps what it has compiled for the next one.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL(".cache/compiled", import.meta.url));

/** Tests that share a process with others of their kind: what they import is loaded once, TensorFlow.js above all. */
const together = [
  "packages/callbacks/{src,test}/**/*.test.ts",
  "packages/{record,conclusions,panel}/src/**/*.test.ts",
  "packages/{cli,dashboard}/src/**/*.test.ts",
];

/** Those among them that change what all would share: a second backend, a second copy of the package or of TensorFlow.js, the seed, the one store of a server. */
const apart = [
  "packages/callbacks/src/callbacks/backup-and-restore.test.ts",
  "packages/callbacks/src/card/fit-card.test.ts",
  "packages/callbacks/src/seed/set-seed.test.ts",
  "packages/callbacks/src/extending/extend-layers-model.test.ts",
  "packages/callbacks/test/copies/*.test.ts",
  "packages/callbacks/test/{callbacks-on-backends,exactness-native,exactness-wasm,weights-native,weights-wasm}.test.ts",
  "packages/dashboard/src/server/**/*.test.ts",
];

/** What takes long, and what others show in part: for `npm run test:full`. */
const long = [
  "examples/src/{interrupted-fit,resumed-fit}.test.ts",
  "packages/store/test/{first-look,long-runs,page-writer,read-only,slow-git,twins}.test.ts",
  "examples/src/early-stopping-figures.test.ts",
  "examples/src/habits/habits.test.ts",
  "examples/src/set-ups/set-ups.test.ts",
  "examples/src/verdicts/verdicts.test.ts",
];
const left = process.env.EPOCHAL_FULL === "1" ? [] : long;

export default defineConfig({
  test: {
    testTimeout: 120_000,
    // Some fill a store or start a server.
    hookTimeout: 120_000,
    // By default one processor is left idle; of two that is half. Many tests of the store wait for other processes meanwhile.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: { name: "together", include: together, exclude: apart, isolate: false },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: [
            ...apart,
            "packages/store/{src,test}/**/*.test.ts",
            "examples/**/*.test.ts",
            "scripts/**/*.test.ts",
            "bench/**/*.test.ts",
          ],
          exclude: [...configDefaults.exclude, ...left],
        },
      },
    ],
  },
});
