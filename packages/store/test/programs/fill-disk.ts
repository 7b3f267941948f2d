// Logs onto a disk that gets full, where one is named, and ends as its last argument says: `fill-disk.ts <store> <disk> <steps> <ending>`.
import { statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openStore } from "../../src/index.ts";

const [location = "", disk = "", steps, ending] = process.argv.slice(2);
const store = await openStore(location);
const run = await store.startRun({ project: "birds", name: "finch", record: false });
run.log({ loss: 0 }, { step: 0 });
await run.flush();
if (disk !== "") {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(path.join(disk, "ballast"), Buffer.alloc(bavail * bsize - 200_000));
}
for (let step = 1; step < Number(steps); step++) run.log({ loss: step, auc: 1 / step }, { step });
if (ending === "is killed") process.kill(process.pid, "SIGKILL");
