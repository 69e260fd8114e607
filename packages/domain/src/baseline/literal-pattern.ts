/** The words as a regular expression that matches them and nothing else. */
export function literalPattern(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
