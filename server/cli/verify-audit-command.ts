import type { Command } from './command.ts';
export const verifyAuditCommand: Command = { name: 'verify-audit', options: {}, run: async () => 3 };
