/** What the prebuilt dashboard offers; it is plain JavaScript. */
declare module "@epochal/dashboard" {
  export interface ServeOptions {
    /** Absolute path of the database. */
    readonly store: string;
    readonly port: number;
    readonly hostname: "127.0.0.1";
  }

  /** Runs the dashboard in this process. Resolves when it answers. */
  export function serve(options: ServeOptions): Promise<{ readonly url: string }>;
}
