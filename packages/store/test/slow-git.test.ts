import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

/** Closes a store while git takes so many seconds for each answer, and looks again after others. */
async function closeWithGit(takes: number, looks: number) {
  const folder = tempFolder();
  const git = path.join(folder, "git");
  writeFileSync(git, `#!/bin/sh\nsleep ${takes}\necho slow\n`);
  chmodSync(git, 0o755);
  const location = path.join(folder, "store", "runs.db");
  const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` };
  const end = await runProgram("slow-card.ts", [location, String(looks)], { env }).ended;
  expect(end).toMatchObject({ code: 0, stderr: "" });
  const store = await openStore(location);
  const { runs } = await store.listRuns();
  const cards = await Promise.all(
    runs.map(async ({ id }) => {
      const { events } = await store.getRun(id);
      return events.some(({ event }) => event.type === "card" && event.card.code !== undefined);
    }),
  );
  await store.close();
  return { ...(JSON.parse(end.stdout) as { left: string[]; errors: string[] }), cards };
}

it.skipIf(process.platform === "win32")(
  "leaves no journal when it is closed, however slow git is, and says what it did not wait for",
  async () => {
    const [slow, stuck] = await Promise.all([closeWithGit(0.3, 0), closeWithGit(60, 8)]);
    expect(slow).toEqual({ left: [], errors: [], cards: [true, true] });
    expect(stuck.left).toEqual([]);
    for (const error of stuck.errors) expect(error).toContain("git did not answer within 5 s");
  },
  120_000,
);
