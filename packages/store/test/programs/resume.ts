// Resumes a run, trains a moment, and says whether it could: `resume.ts <store> <run>`.
import { openStore, StoreError } from "../../src/index.ts";

const [location = "", id = ""] = process.argv.slice(2);
const store = await openStore(location);
try {
  const run = await store.resumeRun(id);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await run.finish();
  process.stdout.write("resumed\n");
} catch (error) {
  process.stdout.write(`${error instanceof StoreError ? error.code : String(error)}\n`);
}
await store.close();
