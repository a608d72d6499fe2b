/** The door of the front desk. */
export type { ArrivalOfClient } from './arrival-door.server.ts';
export { type ArrivalForContact, arrivalForContact } from './arrival-for-contact.server.ts';
export { arrivalsOfClientToday, serveArrival, waitingCount } from './arrival-door.server.ts';
export type { ArrivalState } from './arrival.ts';
