import { examine } from '#platform/doctor/doctor.server.ts';
import type { Finding } from '#platform/doctor/finding.ts';
import type { Translate } from '#platform/language/translators.ts';
import { type Command, exitCode } from './command.ts';
import { findRunningServer } from './server-record.ts';
import { withAdministrators, withServers } from './with-databases.ts';
import { wrapText } from './wrap-text.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Checks the machine and the installation as they are. */
export const doctorCommand: Command = {
  name: 'doctor',
  options: { json: { type: 'boolean' } },
  async run({ options, environment, terminal, t }) {
    const config = await readOwnConfig(environment, { writes: false });
    const running = await findRunningServer(config.dataDir);
    const shown = config.host.includes(':') ? `[${config.host}]` : config.host;
    const url = running?.url ?? `http://${shown}:${config.port}`;
    const findings = await withServers(config, (servers) =>
      withAdministrators(servers, (clients) =>
        examine({ config, ...clients, now: new Date(), url, ...(running && { pid: running.pid }) }),
      ),
    );
    if (options['json'] === true)
      terminal.print(
        JSON.stringify(
          findings.map((finding) => ({ ...finding, ...texts(finding, t) })),
          null,
          2,
        ),
      );
    else for (const line of table(findings, t)) terminal.print(line);
    return findings.some(({ level }) => level === 'danger') ? exitCode.finding : exitCode.done;
  },
};

function texts({ check, code, params }: Finding, t: Translate) {
  return { name: t(`doctor.check.${check}`), text: t(`doctor.found.${check}.${code}`, params) };
}

function table(findings: readonly Finding[], t: Translate): string[] {
  const marks = {
    ok: t('doctor.level.ok'),
    attention: t('doctor.level.attention'),
    danger: t('doctor.level.danger'),
  };
  const width = Math.max(...Object.values(marks).map((mark) => mark.length)) + 2;
  const nameWidth = Math.max(...findings.map((finding) => texts(finding, t).name.length)) + 2;
  const lines = findings.flatMap((finding) => {
    const { name, text } = texts(finding, t);
    const [first = '', ...rest] = wrapText(text, Math.max(40, 100 - width - nameWidth));
    const indent = ' '.repeat(width + nameWidth);
    return [
      `${marks[finding.level].padEnd(width)}${name.padEnd(nameWidth)}${first}`,
      ...rest.map((line) => indent + line),
    ];
  });
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  return [
    ...lines,
    '',
    t('doctor.summary', { ok: count('ok'), attention: count('attention'), danger: count('danger') }),
  ];
}
