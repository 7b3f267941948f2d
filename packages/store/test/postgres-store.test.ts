import { newSeed, seededRandom } from "@epochal/testing/random";
import { openStore } from "../src/index.ts";
import { newPostgres, testServer } from "./new-postgres.ts";
import { storeContract } from "./store-contract.ts";

await testServer();
const seed = newSeed();
storeContract(
  `PostgreSQL (seed ${seed})`,
  () => {
    const location = newPostgres();
    return { open: (onError) => openStore(location, onError && { onError }) };
  },
  seededRandom(seed),
);
