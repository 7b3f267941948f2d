/** Whether a run's text, in small letters, holds every word of the search. */
export function matchesSearch(text: string, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word));
}
