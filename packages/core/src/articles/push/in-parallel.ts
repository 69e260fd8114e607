/** Works off a list with so many hands at once. After a failure nobody takes another item, and it is thrown when all hands rest. */
export async function inParallel<Item>(
  items: readonly Item[],
  hands: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  // One generator for all: a loop that throws closes it for the others.
  const rest = (function* each() {
    yield* items;
  })();
  const ends = await Promise.allSettled(
    Array.from({ length: hands }, async () => {
      for (const item of rest) await work(item);
    }),
  );
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
}
