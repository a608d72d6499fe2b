import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CheckOrder, countFor, findChecks, runCheck, smallCount } from './trust-frame.server.ts';
import { recordRun } from './trust-record.server.ts';
import {
  alignTable,
  isAsItShould,
  remarksOf,
  type TrustReport,
  tableOf,
  verdictOf,
} from './trust-verdict.ts';

const root = mkdtempSync(join(tmpdir(), 'serai-trust-frame-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A check that keeps its promise, unless a fault is planted or its body says otherwise. */
async function checkThat(body: string) {
  const folder = mkdtempSync(join(root, 'checks-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'doors.trust.server.ts'),
    `export const check = {
      name: 'doors', promise: 'Every door is locked.', unit: 'doors', counts: { fast: 20, night: 400 }, faults: ['open-door'],
      async run({ count, fault, tell }) { tell('trying'); ${body} },
    };`,
  );
  writeFileSync(join(folder, 'not-a-check.ts'), 'throw new Error("must not be loaded");');
  const [found] = await findChecks(folder);
  if (!found) throw new Error('the check was not found');
  return found;
}

const honest = `const wrong = fault === 'open-door' ? 3 : 0;
  return { done: count, wrong, faults: wrong ? ['door 7 stood open'] : [], figures: { 'slowest door': '2 ms' } };`;
const run = async (body: string, order: Partial<CheckOrder> = {}): Promise<TrustReport> =>
  runCheck(await checkThat(body), { count: 4, seed: 1, limit: 20, tell: () => {}, ...order });

test('a check that found something against the promise is red', async () => {
  const report = await run('return { done: count, wrong: 1, faults: ["door 7 stood open"] };');
  expect(verdictOf(report)).toBe('red');
  expect(remarksOf(report)).toEqual(['doors: ! door 7 stood open']);
});

test('a check that did less than it was asked is red, though nothing was wrong', async () => {
  expect(verdictOf(await run('return { done: count - 1, wrong: 0, faults: [] };'))).toBe('red');
});

test('a check that crashes is red and says why', async () => {
  const report = await run('throw new Error("the doors were not found");');
  expect(verdictOf(report)).toBe('red');
  expect(report.broken).toContain('the doors were not found');
});

test('a file that cannot be loaded is red and stands in nobody else’s way', async () => {
  const folder = mkdtempSync(join(root, 'checks-'));
  writeFileSync(join(folder, 'broken-lock.trust.server.ts'), `import './not-there.ts';`);
  const [found] = await findChecks(folder);
  expect(found?.check.name).toBe('broken-lock');
  const report = found && (await runCheck(found, { count: 1, seed: 1, limit: 20, tell: () => {} }));
  expect(report && verdictOf(report)).toBe('red');
  expect(report?.broken).toContain('not-there.ts');
});

test('a check whose process is killed is red', async () => {
  const report = await run('process.kill(process.pid, "SIGKILL"); await new Promise(() => {});');
  expect(verdictOf(report)).toBe('red');
  expect(report.broken).toBe('its process ended with SIGKILL');
});

test('a check that never ends is ended with all that it started', async () => {
  const told: string[] = [];
  const report = await run(
    `const { spawn } = await import('node:child_process');
     const child = spawn('sleep', ['600'], { detached: true, cwd: arguments[0].folder });
     tell(String(child.pid)); await new Promise(() => {});`,
    { limit: 2, tell: (line) => void told.push(line) },
  );
  expect(verdictOf(report)).toBe('red');
  expect(report.broken).toBe('was not done within 2 s');
  await expect
    .poll(() => {
      try {
        return readFileSync(`/proc/${told[1]}/stat`, 'utf8').split(' ')[2];
      } catch {
        return 'Z';
      }
    })
    .toBe('Z');
});

test('a planted fault that the check does not see is a miss, and so is one that only makes it crash', async () => {
  expect(verdictOf(await run('return { done: count, wrong: 0, faults: [] };', { fault: 'open-door' }))).toBe(
    'MISSED',
  );
  const crashed = await run('throw new Error("oh");', { fault: 'open-door' });
  expect(verdictOf(crashed)).toBe('MISSED');
  expect(isAsItShould(crashed)).toBe(false);
});

test('a planted fault that turns the check red is caught', async () => {
  expect(verdictOf(await run(honest, { fault: 'open-door' }))).toBe('caught');
});

test('a check that keeps its promise is green, says its figures, and gets the seed and an empty folder', async () => {
  const report = await run(honest);
  expect(verdictOf(report)).toBe('green');
  expect(remarksOf(report)).toEqual(['doors: slowest door: 2 ms']);
  const given = await run(
    `const { readdirSync } = await import('node:fs'); const [order] = [arguments[0]];
     return { done: count, wrong: 0, faults: [], figures: { seed: String(order.seed), files: String(readdirSync(order.folder).length) } };`,
    { seed: 77 },
  );
  expect(given.outcome?.figures).toEqual({ seed: '77', files: '0' });
});

test('one number scales every tier, and never down to nothing', async () => {
  const { check } = await checkThat(honest);
  expect(countFor(check, 'night', 0.1)).toBe(40);
  expect(countFor(check, 'fast', 0.001)).toBe(1);
  expect(smallCount(check)).toBe(2);
});

test('the table names what was done of what was asked, and the runs are kept newest first', async () => {
  const report = { ...(await run(honest)), seconds: 3, memory: 61 };
  const [, line] = alignTable(tableOf([report]));
  expect(line).toMatch(/green +doors +4 of 4 +0 +400 doors, 0 wrong +0\.010 +3 +61 MiB/);
  const file = join(root, 'runs.md');
  recordRun(file, [report], { tier: 'fast tier', at: new Date('2026-11-23T02:00:00Z'), seed: 1 });
  recordRun(file, [report], { tier: 'night tier × 0.1', at: new Date('2026-11-24T02:00:00Z'), seed: 2 });
  const text = readFileSync(file, 'utf8');
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text.indexOf('2026-11-24')).toBeGreaterThan(0);
  expect(text.indexOf('2026-11-24')).toBeLessThan(text.indexOf('2026-11-23'));
  expect(text.match(/^\| green \| doors \|/gm)).toHaveLength(2);
});
