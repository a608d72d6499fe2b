import { expect, it } from 'vitest';
import { watchRevision } from './content-revision.server.ts';

function content() {
  const state = { revision: '1', asked: 0, isAway: false, time: 0 };
  const ask = async () => {
    state.asked += 1;
    if (state.isAway) throw new Error('the database is away');
    return state.revision;
  };
  return { state, watch: watchRevision(ask, { now: () => state.time }) };
}

it('knows nothing before it has asked', async () => {
  const { state, watch } = content();
  state.isAway = true;
  expect(watch.current()).toBeUndefined();
  expect(await watch.fresh()).toBeUndefined();
});

it('goes on with the last known revision while the database is away, without asking for every reader', async () => {
  const { state, watch } = content();
  await watch.fresh();
  state.isAway = true;
  state.time = 5_000;
  expect(await watch.fresh()).toBe('1');
  const { asked } = state;
  for (let at = 0; at < 50; at += 1) expect(watch.current()).toBe('1');
  expect(state.asked).toBe(asked);
});

it('does not wait for a database that hangs', async () => {
  let answers: (() => void)[] = [];
  const hanging = () => new Promise<string>((resolve) => answers.push(() => resolve('1')));
  const watch = watchRevision(hanging, { patience: 5 });
  expect(await watch.fresh()).toBeUndefined();
  for (const answer of answers) answer();
  answers = [];
});

it('asks once for a crowd', async () => {
  const { state, watch } = content();
  await Promise.all(Array.from({ length: 20 }, () => watch.fresh()));
  expect(state.asked).toBe(1);
});

it('shows a change of another process within two seconds', async () => {
  const { state, watch } = content();
  await watch.fresh();
  state.revision = '2';
  state.time = 1_699;
  watch.current();
  state.time = 1_700;
  expect(watch.current() ?? (await watch.fresh())).toBe('2');
  expect(watch.steadyFor()).toBe(0);
});

it('shows a change of its own process at once, also when it was just asking', async () => {
  const { state, watch } = content();
  await watch.fresh();
  state.time = 1_200;
  const asking = watch.fresh();
  state.revision = '2';
  watch.distrust();
  await asking;
  expect(watch.current() ?? (await watch.fresh())).toBe('2');
});

it('answers though writes never end', async () => {
  const state: { watch?: ReturnType<typeof watchRevision> } = {};
  state.watch = watchRevision(async () => {
    state.watch?.distrust();
    return 'busy';
  });
  expect(await state.watch.fresh()).toBe('busy');
  expect(state.watch.current()).toBeUndefined();
});
