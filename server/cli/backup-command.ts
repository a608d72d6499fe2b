import type { Command } from './command.ts';
export const backupCommand: Command = { name: 'backup', options: {}, run: async () => 3 };
