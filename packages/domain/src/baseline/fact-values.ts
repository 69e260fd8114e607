/** A value of a fact as it was recorded; days are calendar days of Asia/Shanghai. */
export type FactValue = {
  readonly id: string;
  readonly value: string;
  readonly effectiveFrom: string;
  readonly createdAt: Date;
  readonly isVoid: boolean;
};

/**
 * The value that held on a day: the latest that had come into effect by then and was not voided; of two from the same
 * day the one recorded later. Undefined before the first.
 */
export function valueOn<Value extends FactValue>(values: readonly Value[], day: string): Value | undefined {
  let found: Value | undefined;
  for (const value of values) {
    if (value.isVoid || value.effectiveFrom > day) continue;
    if (found === undefined || isLater(value, found)) found = value;
  }
  return found;
}

function isLater(a: FactValue, b: FactValue): boolean {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom > b.effectiveFrom;
  const [aAt, bAt] = [a.createdAt.getTime(), b.createdAt.getTime()];
  return aAt === bAt ? a.id > b.id : aAt > bAt;
}

/** The value that comes into effect next, for screens that announce it. */
export function nextValue<Value extends FactValue>(values: readonly Value[], day: string): Value | undefined {
  const coming = values.filter((value) => !value.isVoid && value.effectiveFrom > day);
  const first = coming.map((value) => value.effectiveFrom).toSorted()[0];
  return first === undefined ? undefined : valueOn(coming, first);
}
