import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

type DataKey = { id: string; bytes: Buffer };

/** The server and Next's bundle hold two copies of this module; the keys are one set per process all the same. */
const slot = Symbol.for("zhibu.dataKeys");
type Holder = { [slot]?: readonly DataKey[] };

const cipherName = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

function dataKeyOf(secret: string): DataKey {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "", "zhibu data key 1", 32));
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  return { id, bytes };
}

/** Gives this process its data keys, once at start: the first seals, all of them open what they sealed. */
export function provideDataKeys(secrets: readonly string[]): void {
  if (secrets.length === 0) throw new RangeError("no data key");
  (globalThis as Holder)[slot] = secrets.map(dataKeyOf);
}

function dataKeys(): readonly DataKey[] {
  const keys = (globalThis as Holder)[slot];
  if (!keys) throw new Error("no data keys were provided");
  return keys;
}

/**
 * Encrypts a field so that neither a copy of the database nor a row moved to another place gives it away.
 * `about` names the place, such as `second_factor:<userId>`; opening needs the same. The text begins with the format's
 * version and the key's id, so that keys can be changed while old ones still open.
 */
export function sealSecret(plain: string, about: string): string {
  const [key] = dataKeys();
  if (!key) throw new Error("no data keys were provided");
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(cipherName, key.bytes, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([iv, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1.${key.id}.${sealed.toString("base64url")}`;
}

/** @throws Error when no key of ours sealed it, it was changed, or it stands in another place. */
export function openSecret(sealed: string, about: string): string {
  const [version, id, body] = sealed.split(".");
  const key = dataKeys().find((candidate) => candidate.id === id);
  if (version !== "v1" || !key || body === undefined) throw new Error("sealed with a key this process does not have");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv(cipherName, key.bytes, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString("utf8");
}
