export interface ServeArgs {
  /** Absolute path of the database to show. */
  readonly store: string;
  /** A free port; 0 for any. */
  readonly port: number;
  /** The address to listen on. @default "127.0.0.1" */
  readonly hostname?: string;
  /** Its address for others, where something before it speaks TLS: `https://runs.example.org`. */
  readonly publicUrl?: string;
  /** The origins of pages that may send runs, such as `http://localhost:5173`. @default none */
  readonly allowOrigins?: readonly string[];
}

/**
 * Serves the dashboard from this process, and resolves when it answers. The process then ends at SIGINT or SIGTERM.
 *
 * Throws an Error with the `code` of Node where the port cannot be opened.
 */
export function serve(args: ServeArgs): Promise<{ readonly url: string }>;
