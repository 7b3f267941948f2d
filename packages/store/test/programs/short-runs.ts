// Records a short run in each of many new stores, each time in the same moment as the other process that does so.
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openStore } from "../../src/index.ts";

const [folder = "", me = "", other = "", rounds = "0"] = process.argv.slice(2);
const errors: string[] = [];
for (let round = 0; round < Number(rounds); round++) {
  writeFileSync(path.join(folder, `${me}-${round}`), "");
  while (!existsSync(path.join(folder, `${other}-${round}`))) {
    // Sleeping would wake up too late.
  }
  const location = path.join(folder, String(round), "runs.db");
  const store = await openStore(location, { onError: ({ message }) => errors.push(message) });
  const run = await store.startRun({ project: "birds" });
  for (let epoch = 0; epoch < 10; epoch++) run.log({ loss: epoch, auc: epoch }, { epoch });
  await run.finish();
  await store.close();
}
process.stdout.write(JSON.stringify(errors));
