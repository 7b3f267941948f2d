/** What this package uses of Node's file system where it cannot wait. */
export interface NodeSyncFiles {
  readFileSync(path: string, encoding: "utf8"): string;
  writeFileSync(path: string, text: string, options: { readonly mode: number }): void;
  mkdirSync(path: string, options: { readonly recursive: true; readonly mode: number }): void;
  readdirSync(path: string): string[];
  rmSync(path: string, options: { readonly force: true }): void;
  openSync(path: string, flags: "a+", mode: number): number;
  writeSync(fd: number, text: string): number;
  readSync(fd: number, into: Uint8Array, at: number, length: number, from: number): number;
  closeSync(fd: number): void;
}
