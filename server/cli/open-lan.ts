import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#platform/config.server.ts';
import { programDir } from '#platform/program-dir.server.ts';
import { serveCertificate } from '#platform/lan/certificate-site.server.ts';
import { findLanNames } from '#platform/lan/lan-names.server.ts';
import { openLocalAuthority } from '#platform/lan/local-authority.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import type { Translate } from '#platform/language/translators.ts';

export interface Lan {
  config: Config;
  tls: { key: string; cert: string };
  /** Opens the certificate's own page and says how the other computers get in. */
  announce(t: Translate): Promise<string[]>;
  close(): Promise<void>;
}

const lanPort = 4343;
const certificatePort = 4380;

/** Everything for `start --lan`: HTTPS for the office by an authority of the centre's own. */
export async function openLan(config: Config, environment: Record<string, string | undefined>): Promise<Lan> {
  const names = findLanNames();
  const authority = await openLocalAuthority(join(config.dataDir, 'tls'), names);
  const port = environment['PORT'] ? config.port : lanPort;
  const host = environment['HOST'] || everyAddress();
  const helpPort = port === certificatePort ? certificatePort + 1 : certificatePort;
  let site: { close(): Promise<void> } | undefined;
  return {
    config: { ...config, host, port },
    tls: { key: authority.key, cert: authority.cert },
    async announce(t) {
      const { authorityPem, fingerprints, authorityFile } = authority;
      const translators = createTranslators({ dir: join(programDir, 'locales') });
      site = await serveCertificate({
        host,
        port: helpPort,
        authorityPem,
        centrePort: port,
        translators,
      });
      const reachable = [...names.hosts.filter((each) => each.endsWith('.local')), ...names.addresses];
      const shown = (each: string) => (each.includes(':') ? `[${each}]` : each);
      const onOthers =
        reachable.length === 0
          ? [t('lan.noNetwork')]
          : reachable.map((each) => `  https://${shown(each)}:${port}`);
      return [
        t('start.running'),
        `  https://localhost:${port}`,
        '',
        t('lan.others'),
        ...onOthers,
        '',
        t('lan.trustOnce'),
        ...reachable.map((each) => `  http://${shown(each)}:${helpPort}`),
        t('lan.orFile'),
        `  ${authorityFile}`,
        t('lan.fingerprint'),
        `  ${fingerprints.sha256}`,
        `  ${fingerprints.sha1}`,
      ];
    },
    close: async () => site?.close(),
  };
}

/** Both kinds of addresses where the machine has both. */
function everyAddress(): string {
  const cards = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return cards.some(({ family }) => family === 'IPv6') ? '::' : '0.0.0.0';
}
