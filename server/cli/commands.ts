import type { Command } from './command.ts';

// Each is loaded when it is asked for: a lock must not wait until the backup has found its libraries.
const loaders: Record<string, () => Promise<Command>> = {
  setup: async () => (await import('./setup-command.ts')).setupCommand,
  start: async () => (await import('./start-command.ts')).startCommand,
  demo: async () => (await import('./demo-command.ts')).demoCommand,
  stop: async () => (await import('./stop-command.ts')).stopCommand,
  status: async () => (await import('./status-command.ts')).statusCommand,
  lock: async () => (await import('./lock-command.ts')).lockCommand,
  unlock: async () => (await import('./unlock-command.ts')).unlockCommand,
  backup: async () => (await import('./backup-command.ts')).backupCommand,
  restore: async () => (await import('./restore-command.ts')).restoreCommand,
  'prove-restore': async () => (await import('./prove-restore-command.ts')).proveRestoreCommand,
  recover: async () => (await import('./recover-command.ts')).recoverCommand,
  'export-site': async () => (await import('./export-site-command.ts')).exportSiteCommand,
  'verify-audit': async () => (await import('./verify-audit-command.ts')).verifyAuditCommand,
  doctor: async () => (await import('./doctor-command.ts')).doctorCommand,
};

/** All commands, in the order in which an operator meets them. */
export const commandNames: readonly string[] = Object.keys(loaders);

export const findCommand = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
