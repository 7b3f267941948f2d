import { percentile } from "../report.ts";

/** Milliseconds that a read takes in the middle of 51 times, after some that are not counted. */
export async function timeRead(read: () => Promise<unknown>): Promise<number> {
  const millis = new Float64Array(51);
  for (let n = -10; n < millis.length; n++) {
    const begin = performance.now();
    await read();
    if (n >= 0) millis[n] = performance.now() - begin;
  }
  return percentile(millis, 0.5);
}
