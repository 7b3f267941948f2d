import { expect, it, vi } from "vitest";
import { Interruption } from "./interruption.ts";

it("lets the event loop turn though the wall clock was set back", async () => {
  const wallClock = vi.spyOn(Date, "now");
  try {
    const interruption = new Interruption();
    wallClock.mockReturnValue(0);
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    const worked = () => process.cpuUsage().user / 1e6;
    const end = worked() + 3;
    while (worked() < end && !turned) await interruption.listen();
    expect(turned).toBe(true);
  } finally {
    wallClock.mockRestore();
  }
});
