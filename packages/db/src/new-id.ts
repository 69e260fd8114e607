import { v7 } from "uuid";

/** A new UUID version 7: ordered by time, made here because PostgreSQL before 18 has none. */
export function newId(): string {
  return v7();
}
