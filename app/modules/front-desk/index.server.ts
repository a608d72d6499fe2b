/** The door of the front desk. */
export { arrivalForContact } from './arrival-for-contact.server.ts';
export { arrivalsOfClientToday, serveArrival, waitingCount } from './arrival-door.server.ts';
export { moveArrivals } from './move-arrivals.server.ts';
export { eraseArrivals } from './erase-arrivals.server.ts';
