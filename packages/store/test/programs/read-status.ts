// Says how the first run of a store stands, as a reader sees it whose clock is set otherwise.
import { openQuickly } from "../open-quickly.ts";

const [location = "", shiftMs = "0"] = process.argv.slice(2);
const now = Date.now.bind(Date);
Date.now = () => now() + Number(shiftMs);

const store = await openQuickly(location);
const [run] = (await store.listRuns()).runs;
process.stdout.write(JSON.stringify(run?.status));
await store.close();
