import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translate } from '#platform/language/translators.ts';
import { programDir } from '#platform/program-dir.server.ts';
import type { Command } from './command.ts';
import { wrapText } from './wrap-text.ts';

export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** What `serai help` prints. */
export function overview(names: readonly string[], t: Translate): string[] {
  const width = Math.max(...names.map((name) => name.length)) + 2;
  return [
    t('help.title'),
    '',
    `  serai ${t('help.commandWord')} [--help]`,
    '',
    ...names.map((name) => `  ${name.padEnd(width)}${t(`command.${name}.summary`)}`),
    '',
    t('help.settings'),
    ...settings.map((name) => `  ${name.padEnd(20)}${t(`help.setting.${name}`)}`),
    '',
    t('help.more'),
  ];
}

const settings = [
  'HOST',
  'PORT',
  'SERAI_DATA_DIR',
  'SERAI_KEY_FILE',
  'DATABASE_URL',
  'KEYS_DATABASE_URL',
  'SERAI_PUBLIC_URL',
  'SERAI_STAFF_URL',
  'SERAI_FILES_URL',
  'SMTP_URL',
  'SMTP_FROM',
  'SERAI_STANDBY',
  'SERAI_LOG',
];

/** What `serai <command> --help` prints. */
export function commandHelp(command: Command, t: Translate): string[] {
  const options = Object.entries(command.options);
  const left = (name: string, value?: string) => `--${name}${value === undefined ? '' : ` ${value}`}`;
  const width = Math.max(6, ...options.map(([name, { value }]) => left(name, value).length)) + 2;
  const usage = options.map(([name, { value }]) => `[${left(name, value)}]`).join(' ');
  const words = command.words ? ` [${command.words.join('|')}]` : '';
  return [
    t(`command.${command.name}.summary`),
    '',
    `  serai ${command.name}${words}${usage === '' ? '' : ` ${usage}`}`,
    '',
    ...wrapText(t(`command.${command.name}.about`), 96),
    ...(options.length === 0 ? [] : ['']),
    ...options.map(
      ([name, { value }]) =>
        `  ${left(name, value).padEnd(width)}${t(`command.${command.name}.option.${name}`)}`,
    ),
  ];
}
