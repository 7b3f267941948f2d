// Asks the first run of a store to stop.
import { openStore } from "../../src/index.ts";

const store = await openStore(process.argv[2]);
const [run] = (await store.listRuns()).runs;
await store.request(run?.id ?? "", { want: "stop", by: "ana" });
await store.close();
