import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { toAsciiDigits } from '#platform/language/digits.ts';
import type { Vault } from '#platform/vault/vault.server.ts';

const period = 30;

/** A new seed in base 32, to be shown as a QR code and kept sealed. */
export const newSeed = (): string => new Secret({ size: 20 }).base32;

const totpOf = (seed: string, label = '') =>
  new TOTP({ issuer: 'Serai', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(seed) });

/** A seed as it travels through a form. */
export const seedSchema = z.string().regex(/^[A-Z2-7]{32}$/);

/** `otpauth://` address for authenticator apps. The label is the person's own choice of words, never the centre's name. */
export const seedAddress = (seed: string, label: string): string => totpOf(seed, label).toString();

/**
 * The time step a code belongs to, one step early or late allowed, or undefined when it is wrong or was used before:
 * a code counts once.
 */
export function acceptCode(
  seed: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | undefined {
  const digits = toAsciiDigits(code).replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = totpOf(seed).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / period) + delta;
  return wasUsed(step, lastStep) ? undefined : step;
}

/**
 * Steps by which a code may have been taken ahead of now: an hour. What was taken later than that was taken while the
 * computer's clock was wrong, and would keep its owner out for as long as the clock was ahead.
 */
export const stepsAhead = 120;

const wasUsed = (step: number, lastStep: number | null): boolean =>
  lastStep !== null && step <= lastStep && lastStep <= step + stepsAhead;

/** The code of this moment, for tests and the demo's sign-in help. */
export const codeAt = (seed: string, now: Date): string =>
  totpOf(seed).generate({ timestamp: now.getTime() });

const placeOf = (staffId: string) => ({ table: 'staff_credential', column: 'sealed_totp', row: staffId });
export const sealSeed = (vault: Vault, staffId: string, seed: string): Buffer =>
  vault.sealForHouse(placeOf(staffId), { seed });
export const unsealSeed = (vault: Vault, staffId: string, sealed: Buffer): string =>
  vault.unsealForHouse<{ seed: string }>(placeOf(staffId), sealed).seed;
