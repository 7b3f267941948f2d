import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const script = path.join(import.meta.dirname, "native-backend.ts");

function run(env: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [script], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

test("EPOCHAL_NATIVE=skip is said in one line, and is no failure", () => {
  const { status, stdout } = run({ EPOCHAL_NATIVE: "skip" });
  expect(status).toBe(0);
  expect(stdout).toBe("native backend: skipped: EPOCHAL_NATIVE=skip\n");
});

test.runIf(process.env.EPOCHAL_REQUIRE_NATIVE)("a backend that loads is left as it is", () => {
  const { status, stdout } = run({ EPOCHAL_NATIVE: "" });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^native backend: ready: TensorFlow \d+\.\d+\.\d+\n$/);
});
