/** Something on the page that is lost with it. */
export type LeaveGuard = {
  readonly isClean: () => boolean;
  /** Tries to bring it to safety; whether that went well. What went wrong is shown where it belongs. */
  readonly settle?: (() => Promise<boolean>) | undefined;
  /** What leaving would lose, as a sentence of the question. */
  readonly loses: string;
};

export type LeaveGuards = {
  /** @param read the guard as it is whenever somebody leaves. */
  readonly add: (read: () => LeaveGuard) => () => void;
  readonly areClean: () => boolean;
  /** Settles what can be; resolves to what would still be lost. */
  readonly settle: () => Promise<string[]>;
};

export function leaveGuards(): LeaveGuards {
  const readers = new Set<() => LeaveGuard>();
  const unclean = () => [...readers].map((read) => read()).filter(({ isClean }) => !isClean());
  return {
    add(read) {
      readers.add(read);
      return () => readers.delete(read);
    },
    areClean: () => unclean().length === 0,
    async settle() {
      const guards = unclean();
      const safe = await Promise.all(guards.map(async ({ settle }) => (await settle?.().catch(() => false)) ?? false));
      return [...new Set(guards.filter((_, index) => !safe[index]).map(({ loses }) => loses))];
    },
  };
}

/** Those of the page that is open. */
export const pageGuards = leaveGuards();
