import { describe, expect, it } from 'vitest';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import { createLane } from './lane.server.ts';
import { createLanes, laneFor } from './lanes.server.ts';

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

describe('a lane', () => {
  it('sends away at once when as many wait as may', async () => {
    const { open, passed } = gate();
    const lane = createLane({ atOnce: 1, waiting: 1, patience: 60_000 });
    const working = lane.run(() => passed);
    const waiting = lane.run(async () => 'second');
    await expect(lane.run(async () => 'third')).rejects.toMatchObject({
      code: 'server.busy',
      status: 503,
      retryAfter: 60,
    });
    open();
    await working;
    await expect(waiting).resolves.toBe('second');
  });

  it('sends a waiting request away when patience ends, and its place is free again', async () => {
    const { open, passed } = gate();
    const lane = createLane({ atOnce: 1, waiting: 1, patience: 5 });
    const working = lane.run(() => passed);
    await expect(lane.run(async () => 'late')).rejects.toMatchObject({ status: 503 });
    const next = lane.run(async () => 'next');
    open();
    await working;
    await expect(next).resolves.toBe('next');
  });

  it('never runs more at once than it may, and gives the turn on after a failure', async () => {
    const lane = createLane({ atOnce: 3, waiting: 100, patience: 60_000 });
    let now = 0;
    let most = 0;
    const work = async (at: number) => {
      most = Math.max(most, (now += 1));
      await Promise.resolve();
      now -= 1;
      if (at % 4 === 0) throw new Error('failed');
    };
    await Promise.allSettled(Array.from({ length: 40 }, (_, at) => lane.run(() => work(at))));
    expect(most).toBe(3);
    expect(now).toBe(0);
  });
});

describe('a full lane', () => {
  it('says so before anybody is sent away', async () => {
    const { open, passed } = gate();
    const lane = createLane({ atOnce: 1, waiting: 1, patience: 60_000 });
    expect([lane.isFull, lane.running]).toEqual([false, 0]);
    const first = lane.run(() => passed);
    expect([lane.isFull, lane.running]).toEqual([false, 1]);
    const second = lane.run(() => passed);
    expect(lane.isFull).toBe(true);
    open();
    await Promise.all([first, second]);
    expect([lane.isFull, lane.running]).toEqual([false, 0]);
  });
});

describe('the lane of a request', () => {
  const lanes = createLanes();
  const staff = { kind: 'staff' } as StaffActor;

  it('is not the staff lane without a recognised session, whatever the path', () => {
    expect(laneFor(lanes, 'GET', '/staff/people', publicActor)).toBe(lanes.doors);
    expect(laneFor(lanes, 'GET', '/staff/sign-in', publicActor)).toBe(lanes.doors);
  });

  it('is one for what the public reads and another for what it sends', () => {
    expect(laneFor(lanes, 'GET', '/en', publicActor)).toBe(lanes.public);
    expect(laneFor(lanes, 'HEAD', '/staffing', publicActor)).toBe(lanes.public);
    expect(laneFor(lanes, 'POST', '/en/ask', publicActor)).toBe(lanes.publicForms);
  });

  it('lets a colleague go first, but does not let the public wait for ever', async () => {
    const { open, passed } = gate();
    const order: string[] = [];
    const colleague = lanes.staff.run(() => passed.then(() => order.push('colleague')));
    const reader = lanes.public.run(async () => order.push('reader'));
    open();
    await Promise.all([colleague, reader]);
    expect(order).toEqual(['colleague', 'reader']);
    const endless = gate();
    const working = lanes.staff.run(() => endless.passed);
    await expect(lanes.public.run(async () => 'in the end')).resolves.toBe('in the end');
    endless.open();
    await working;
  });

  it('is the narrow one for attempts to get in', () => {
    for (const path of [
      '/staff/sign-in',
      '/staff/sign-in.data',
      '/staff/accept/abc',
      '/setup',
      '/staff/unlock',
    ]) {
      expect(laneFor(lanes, 'POST', path, publicActor)).toBe(lanes.signIn);
    }
  });

  it('is the staff lane for staff', () =>
    expect(laneFor(lanes, 'POST', '/staff/people', staff)).toBe(lanes.staff));

  it('is one of their own for programs with a token, whatever they ask for', () => {
    const program = { kind: 'staff', only: ['contact.list'] as readonly string[] } as StaffActor;
    expect(laneFor(lanes, 'GET', '/api/v1/contacts', program)).toBe(lanes.programs);
    expect(laneFor(lanes, 'POST', '/staff/people', program)).toBe(lanes.programs);
  });

  it('of programs, when it is full, sends programs away and no colleague', async () => {
    const own = createLanes();
    const { open, passed } = gate();
    const program = { kind: 'staff', only: [] as readonly string[] } as StaffActor;
    const calls = Array.from({ length: 73 }, () =>
      laneFor(own, 'GET', '/api/v1/contacts', program)
        .run(() => passed)
        .then(
          () => 'done',
          ({ status }: { status: number }) => status,
        ),
    );
    await expect(laneFor(own, 'GET', '/staff/people', staff).run(async () => 'served')).resolves.toBe(
      'served',
    );
    open();
    expect((await Promise.all(calls)).filter((each) => each === 503)).toHaveLength(1);
  });
});
