export type { ContactTables } from './contact.tables.server.ts';
export { handOverFollowUps } from './hand-over-follow-ups.server.ts';
export type { OpenFollowUp, TimelineContact } from './timeline.server.ts';
export { listContactsOfClient, listOpenFollowUps } from './timeline.server.ts';
export { withdrawReminders } from './withdraw-reminders.server.ts';
