// Resumes a run, says whether it could, and trains until its input ends: `resume.ts <store> <run>`.
import { openStore, StoreError } from "../../src/index.ts";

const [location = "", id = ""] = process.argv.slice(2);
const store = await openStore(location);
try {
  const run = await store.resumeRun(id);
  process.stdout.write("resumed\n");
  await new Promise((resolve) => process.stdin.resume().once("end", resolve));
  await run.finish();
} catch (error) {
  process.stdout.write(`${error instanceof StoreError ? error.code : String(error)}\n`);
}
await store.close();
