import { expect, test } from "vitest";

type Rejected = readonly [args: unknown, type: new () => Error, message: string];

/** What a constructor must refuse, and how: the kind of error and a part of its message. */
export function rejectsOptions(
  Class: new (args: never) => unknown,
  rejected: readonly Rejected[],
): void {
  test.each(rejected)("rejects %j", (args, type, message) => {
    const create = () => new Class(args as never);
    expect(create).toThrow(type);
    expect(create).toThrow(message);
  });
}
