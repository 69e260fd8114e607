import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

type DataKey = { id: string; bytes: Buffer };

/** The server and Next's bundle hold two copies of this module; the keys are one set per process all the same. */
const slot = Symbol.for("zhibu.dataKeys");
type Holder = { [slot]?: readonly DataKey[] };

const cipherName = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;
const keyIdChars = 8;

function dataKeyOf(secret: string): DataKey {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "", "zhibu data key 1", 32));
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, keyIdChars);
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
  const { head, body } = seal(Buffer.from(plain, "utf8"), about);
  return `${head}${body.toString("base64url")}`;
}

/** The same for a file: what is stored begins with the same words, and then the bytes as they are. */
export function sealBytes(plain: Uint8Array, about: string): Buffer {
  const { head, body } = seal(plain, about);
  return Buffer.concat([Buffer.from(head, "latin1"), body]);
}

function seal(plain: Uint8Array, about: string): { head: string; body: Buffer } {
  const [key] = dataKeys();
  if (!key) throw new Error("no data keys were provided");
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(cipherName, key.bytes, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(about));
  const body = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { head: `v1.${key.id}.`, body };
}

/** @throws Error when no key of ours sealed it, it was changed, or it stands in another place. */
export function openSecret(sealed: string, about: string): string {
  const [version, id, body] = sealed.split(".");
  return open(version, id, body === undefined ? undefined : Buffer.from(body, "base64url"), about).toString("utf8");
}

/** As long as the words before the bytes of a file. */
const headBytes = "v1.".length + keyIdChars + ".".length;

/** @throws Error as `openSecret` does. Whole or not at all: nothing of a file is handed out before it is known to be ours. */
export function openBytes(sealed: Buffer, about: string): Buffer {
  const [version, id] = sealed.toString("latin1", 0, headBytes).split(".");
  return open(version, id, sealed.subarray(headBytes), about);
}

function open(version: string | undefined, id: string | undefined, bytes: Buffer | undefined, about: string): Buffer {
  const key = dataKeys().find((candidate) => candidate.id === id);
  if (version !== "v1" || !key || bytes === undefined) throw new Error("sealed with a key this process does not have");
  const decipher = createDecipheriv(cipherName, key.bytes, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
}
