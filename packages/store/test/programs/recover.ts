// Opens a store, which folds what dead processes have left, and says when that is done.
import { openStore } from "../../src/index.ts";

const store = await openStore(process.argv[2]);
const { total } = await store.listRuns();
process.stdout.write(`recovered ${total}\n`);
await store.close();
