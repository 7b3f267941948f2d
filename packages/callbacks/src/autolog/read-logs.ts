interface Device {
  dataSync(): ArrayLike<number>;
  data(): Promise<ArrayLike<number>>;
}

/** The values of an epoch's logs as numbers. The logs keep their tensors, of whatever copy of TensorFlow.js. */
export async function readLogs(
  logs: Readonly<Record<string, unknown>>,
): Promise<Record<string, number>> {
  const read = await Promise.all(
    Object.entries(logs).map(async ([key, value]) => [key, await numberOf(value)] as const),
  );
  const known = read.filter((each): each is [string, number] => typeof each[1] === "number");
  return Object.fromEntries(known);
}

async function numberOf(value: unknown): Promise<number | undefined> {
  if (typeof value === "number") return value;
  const { data, dataSync } = Object(value) as Partial<Device>;
  if (typeof data !== "function" || typeof dataSync !== "function") return undefined;
  return (await (value as Device).data())[0];
}
