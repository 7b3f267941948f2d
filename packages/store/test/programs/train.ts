// Records one run, and ends as its second argument says.
import { openStore } from "../../src/index.ts";

const [location = "", ending] = process.argv.slice(2);
const store = await openStore(location);
const run = await store.startRun({ project: "birds", name: ending ?? "" });
for (let epoch = 0; epoch < 100; epoch++) run.log({ loss: 1 / (epoch + 1) }, { epoch });
const never = new Promise<never>(() => {});
const forever = () =>
  new Promise<never>(() => {
    setInterval(() => run.log({ loss: 0 }), 20);
    process.stdout.write("ready\n");
  });

switch (ending) {
  case "says nothing":
    break;
  case "exits with 0":
    process.exit(0);
    break;
  case "exits with 3":
    process.exit(3);
    break;
  case "throws":
    throw new RangeError("out of luck");
  case "rejects":
    void Promise.reject(new RangeError("out of promises"));
    break;
  case "stopped early":
    run.event({
      type: "stopped_early",
      epoch: 99,
      monitor: "loss",
      value: 0,
      reason: "It was enough.",
    });
    break;
  case "throws while tracked":
    await run.track(() => {
      throw new TypeError("no such layer");
    });
    break;
  case "exits while tracked":
    await run.track(() => process.exit(0));
    break;
  case "waits for ever while tracked":
    await run.track(() => never);
    break;
  case "is tracked":
    await run.track(forever);
    break;
  case "is tracked beside a polite listener":
    process.on("SIGINT", () => setTimeout(() => process.exit(7), 300));
    await run.track(forever);
    break;
  case "is busy":
    await run.track(() => {
      process.stdout.write("ready\n");
      const end = Date.now() + 30_000;
      while (Date.now() < end) {
        // As one long batch does: the event loop does not turn.
      }
      return never;
    });
    break;
  case "was tracked":
    await run.track(() => 1);
    process.stdout.write("ready\n");
    setInterval(() => {}, 1000);
    break;
  case "is not tracked":
    await forever();
    break;
  default:
    throw new Error(`train.ts: there is no ending ${ending}`);
}
