import { backupCommand } from './backup-command.ts';
import type { Command } from './command.ts';
import { demoCommand } from './demo-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { exportSiteCommand } from './export-site-command.ts';
import { lockCommand } from './lock-command.ts';
import { proveRestoreCommand } from './prove-restore-command.ts';
import { recoverCommand } from './recover-command.ts';
import { restoreCommand } from './restore-command.ts';
import { setupCommand } from './setup-command.ts';
import { startCommand } from './start-command.ts';
import { statusCommand } from './status-command.ts';
import { stopCommand } from './stop-command.ts';
import { unlockCommand } from './unlock-command.ts';
import { verifyAuditCommand } from './verify-audit-command.ts';

/** All commands, in the order in which an operator meets them. */
export const commands: readonly Command[] = [
  setupCommand,
  startCommand,
  demoCommand,
  stopCommand,
  statusCommand,
  lockCommand,
  unlockCommand,
  backupCommand,
  restoreCommand,
  proveRestoreCommand,
  recoverCommand,
  exportSiteCommand,
  verifyAuditCommand,
  doctorCommand,
];

export const findCommand = (name: string): Command | undefined =>
  commands.find((command) => command.name === name);
