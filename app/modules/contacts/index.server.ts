export { noteKey } from './contact-note.server.ts';
export type { ContactTables } from './contact.tables.server.ts';
export { handOverFollowUps } from './hand-over-follow-ups.server.ts';
export { lockContact, relationsToContact } from './lock-contact.server.ts';
export {
  describePastContact,
  insertPastContacts,
  type PastContact,
  type PastContactInput,
  settleFirstContacts,
} from './past-contacts.server.ts';
export { moveCalls } from './move-calls.server.ts';
export { moveContacts } from './move-contacts.server.ts';
export { recordServiceContact } from './record-service-contact.server.ts';
export { stopCalls } from './stop-calls.server.ts';
export { listContactsOfClient, listOpenFollowUps } from './timeline.server.ts';
export { withdrawReminders } from './withdraw-reminders.server.ts';
export { eraseContacts } from './erase-contacts.server.ts';
