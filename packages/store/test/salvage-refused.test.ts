import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { openStore, salvageStore } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { canMount, SmallDisk } from "./small-disk.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const random = seededRandom(seed);
const salvaging = fileURLToPath(new URL("programs/salvage.ts", import.meta.url));

async function recordOne(): Promise<string> {
  const location = path.join(tempFolder(), "runs.db");
  const store = await openStore(location);
  const run = await store.startRun({ project: "birds", record: false });
  for (let step = 0; step < 20_000; step++) run.log({ loss: random() }, { step });
  await run.finish();
  await store.close();
  return location;
}

function bytesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((it) => it.isFile())
      .map((it) => path.join(it.parentPath, it.name))
      .sort()
      .map((file) => [file, readFileSync(file, "latin1")]),
  );
}

/** What a process is told whose files may have so many blocks of 512 bytes. */
function salvageWithin(blocks: number, from: string, to: string) {
  const args = ["-c", `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, salvaging, from, to];
  return JSON.parse(spawnSync("/bin/sh", args, { encoding: "utf8" }).stdout);
}

it.skipIf(!canMount)(
  "says that there is no room, or no leave, where the new file would be, and leaves nothing there",
  async () => {
    const location = await recordOne();
    const before = bytesIn(path.dirname(location));
    const disk = new SmallDisk(1);
    const file = path.join(disk.folder, "new.db");
    expect(() => salvageStore(location, file)).toThrow(
      /There is no room in .*: a copy of .* and the new file take about .* and .* are free\. Name a file on another disk/,
    );
    expect(readdirSync(disk.folder)).toEqual([]);
    spawnSync("/bin/mount", ["-o", "remount,ro", disk.folder]);
    const small = path.join(tempFolder(), "small.db");
    await (await openStore(small)).close();
    expect(() => salvageStore(small, file)).toThrow(/Cannot make .*new\.db: .*(read-only|EROFS)/);
    expect(bytesIn(path.dirname(location))).toEqual(before);
  },
);

it.skipIf(process.platform === "win32")(
  "says that a file may not get so large, at whatever byte that is, and leaves nothing there",
  async () => {
    const location = await recordOne();
    const before = bytesIn(path.dirname(location));
    const blocks = Math.ceil(statSync(location).size / 512);
    for (let i = 0; i < whole(10); i++) {
      const folder = tempFolder();
      const told = salvageWithin(
        1 + Math.floor(random() * 0.9 * blocks),
        location,
        path.join(folder, "new.db"),
      );
      expect(told).toMatchObject({
        name: "StoreError",
        code: expect.stringMatching(/^(no_room|invalid_location)$/),
        message: expect.stringMatching(
          /runs\.db cannot be saved into .*new\.db: .+\. Nothing was changed\./,
        ),
      });
      expect(readdirSync(folder)).toEqual([]);
      expect(bytesIn(path.dirname(location))).toEqual(before);
    }
  },
);

it.skipIf(process.platform !== "linux")(
  `finds all that was acknowledged where the write-ahead log is damaged, whose bytes stay (seed ${seed})`,
  async () => {
    for (let i = 0; i < whole(20); i++) {
      const folder = tempFolder();
      const location = path.join(folder, "runs.db");
      const acknowledged = path.join(tempFolder(), "acknowledged");
      const { child, ended } = runProgram("acknowledge.ts", [location, acknowledged, "paced"]);
      const stepsNow = () =>
        existsSync(acknowledged) && statSync(acknowledged).size === 8
          ? readFileSync(acknowledged).readDoubleLE()
          : 0;
      const wanted = 100 + Math.floor(random() * 300);
      while (stepsNow() < wanted) await new Promise((resolve) => setTimeout(resolve, 20));
      child.kill("SIGKILL");
      await ended;
      const log = readFileSync(`${location}-wal`);
      const kind = Math.floor(random() * 3);
      const from = Math.floor(random() * log.length);
      if (kind === 0) log.fill(0, from);
      else
        for (let at = from; at < Math.min(log.length, from + 5_000); at++)
          log[at] = Math.floor(random() * 256);
      writeFileSync(`${location}-wal`, kind === 1 ? log.subarray(0, from) : log);
      const before = bytesIn(folder);
      const { saved } = salvageStore(location, path.join(tempFolder(), "new.db"));
      expect(saved.points, `kind ${kind}, from ${from}`).toBeGreaterThanOrEqual(3 * stepsNow());
      expect(bytesIn(folder)).toEqual(before);
    }
  },
  300_000,
);
