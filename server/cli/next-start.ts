import type { Config } from '#platform/config.server.ts';
import type { Translate } from '#platform/language/translators.ts';
import { readUnlockMode } from '#platform/vault/unlock-mode.server.ts';

/** What the operator has to know of a sealed house: will the next start open it without a person? */
export function nextStart({ dataDir, keyFile }: Config, t: Translate): string[] {
  return readUnlockMode(dataDir).mode === 'automatic' ? ['', t('lock.keyFile'), `  ${keyFile}`] : [];
}
