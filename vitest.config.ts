import { defineConfig } from "vitest/config";

// Every process and thread that a test starts inherits it.
const loadQuickly = `--import ${new URL("scripts/load-quickly.js", import.meta.url).href}`;
const given = process.env.NODE_OPTIONS ?? "";
if (!given.includes(loadQuickly)) process.env.NODE_OPTIONS = `${given} ${loadQuickly}`.trim();

export default defineConfig({
  test: {
    include: [
      "packages/*/{src,test}/**/*.test.ts",
      "examples/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    testTimeout: 120_000,
    // By default one processor is left idle; of two that is half.
    maxWorkers: "100%",
  },
});
