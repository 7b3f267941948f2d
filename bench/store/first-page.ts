// A new process that reads one page: how long that took is what it prints, in milliseconds.
// node bench/store/first-page.ts LOCATION store|bare
import { performance } from "node:perf_hooks";

const [, , location = "", what] = process.argv;
const { barePage, pageOf } = await import("./pages.ts");

if (what === "bare") {
  const { default: Database } = await import("better-sqlite3");
  const begin = performance.now();
  const db = new Database(location, { readonly: true });
  barePage(db)();
  console.log(performance.now() - begin);
} else {
  const { openStore } = await import("@epochal/store");
  const begin = performance.now();
  const store = await openStore(location);
  await pageOf(store);
  console.log(performance.now() - begin);
  await store.close();
}
