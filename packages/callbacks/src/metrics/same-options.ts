/** Whether two options objects configure the same metric, whatever its name: equal by value, functions by identity. */
export function sameOptions(a: object, b: object): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  keys.delete("name");
  return [...keys].every((key) => {
    const [left, right]: unknown[] = [Reflect.get(a, key), Reflect.get(b, key)];
    return Object.is(left, right) || (isData(left) && textOf(left) === textOf(right));
  });
}

function isData(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part,
  );
}
