import { join, resolve } from 'node:path';
import { exportSite } from '#modules/public-site/index.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import { programDir } from '#platform/program-dir.server.ts';
import { withSite } from './ask-site.ts';
import { withBreakOff } from './break-off.ts';
import { type Command, exitCode, textOption } from './command.ts';
import { megabytes } from './megabytes.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Writes the public site as files for a stick, a kiosk or a mirror. */
export const exportSiteCommand: Command = {
  name: 'export-site',
  options: { to: { type: 'string', value: 'DIR' } },
  async run(call) {
    const { terminal, t, environment } = call;
    const to = textOption(call, 'to');
    if (to === undefined) {
      terminal.warn(t('exportSite.whereTo'));
      return exitCode.usage;
    }
    const config = await readOwnConfig(environment, { writes: false });
    const translators = createTranslators({ dir: join(programDir, 'locales'), onMissing: () => {} });
    const done = await withBreakOff((signal) =>
      withSite(config, { onBuild: () => terminal.progress(t('exportSite.building')) }, (ask) =>
        exportSite({
          ask,
          to: resolve(to),
          translators,
          signal,
          day: new Date().toISOString().slice(0, 10),
          onProgress: (count, total) => terminal.progress(t('exportSite.writing', { done: count, total })),
        }),
      ),
    );
    terminal.progressDone();
    terminal.print(t('exportSite.done', { pages: done.pages, size: megabytes(done.bytes) }));
    terminal.print(`  ${resolve(to)}`);
    if (config.publicUrl === undefined) terminal.warn(t('exportSite.noAddress'));
    return exitCode.done;
  },
};
