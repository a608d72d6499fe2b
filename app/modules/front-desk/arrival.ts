import { Problem } from '#platform/problem.ts';

export const arrivalStates = ['waiting', 'called', 'served', 'left'] as const;
/** `called`: with a member of staff; `served` and `left` are both done for today. */
export type ArrivalState = (typeof arrivalStates)[number];

/** The moments that make the state. There is no state column: each moment is a fact of its own. */
export interface ArrivalMoments {
  arrived_at: Date;
  called_at: Date | null;
  served_at: Date | null;
  left_at: Date | null;
}

interface Turn {
  urgent: boolean;
  ticket_no: number;
}

export function arrivalState(arrival: ArrivalMoments): ArrivalState {
  if (arrival.left_at) return 'left';
  if (arrival.served_at) return 'served';
  return arrival.called_at ? 'called' : 'waiting';
}

/** Urgent people first, then by ticket. */
export function byTurn(a: Turn, b: Turn): number {
  return Number(b.urgent) - Number(a.urgent) || a.ticket_no - b.ticket_no;
}

/** The number as it is called out: with the centre's prefix where it has one. */
export const ticketLabel = (ticketNo: number, prefix: string): string => `${prefix}${ticketNo}`;

/** Whole minutes from arriving until being called, or until now. */
export function minutesWaited(arrival: ArrivalMoments, now: Date): number {
  const until = arrival.called_at ?? arrival.served_at ?? arrival.left_at ?? now;
  return Math.max(0, Math.floor((until.getTime() - arrival.arrived_at.getTime()) / 60_000));
}

/** Somebody is called once; whoever presses second learns that a colleague was quicker. */
export function requireWaiting(arrival: ArrivalMoments): void {
  const state = arrivalState(arrival);
  if (state === 'called') throw new Problem('arrival.already-called', 409);
  if (state !== 'waiting') throw new Problem('arrival.already-done', 409);
}

export function requireOpen(arrival: ArrivalMoments): void {
  const state = arrivalState(arrival);
  if (state === 'served' || state === 'left') throw new Problem('arrival.already-done', 409);
}

/** Back to waiting, unless nothing happened yet or what happened is in the ledger. */
export function requireUndoable(arrival: ArrivalMoments & { contact_id: string | null }): void {
  if (arrival.contact_id) throw new Problem('arrival.already-recorded', 409);
  if (arrivalState(arrival) === 'waiting') throw new Problem('arrival.nothing-to-undo', 409);
}

/** Tickets count for one day. */
export function requireToday(arrival: { day: string }, today: string): void {
  if (arrival.day !== today) throw new Problem('arrival.day-over', 409);
}
