import { describe, expect, it } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

/** What people want of a run, and what they write about it. */
export function askingContract(name: string, newPlace: () => StorePlace): void {
  const soon = async (look: () => boolean) => {
    while (!look()) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  describe(`${name}: asking something of a run`, () => {
    it("is heard by its process, once, and says who asked", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const id = await store.request(run.id, { want: "stop", by: "ana" });
      const heard: unknown[] = [];
      await soon(() => heard.push(...(run.takeRequests?.() ?? [])) > 0);
      expect(heard).toEqual([{ id, want: "stop", by: "ana" }]);
      expect(run.takeRequests?.()).toEqual([]);
      const asked = await store.getRun(run.id);
      expect(asked.requests).toEqual([{ id, want: "stop", by: "ana", at: expect.any(Date) }]);
      run.event({
        type: "request",
        request: id,
        want: "stop",
        by: "ana",
        epoch: 3,
        outcome: "training stops after this epoch",
      });
      expect((await store.getRun(run.id)).requests[0]?.takenAt).toBeInstanceOf(Date);
    });

    it("is for that run alone", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const other = await store.startRun({ project: "birds" });
      await store.request(other.id, { want: "save_weights" });
      let heard: readonly unknown[] = [];
      await soon(() => {
        expect(run.takeRequests?.()).toEqual([]);
        heard = other.takeRequests?.() ?? [];
        return heard.length > 0;
      });
      expect(heard).toMatchObject([
        { want: "save_weights", by: expect.stringMatching(/.@./), folder: expect.any(String) },
      ]);
    });

    it("is refused where nobody can hear it, and where it makes no sense", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", name: "first" });
      await expect(store.request(run.id, { want: "explode" as "stop" })).rejects.toThrow(
        'request: want must be "stop" or "save_weights". Received: explode',
      );
      await expect(store.request(run.id, { want: "stop", by: "" })).rejects.toThrow(TypeError);
      await run.finish();
      await expect(store.request(run.id, { want: "stop" })).rejects.toMatchObject({
        code: "run_has_ended",
        message: "The run first is finished: no process can hear a request.",
      });
      await expect(store.request("nobody", { want: "stop" })).rejects.toMatchObject({
        code: "run_not_found",
      });
    });

    it("of an earlier process is not heard by the one that resumes the run", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      await store.request(run.id, { want: "stop" });
      await run.finish();
      await new Promise((resolve) => setTimeout(resolve, 5));
      const again = await store.resumeRun(run.id);
      const id = await store.request(again.id, { want: "save_weights" });
      const heard: { id: string }[] = [];
      await soon(() => heard.push(...(again.takeRequests?.() ?? [])) > 0);
      expect(heard.map((request) => request.id)).toContain(id);
    });

    it("can be a note, also long after its end, and that changes nothing about when it was heard of", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      await run.finish();
      const before = await store.getRun(run.id);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.addNote(run.id, { text: "The one for the paper.", by: "ana" });
      const after = await store.getRun(run.id);
      expect(after.events.at(-1)?.event).toEqual({
        type: "note",
        text: "The one for the paper.",
        by: "ana",
      });
      expect(after.status).toEqual(before.status);
      await expect(store.addNote(run.id, { text: " " })).rejects.toThrow("text must not be empty");
      await expect(store.addNote(run.id, { text: "x".repeat(200_000) })).rejects.toThrow(
        "at most 100000 characters",
      );
      await expect(store.addNote("nobody", { text: "x" })).rejects.toMatchObject({
        code: "run_not_found",
      });
    });
  });
}
