export { mailer } from './mailer.server.ts';
export type { Message } from './message.server.ts';
export type { OutboxTables } from './outbox.tables.server.ts';
export { queueMessage } from './queue-message.server.ts';
export { moveMessages } from './move-messages.server.ts';
export { eraseMessages } from './erase-messages.server.ts';
