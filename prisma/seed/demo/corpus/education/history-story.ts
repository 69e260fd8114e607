/** A story of Party history: two titles, when and where it begins, what came of it. */
export type HistoryStory = {
  id: string;
  titles: readonly [string, string];
  when: readonly string[];
  what: readonly string[];
};
