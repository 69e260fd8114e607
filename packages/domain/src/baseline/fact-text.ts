/** What a fact says, by its key; undefined for a fact nobody knows. */
export type FactText = (key: string) => string | undefined;

/** For texts looked at without the college's facts: each is its key, one word that is never empty. */
export const factKeyAsText: FactText = (key) => key;

/** Values that were fetched, as `FactText`. */
export function factTextOf(values: ReadonlyMap<string, string>): FactText {
  return (key) => values.get(key);
}
