import { expect, test } from "vitest";
import { encodeRecord } from "./encode-record.ts";

const framed = (data: Uint8Array) => Buffer.from(encodeRecord(data)).toString("hex");

test("frames a record as TensorBoard's own writer does", () => {
  expect(framed(new TextEncoder().encode("123456789"))).toBe(
    "090000000000000037f97139313233343536373839e5b08ac7",
  );
});
