export interface ServeArgs {
  readonly store: string;
  readonly port: number;
  readonly hostname?: "127.0.0.1";
  /** The origins of pages that may send runs, such as `http://localhost:5173`. @default none */
  readonly allowOrigins?: readonly string[];
}

const names = ["store", "port", "hostname", "allowOrigins"] as const satisfies (keyof ServeArgs)[];

/**
 * What to serve, and where.
 *
 * @throws TypeError for an option that there is not: who misspells the address must not get another one
 */
export function readServeArgs(args: ServeArgs): Required<ServeArgs> {
  const unknown = Object.keys(Object(args)).find((name) => !names.includes(name as "store"));
  const { store, port, hostname, allowOrigins } = Object(args) as Partial<ServeArgs>;
  if (unknown !== undefined || typeof store !== "string" || typeof port !== "number") {
    throw new TypeError(
      `serve: options must be { ${names.join(", ")} }, a path, a number, an address and origins. Received: ${unknown ?? JSON.stringify(args)}`,
    );
  }
  return { store, port, hostname: hostname ?? "127.0.0.1", allowOrigins: allowOrigins ?? [] };
}
