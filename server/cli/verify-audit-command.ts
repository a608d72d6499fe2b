import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { auditKeyText, exportAudit } from '#platform/audit/export-audit.server.ts';
import { verifyPending } from '#platform/audit/pending-audit.server.ts';
import { headsFile, readHeadsFile } from '#platform/audit/sign-heads.server.ts';
import { type AuditVerdict, verifyAudit } from '#platform/audit/verify-audit.server.ts';
import { type Databases, openDatabases, openPool } from '#platform/database/databases.server.ts';
import { Problem } from '#platform/problem.ts';
import { createVault, type Vault } from '#platform/vault/vault.server.ts';
import { type Call, type Command, exitCode, textOption } from './command.ts';
import { findRoot } from './find-root.ts';
import { withServers } from './with-databases.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Proves that the audit is what was written, beside a running server or without one. */
export const verifyAuditCommand: Command = {
  name: 'verify-audit',
  options: { export: { type: 'string', value: 'FILE' }, 'export-key': { type: 'string', value: 'FILE' } },
  async run(call) {
    const { environment, terminal, t } = call;
    const config = await readOwnConfig(environment, { writes: false });
    const root = await findRoot(call, config);
    terminal.progress(t('verify.walking'));
    const { verdict, pending } = await withServers(config, async ({ main, keys }) => {
      const databases = openDatabases(main.target);
      const keysPool = openPool(keys.target, 'serai_keys', 1);
      try {
        const vault = createVault(root, keysPool);
        const heads = readHeadsFile(headsFile(config.dataDir));
        const found = {
          verdict: await verifyAudit(databases.audit, vault, heads),
          pending: await verifyPending(databases.audit),
        };
        terminal.progressDone();
        await writeExports(call, { databases, vault });
        return found;
      } finally {
        await databases.close();
        await keysPool.end();
        root.fill(0);
      }
    });
    const code = report(call, verdict);
    if (pending.findings.length === 0) return code;
    for (const seq of pending.findings) terminal.print(t('verify.pending', { seq: String(seq) }));
    return exitCode.finding;
  },
};

/** The chain for a verifier that shares no code with this one, and the key that it needs, each for whoever checks. */
async function writeExports(call: Call, house: { databases: Databases; vault: Vault }): Promise<void> {
  const chain = textOption(call, 'export');
  if (chain !== undefined) {
    const handle = await openNew(resolve(chain));
    const stream = createWriteStream('', { fd: handle, flush: true });
    await exportAudit(house, stream);
    stream.end();
    await finished(stream);
    call.terminal.print(call.t('verify.exported'));
    call.terminal.print(`  ${resolve(chain)}`);
  }
  const key = textOption(call, 'export-key');
  if (key !== undefined) {
    const handle = await openNew(resolve(key));
    await handle.writeFile(auditKeyText(house));
    await handle.close();
    call.terminal.print(call.t('verify.exportedKey'));
    call.terminal.print(`  ${resolve(key)}`);
  }
}

/** @throws Problem `export.exists` */
async function openNew(file: string) {
  return open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Problem('export.exists', 409, { params: { file } }) : error;
  });
}

function report({ terminal, t }: Call, { events, centres, findings }: AuditVerdict): number {
  if (findings.length === 0) {
    terminal.print(t('verify.whole', { events, centres }));
    return exitCode.done;
  }
  terminal.print(t('verify.broken'));
  for (const { centreId, seq, kind } of findings) {
    terminal.print(t('verify.place', { centre: centreId, seq: String(seq), kind: t(`verify.kind.${kind}`) }));
  }
  terminal.print(t('verify.next'));
  return exitCode.finding;
}
