import { describe, expect, it } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

const lastYear = Date.UTC(2025, 4, 6, 7, 8, 9);
const minute = 60_000;

/** What was recorded elsewhere, and when. */
export function datingContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: a run that was recorded elsewhere`, () => {
    it("has the times that it is told, while it is written down and after its end", async () => {
      const errors: Error[] = [];
      const store = await openNew(newPlace, errors);
      const run = await store.startRun({ project: "birds", startedAt: new Date(lastYear) });
      expect(run.name).toBe("birds 2025-05-06 07:08:09");
      expect((await store.getRun(run.id)).status).toMatchObject({ state: "running" });
      run.log({ loss: 2 }, { step: 1, at: lastYear + 2 * minute });
      run.log({ loss: 1 }, { step: 0, at: new Date(lastYear + minute) });
      run.event({ type: "warning", message: "odd" });
      const during = await store.getRun(run.id);
      expect(during).toMatchObject({
        status: { state: "running", lastSeenAt: new Date(lastYear + 2 * minute) },
        startedAt: new Date(lastYear),
        durationMs: 2 * minute,
      });
      await run.finish();
      const after = await store.getRun(run.id);
      expect(after).toMatchObject({
        status: { state: "finished" },
        startedAt: new Date(lastYear),
        endedAt: new Date(lastYear + 2 * minute),
        durationMs: 2 * minute,
      });
      expect(after.events.map(({ at }) => at.getUTCFullYear())).not.toContain(
        new Date().getUTCFullYear(),
      );
      const { wallTime } = await store.readSeries({ run: run.id, key: "loss" });
      expect([...wallTime]).toEqual([lastYear + minute, lastYear + 2 * minute]);
      expect(errors).toEqual([]);
    });

    it("is listed where it was started", async () => {
      const store = await openNew(newPlace);
      const now = await store.startRun({ project: "birds" });
      const old = await store.startRun({ project: "birds", startedAt: lastYear });
      expect((await store.listRuns()).runs.map(({ id }) => id)).toEqual([now.id, old.id]);
    });

    it("can say when it ended, and goes by the clock from the first values without a time on", async () => {
      const store = await openNew(newPlace);
      const told = await store.startRun({ project: "birds", startedAt: lastYear });
      await told.finish({ at: lastYear + 5 * minute });
      expect((await store.getRun(told.id)).durationMs).toBe(5 * minute);
      const begun = Date.now() - minute;
      const live = await store.startRun({ project: "birds", startedAt: begun });
      live.log({ loss: 1 });
      await live.finish();
      expect((await store.getRun(live.id)).durationMs).toBeGreaterThanOrEqual(minute);
      const dated = await store.startRun({ project: "birds" });
      dated.log({ loss: 1 }, { at: lastYear });
      await dated.finish();
      expect((await store.getRun(dated.id)).startedAt.getTime()).toBeGreaterThan(lastYear);
      expect((await store.getRun(dated.id)).durationMs).toBeGreaterThanOrEqual(0);
    });

    it("is refused a time that is none; of values it is told, and they are kept as of now", async () => {
      const errors: Error[] = [];
      const store = await openNew(newPlace, errors);
      for (const startedAt of ["2025", Number.NaN, -1, 9e15, new Date(Number.NaN)]) {
        await expect(
          store.startRun({ project: "birds", startedAt: startedAt as number }),
        ).rejects.toThrow("startRun: startedAt must be a date, or milliseconds since 1970");
      }
      const run = await store.startRun({ project: "birds" });
      const before = Date.now();
      run.log({ loss: 1 }, { step: 0, at: "yesterday" as unknown as number });
      const { wallTime } = await store.readSeries({ run: run.id, key: "loss" });
      expect(wallTime[0]).toBeGreaterThanOrEqual(before);
      expect(errors.map(({ message }) => message)).toEqual([
        expect.stringContaining("at must be a date, or milliseconds since 1970, not string"),
      ]);
      await expect(run.finish({ at: Number.NaN })).rejects.toThrow("finish: at must be a date");
    });
  });

  describe(`${name}: a failed run`, () => {
    it("keeps its whole stack with its causes, and no secret", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const thrown = new TypeError("first line\nsecond line, password=hunter2hunter2", {
        cause: new RangeError("the cause"),
      });
      await expect(
        run.track(() => {
          throw thrown;
        }),
      ).rejects.toBe(thrown);
      const { segments, status } = await store.getRun(run.id);
      expect(status).toMatchObject({
        state: "failed",
        reason: "TypeError: first line, caused by RangeError: the cause",
      });
      const stack = segments.at(-1)?.stack ?? "";
      expect(stack).toContain("second line");
      expect(stack).toContain("dating-contract");
      expect(stack).toContain("Caused by: RangeError: the cause");
      expect(stack).not.toContain("hunter2");
    });

    it("can be told what was thrown, whatever that is", async () => {
      const store = await openNew(newPlace);
      const looped: Error & { cause?: unknown } = new Error("looped");
      looped.cause = looped;
      const long = new Error("long");
      long.stack = "x".repeat(1_000_000);
      const odd = Object.defineProperty(new Error("odd"), "stack", {
        get: () => {
          throw new Error("no stack");
        },
      });
      const stackOf = async (error: unknown) => {
        const run = await store.startRun({ project: "birds" });
        await run.finish({ state: "failed", error });
        const { segments, status } = await store.getRun(run.id);
        return [status.reason, segments.at(-1)?.stack];
      };
      expect(await stackOf(looped)).toEqual(["Error: looped", expect.stringContaining("at ")]);
      expect((await stackOf(long))[1]).toHaveLength(100_000);
      expect(await stackOf(odd)).toEqual(["Error: odd", undefined]);
      expect(await stackOf("thrown")).toEqual(["thrown", undefined]);
      expect(await stackOf({ code: 3 })).toEqual(["it threw { code: 3 }", undefined]);
      expect(await stackOf(undefined)).toEqual([undefined, undefined]);
    });
  });
}
