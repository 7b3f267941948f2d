// Records one run, and ends as its second argument says.
import { pbkdf2Sync } from "node:crypto";
import { openQuickly } from "../open-quickly.ts";

const [location = "", ending] = process.argv.slice(2);
const store = await openQuickly(location);
const run = await store.startRun({ project: "birds", name: ending ?? "" });
for (let epoch = 0; epoch < 100; epoch++) run.log({ loss: 1 / (epoch + 1) }, { epoch });
const never = new Promise<never>(() => {});
process.stdout.write("begins\n");
const forever = () =>
  new Promise<never>(() => {
    setInterval(() => {
      run.log({ loss: 0 });
      process.stdout.write("turned\n");
    }, 20);
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
  case "computes":
    await run.track(() => {
      process.stdout.write("ready\n");
      for (let step = 100; ; step++) run.log({ loss: 1 / step }, { step });
    });
    break;
  case "waits for nothing":
    await run.track(async () => {
      process.stdout.write("ready\n");
      for (let step = 100; ; step++) {
        run.log({ loss: 1 / step }, { step });
        await Promise.resolve();
      }
    });
    break;
  case "does nothing at all":
    await run.track(() => {
      process.stdout.write("ready\n");
      for (;;);
    });
    break;
  case "waits in vain":
    await run.track(() => {
      process.stdout.write("ready\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });
    break;
  case "computes in two runs":
    await run.track(async () => {
      const other = await store.startRun({ project: "birds" });
      await other.track(() => {
        process.stdout.write("ready\n");
        for (let step = 100; ; step++) {
          run.log({ loss: step }, { step });
          other.log({ loss: step }, { step: step - 100 });
        }
      });
    });
    break;
  case "is in native code":
    await run.track(() => {
      process.stdout.write("ready\n");
      pbkdf2Sync("password", "salt", 20_000_000, 64, "sha512");
    });
    break;
  case "is tracked beside an abrupt listener":
    await run.track(() => {
      process.on("SIGINT", () => process.exit(7));
      return forever();
    });
    break;
  case "is tracked beside a listener that went":
    await run.track(() => {
      const listener = () => process.exit(7);
      process.on("SIGINT", listener);
      process.off("SIGINT", listener);
      return forever();
    });
    break;
  case "computes beside a polite listener":
    process.on("SIGINT", () => setTimeout(() => process.exit(7), 300));
    await run.track(async () => {
      process.stdout.write("ready\n");
      for (const end = Date.now() + 2_000; Date.now() < end; );
      return never;
    });
    break;
  case "is busy":
    await run.track(() => {
      process.stdout.write("ready\n");
      // As in one long batch the event loop does not turn.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
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
