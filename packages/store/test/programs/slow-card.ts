// Closes its store at once, and says what the folder of its journals holds then, and when git has had its time.
import { readdirSync } from "node:fs";
import path from "node:path";
import { openStore } from "../../src/index.ts";

const [location = "", seconds = "0"] = process.argv.slice(2);
const errors: string[] = [];
const store = await openStore(location, { onError: ({ message }) => errors.push(message) });
await store.startRun({ project: "birds" });
await store.startRun({ project: "birds" });
await store.close();
const journals = () => readdirSync(path.join(path.dirname(location), "journal"));
const left = journals();
await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000));
process.stdout.write(JSON.stringify({ left: [...left, ...journals()], errors }));
