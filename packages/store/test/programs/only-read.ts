// Opens a store that it cannot write, prints what it reads and how changes are refused, and reads again when it is told to.
import { openStore, StoreError } from "../../src/index.ts";

const [location = ""] = process.argv.slice(2);
const told: string[] = [];
const store = await openStore(location, { onError: ({ message }) => told.push(message) });

async function codeOf(change: () => Promise<unknown>): Promise<string> {
  try {
    await change();
    return "done";
  } catch (error) {
    return error instanceof StoreError ? error.code : String(error);
  }
}

async function print(): Promise<void> {
  let page = await store.listRuns();
  while (page.unfolded !== undefined) page = await store.listRuns();
  const runs = page.runs.map(({ name, status, series }) => {
    return `${name} ${status.state} ${series.reduce((sum, { count }) => sum + count, 0)}`;
  });
  const [first] = page.runs;
  const refused = new Set([
    await codeOf(() => store.startRun({ project: "birds" })),
    await codeOf(() => store.deleteRuns([first?.id ?? ""])),
    await codeOf(() => store.updateRun(first?.id ?? "", { name: "x" })),
    await codeOf(() => store.updateRuns(new Map([[first?.id ?? "", { name: "x" }]]))),
    await codeOf(() => store.purge()),
  ]);
  const { isReadOnly } = store;
  process.stdout.write(`${JSON.stringify({ runs, refused: [...refused], told, isReadOnly })}\n`);
}

await print();
for await (const _ of process.stdin) await print();
await store.close();
