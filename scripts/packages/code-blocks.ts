export interface CodeBlock {
  /** What stands behind the fence, such as `ts`; empty where nothing does. */
  readonly language: string;
  readonly code: string;
  /** The file that the sentence before the block tells to save it as. */
  readonly file: string | undefined;
}

/** The fenced blocks of a Markdown text, in their order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/([^\n]*)\n+^```(\w*)\n(.*?)^```/gms)].map(
    ([, before = "", language = "", code = ""]) => ({
      language,
      code,
      file: /`([\w-]+\.m[jt]s)`/.exec(before)?.[1],
    }),
  );
}
