import type { Command } from './command.ts';
import { ensureBuild } from './ensure-build.ts';
import { openLan } from './open-lan.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Serves the centre until it is told to stop. */
export const startCommand: Command = {
  name: 'start',
  options: { lan: { type: 'boolean' } },
  async run(call) {
    const { terminal, t, environment } = call;
    const config = await readOwnConfig(environment, { writes: true });
    await ensureBuild(() => terminal.progress(t('start.building')));
    const lan = call.options['lan'] === true ? await openLan(config, environment) : undefined;
    return runUntilStopped(call, lan?.config ?? config, {
      ...(lan && { tls: lan.tls }),
      async onReady({ url }) {
        if (lan) for (const line of await lan.announce(t)) terminal.print(line);
        else terminal.print(t('start.running'));
        if (!lan) terminal.print(`  ${url}`);
      },
      onStop: () => lan?.close(),
    });
  },
};
