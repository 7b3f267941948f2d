/** Which runs are drawn: all but the hidden ones, or only the named ones. */
export interface Visibility {
  /** `*` stands for all. */
  readonly hide: readonly string[];
  readonly only: readonly string[];
}

export function isShown({ hide, only }: Visibility, id: string): boolean {
  return only.length > 0 ? only.includes(id) : !hide.includes("*") && !hide.includes(id);
}

/** Shows a hidden run or hides a shown one. The last run of `only` cannot leave it: an empty list would show all. */
export function toggled({ hide, only }: Visibility, id: string): Visibility {
  if (only.length === 0) {
    if (hide.includes("*")) return { hide: [], only: [id] };
    const without = hide.filter((other) => other !== id);
    return { hide: without.length < hide.length ? without : [...hide, id], only: [] };
  }
  const without = only.filter((other) => other !== id);
  if (without.length === only.length) return { hide: [], only: [...only, id] };
  return without.length === 0 ? { hide: ["*"], only: [] } : { hide: [], only: without };
}
