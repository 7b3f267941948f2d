// Logs while no more files can be opened, and ends as its last argument says: `use-up-files.ts <store> <steps> <"stays" | "is over">`.
import { closeSync, openSync } from "node:fs";
import { openStore } from "../../src/index.ts";

const [location = "", steps, ending] = process.argv.slice(2);
const told: string[] = [];
const store = await openStore(location, { onError: ({ message }) => told.push(message) });
const run = await store.startRun({ project: "birds", name: "finch", record: false });
run.log({ loss: 0 }, { step: 0 });
await run.flush();
const opened: number[] = [];
try {
  for (;;) opened.push(openSync("/dev/null", "r"));
} catch (error) {
  told.push((error as Error).message);
}
for (let step = 1; step < Number(steps); step++) run.log({ loss: step }, { step });
if (ending === "is over") for (const file of opened) closeSync(file);
const errors: string[] = [];
for (const action of [() => run.finish(), () => store.close()]) {
  await action().catch(({ message }: Error) => errors.push(message));
}
process.stdout.write(JSON.stringify({ told, errors }));
