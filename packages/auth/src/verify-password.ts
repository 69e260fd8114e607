import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { normalisePassword, passwordHashCost } from "@zhibu/domain/tenancy/passwords";

/** A hash nobody has the password of, at the cost of the real ones. */
const nobodysHash = hash(randomBytes(24).toString("base64url"), passwordHashCost);

/** Verifies against the stored hash, or, where there is none, against a dummy: both take the same time. */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? (await nobodysHash), normalisePassword(password));
  return matches && storedHash !== null;
}
