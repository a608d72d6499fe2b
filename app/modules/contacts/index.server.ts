export { handOverFollowUps } from './hand-over-follow-ups.server.ts';
export { listContactsOfClient, listOpenFollowUps } from './timeline.server.ts';
export { recordServiceContact, type ServiceContact } from './record-service-contact.server.ts';
export { withdrawReminders } from './withdraw-reminders.server.ts';
