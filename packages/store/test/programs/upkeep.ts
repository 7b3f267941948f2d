// Thins out, deletes, restores, purges and shrinks a store of three runs, and says each time what is done.
import { openStore } from "../../src/index.ts";

const [location = ""] = process.argv.slice(2);
const say = (what: string) => process.stdout.write(`${what}\n`);
say("begins");
const store = await openStore(location, { onError: () => {} });
const { runs } = await store.listRuns({ limit: 1_000 });
const idOf = (wanted: string) => runs.find(({ name }) => name === wanted)?.id ?? "";
const [long, failed, other] = [idOf("long"), idOf("failed"), idOf("other")];
say("opened");
await store.updateRun(other, { tags: ["renamed"] });
say("tagged");
await store.prune({ ids: [long], keepEvery: 16 });
say("pruned");
await store.deleteRuns([failed, other]);
say("deleted");
await store.purge({ ids: [failed] });
say("purged");
await store.restoreRuns([other]);
say("restored");
await store.deleteRuns([long]);
await store.purge({ ids: [long] });
say("emptied");
await store.close();
