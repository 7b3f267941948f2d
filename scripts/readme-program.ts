/** The program of the README: its first `ts` block, which is plain JavaScript. */
export function readmeProgram(markdown: string): string {
  const program = /^```ts\n(.*?)^```/ms.exec(markdown)?.[1];
  if (!program) throw new Error("README.md has no ```ts block");
  return program;
}
