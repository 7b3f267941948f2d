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
/** @returns why no other file can be opened */
function takeAll(): string {
  try {
    for (;;) opened.push(openSync("/dev/null", "r"));
  } catch (error) {
    return (error as Error).message;
  }
}
told.push(takeAll());
for (let step = 1; step < Number(steps); step++) {
  run.log({ loss: step }, { step });
  // The thread that folds may have closed one of its own meanwhile.
  if (step % 100 === 0) takeAll();
}
if (ending === "is over") for (const file of opened) closeSync(file);
const errors: string[] = [];
for (const action of [() => run.finish(), () => store.close()]) {
  await action().catch(({ message }: Error) => errors.push(message));
}
process.stdout.write(JSON.stringify({ told, errors }));
