import { expect, test } from 'vitest';
import {
  arrivalState,
  byTurn,
  minutesWaited,
  requireOpen,
  requireToday,
  requireUndoable,
  requireWaiting,
} from './arrival.ts';

const at = (time: string) => new Date(`2026-03-10T${time}:00Z`);
const waiting = {
  arrived_at: at('09:00'),
  called_at: null,
  served_at: null,
  left_at: null,
  contact_id: null,
};
const called = { ...waiting, called_at: at('09:12') };
const served = { ...called, served_at: at('09:40') };
const left = { ...waiting, left_at: at('09:20') };

test('nobody is called twice', () => {
  expect(() => requireWaiting(called)).toThrow(
    expect.objectContaining({ code: 'arrival.already-called', status: 409 }),
  );
  expect(() => requireWaiting(served)).toThrow(expect.objectContaining({ code: 'arrival.already-done' }));
  expect(() => requireOpen(left)).toThrow(expect.objectContaining({ code: 'arrival.already-done' }));
});

test('what is in the ledger is not undone at the desk', () => {
  expect(() => requireUndoable({ ...served, contact_id: 'a contact' })).toThrow(
    expect.objectContaining({ code: 'arrival.already-recorded' }),
  );
  expect(() => requireUndoable(waiting)).toThrow(
    expect.objectContaining({ code: 'arrival.nothing-to-undo' }),
  );
});

test("yesterday's ticket is over", () => {
  expect(() => requireToday({ day: '2026-03-09' }, '2026-03-10')).toThrow(
    expect.objectContaining({ code: 'arrival.day-over' }),
  );
});

test('the moments tell the state', () => {
  expect([waiting, called, served, left].map(arrivalState)).toEqual(['waiting', 'called', 'served', 'left']);
});

test('urgent people come first, then who came first', () => {
  const turns = [
    { urgent: false, ticket_no: 1 },
    { urgent: true, ticket_no: 4 },
    { urgent: false, ticket_no: 2 },
    { urgent: true, ticket_no: 3 },
  ];
  expect(turns.sort(byTurn).map((turn) => turn.ticket_no)).toEqual([3, 4, 1, 2]);
});

test('waiting is counted until the call, or until now', () => {
  expect(minutesWaited(waiting, at('09:30'))).toBe(30);
  expect(minutesWaited(called, at('09:30'))).toBe(12);
  expect(minutesWaited(waiting, at('08:00'))).toBe(0);
});
