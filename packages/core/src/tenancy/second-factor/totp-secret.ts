import { Secret, TOTP } from "otpauth";
import { totp, totpDriftSteps } from "@zhibu/domain/tenancy/second-factor";
import { openSecret, sealSecret } from "../../kernel/secret-box.ts";

const secretBytes = 20;

const placeOf = (userId: string): string => `second_factor:${userId}`;

function authenticator(secret: string, label = "", issuer = ""): TOTP {
  const { algorithm, digits, periodSeconds } = totp;
  return new TOTP({ secret: Secret.fromBase32(secret), label, issuer, algorithm, digits, period: periodSeconds });
}

/** A new secret in base32, as authenticators take it by hand. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

export function sealTotpSecret(userId: string, secret: string): string {
  return sealSecret(secret, placeOf(userId));
}

export function openTotpSecret(userId: string, sealed: string): string {
  return openSecret(sealed, placeOf(userId));
}

/** The address an authenticator reads from the QR code; `account` and `issuer` are what it shows. */
export function totpUri(secret: string, account: string, issuer: string): string {
  return authenticator(secret, account, issuer).toString();
}

/** The step a code belongs to, one step of drift either way; `null` for a wrong code. */
export function stepOfCode(secret: string, code: string, now: Date): bigint | null {
  const delta = authenticator(secret).validate({ token: code, timestamp: now.getTime(), window: totpDriftSteps });
  if (delta === null) return null;
  return BigInt(Math.floor(now.getTime() / 1_000 / totp.periodSeconds) + delta);
}
