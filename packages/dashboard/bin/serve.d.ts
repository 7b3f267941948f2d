export interface ServeOptions {
  /** Path of the database. */
  readonly store: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** @default "127.0.0.1" */
  readonly hostname?: "127.0.0.1" | "localhost" | "::1";
}

/**
 * Serves the dashboard in this process, and resolves when it answers. SIGINT and SIGTERM end the process within half a
 * second, also while a page is open.
 *
 * @throws TypeError, RangeError for options it cannot serve with
 * @throws Error where the port is taken, or the dashboard was not built
 */
export function serve(options: ServeOptions): Promise<{ readonly url: string }>;
