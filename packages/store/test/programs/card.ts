// Records one run with what its arguments and environment are, and with a config that holds secrets.
import { openStore } from "../../src/index.ts";

const store = await openStore(process.env.TEST_STORE);
const run = await store.startRun({
  project: "birds",
  config: {
    units: 32,
    tokens: 512,
    pooling: { token: "cls" },
    apiKey: "planted-config-key-1",
    database: {
      url: "postgres://ana:planted-config-password@localhost/birds",
      password: "planted-2",
    },
    headers: ["Authorization: Bearer planted-config-bearer-123456"],
    openai: "sk-plantedconfig1234567890",
  },
  record: { arguments: ["--note"], environment: ["MY_KEY", "DB_PASSWORD"] },
});
await run.finish();
await store.close();
