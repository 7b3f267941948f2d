export interface ServeArgs {
  readonly store: string;
  readonly port: number;
  /** The address to listen on. Anything but a name of this machine alone lets others in, and each then needs a token. */
  readonly hostname?: string;
  /** Its address for others, such as `https://runs.example.org`, where something before it speaks TLS. Each then needs a token, too. */
  readonly publicUrl?: string;
  /** The origins of pages that may send runs, such as `http://localhost:5173`. @default none */
  readonly allowOrigins?: readonly string[];
}

/** With all that may be left out, but for what stays absent. */
export type ReadServeArgs = ServeArgs & Required<Omit<ServeArgs, "publicUrl">>;

const names = [
  "store",
  "port",
  "hostname",
  "publicUrl",
  "allowOrigins",
] as const satisfies (keyof ServeArgs)[];

/**
 * What to serve, and where.
 *
 * @throws TypeError for an option that there is not: who misspells the address must not get another one
 */
export function readServeArgs(args: ServeArgs): ReadServeArgs {
  const unknown = Object.keys(Object(args)).find((name) => !names.includes(name as "store"));
  const { store, port, hostname, publicUrl, allowOrigins } = Object(args) as Partial<ServeArgs>;
  if (unknown !== undefined || typeof store !== "string" || typeof port !== "number") {
    throw new TypeError(
      `serve: options must be { ${names.join(", ")} }, a path, a number, addresses and origins. Received: ${unknown ?? JSON.stringify(args)}`,
    );
  }
  return {
    ...{ store, port, hostname: hostname ?? "127.0.0.1", allowOrigins: allowOrigins ?? [] },
    ...(publicUrl !== undefined && publicUrl !== null && { publicUrl }),
  };
}
