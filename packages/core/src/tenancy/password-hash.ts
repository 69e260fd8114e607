import { hash, verify } from "@node-rs/argon2";
import { normalisePassword, passwordHashCost } from "@zhibu/domain/tenancy/passwords";

/** The argon2id hash to store of a password, with its salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), passwordHashCost);
}

/** Whether a typed password is the one a stored hash was made of. */
export function matchesHash(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, normalisePassword(password));
}
