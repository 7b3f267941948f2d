/** A doc comment in its parts. */
export interface DocComment {
  /** Its text before the first tag. */
  readonly text: string;
  /** What follows each tag: `throws` may stand several times. */
  readonly tags: readonly (readonly [name: string, text: string])[];
}

/** The parts of what stands between the comment's marks. */
export function parseDocComment(comment: string): DocComment {
  const lines = comment
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
  const [text = "", ...tags] = lines.split(/^@(?=\w)/m);
  return {
    text: text.trim(),
    tags: tags.map((tag) => {
      const [, name = "", rest = ""] = /^(\w+)\s*([\s\S]*)$/.exec(tag) ?? [];
      return [name, rest.trim()];
    }),
  };
}

/** What follows a tag that stands once. */
export function tagOf({ tags }: DocComment, name: string): string | undefined {
  return tags.find(([tag]) => tag === name)?.[1];
}
