import type { Command } from './command.ts';
export const doctorCommand: Command = { name: 'doctor', options: {}, run: async () => 3 };
