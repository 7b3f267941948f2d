// Opens a store of an older version as if it were large, and says when it begins and when that is done.
import { usualLease } from "../../src/lease/lease.ts";
import { openSqliteStore } from "../../src/local/open-sqlite-store.ts";

const [location = ""] = process.argv.slice(2);
process.stdout.write("begins\n");
const store = await openSqliteStore({
  ...{ location, lease: usualLease, copyAheadBytes: 1 },
  onError: ({ message }) => process.stdout.write(`${message}\n`),
});
process.stdout.write("done\n");
await store.close();
