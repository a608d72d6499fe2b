import { Secret, TOTP } from 'otpauth';
import type { Translate } from '#platform/language/translators.ts';
import type { DemoAccount } from './demo-state.ts';

const period = 30;

/** What an authenticator app would show for this account. */
const codeAt = (seed: string, now: Date): string =>
  new TOTP({ algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(seed) }).generate({
    timestamp: now.getTime(),
  });

/** The accounts of the demo with the sign-in codes of this moment, as a table. */
export function codeLines(t: Translate, accounts: readonly DemoAccount[], now = new Date()): string[] {
  const rows = accounts.map(({ email, passphrase, seed: key, roles }) => [
    email,
    passphrase,
    codeAt(key, now),
    roles.join(', '),
  ]);
  const head = [
    t('demo.column.email'),
    t('demo.column.passphrase'),
    t('demo.column.code'),
    t('demo.column.roles'),
  ];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const seconds = period - (Math.floor(now.getTime() / 1000) % period);
  return [t('demo.accounts'), ...lines, '', t('demo.codesChange', { seconds })];
}
