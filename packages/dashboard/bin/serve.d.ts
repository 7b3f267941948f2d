export interface ServeArgs {
  /** Absolute path of the database to show. */
  readonly store: string;
  /** A free port. */
  readonly port: number;
  /** @default "127.0.0.1" */
  readonly hostname?: "127.0.0.1";
}

/** Serves the dashboard from this process, and resolves when it answers. The process then ends at SIGINT or SIGTERM. */
export function serve(args: ServeArgs): Promise<{ readonly url: string }>;
