import { keepSecret } from '#modules/sealing/index.server.ts';
import type { SecretProven } from '#modules/staff/index.server.ts';

/** What the modules do with a secret that somebody has just proven to be theirs. */
export const secretProven: readonly SecretProven[] = [keepSecret];
