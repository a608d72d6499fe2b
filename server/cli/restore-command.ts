import type { Command } from './command.ts';
export const restoreCommand: Command = { name: 'restore', options: {}, run: async () => 3 };
