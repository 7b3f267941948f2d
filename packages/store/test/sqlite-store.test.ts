import path from "node:path";
import { openStore } from "../src/index.ts";
import { storeContract } from "./store-contract.ts";
import { tempFolder } from "./temp-folder.ts";

storeContract("SQLite", () => {
  const location = path.join(tempFolder(), "runs.db");
  return { open: (onError) => openStore(location, onError && { onError }) };
});
