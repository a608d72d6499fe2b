import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { programDir } from '#platform/house.server.ts';
import { commandNames, findCommand } from './commands.ts';
import { makeScratch, runSerai } from './embedded-house.testing.ts';

const scratch = makeScratch();
afterAll(() => scratch.remove());

test('an unknown command is refused with a way on', async () => {
  expect(await runSerai(['strat'], {})).toMatchObject({
    code: 2,
    text: expect.stringContaining('serai help'),
  });
});

test('an unknown option is refused without repeating what was typed', async () => {
  const said = await runSerai(['restore', '--recovery-key', 'KQ2M-93FT'], {});
  expect(said.code).toBe(2);
  expect(said.text).not.toContain('KQ2M');
});

test('a setting that cannot be read is named, its value is not', async () => {
  const said = await runSerai(['stop'], { DATABASE_URL: 'mysql://serai:hunter2@db/serai', PORT: '99999' });
  expect(said).toMatchObject({
    code: 3,
    text: expect.stringMatching(/PORT.*DATABASE_URL|DATABASE_URL.*PORT/),
  });
  expect(said.text).not.toContain('hunter2');
});

test('one of the two database addresses alone is refused', async () => {
  const said = await runSerai(['stop'], { DATABASE_URL: 'postgres://serai@db/serai' });
  expect(said.text).toContain('KEYS_DATABASE_URL');
});

test('the help names every command, and each command explains itself and its options', async () => {
  const overview = await runSerai(['help'], {});
  for (const name of commandNames) {
    const command = await findCommand(name);
    if (!command) throw new Error(`${name} is not there`);
    expect(command.name).toBe(name);
    expect(overview.text).toContain(`  ${name} `);
    const own = await runSerai([command.name, '--help'], {});
    expect(own.code).toBe(0);
    for (const option of Object.keys(command.options)) expect(own.text).toContain(`--${option}`);
    expect(own.text).not.toMatch(/command\.|option\.|\{\{/);
  }
});

test('the help speaks the language of the terminal', async () => {
  expect((await runSerai(['help'], { LANG: 'ar_IQ.UTF-8' })).text).toMatch(/\p{Script=Arabic}/u);
  expect((await runSerai(['help'], { LC_ALL: 'C.UTF-8', LANG: 'ar_IQ.UTF-8' })).text).not.toMatch(
    /\p{Script=Arabic}/u,
  );
});

test('serai runs from any folder and through a link, on the Node.js that comes along', () => {
  const link = scratch.path('serai');
  symlinkSync(join(programDir, 'bin/serai'), link);
  const linked = scratch.path('programme');
  symlinkSync(programDir, linked);
  for (const program of [link, join(linked, 'bin/serai')]) {
    expect(execFileSync(program, ['version'], { cwd: '/', encoding: 'utf8' })).toMatch(/^serai \d/);
  }
  const node = execFileSync(join(linked, 'bin/node24'), ['--print', 'process.versions.node'], {
    cwd: '/',
    encoding: 'utf8',
  });
  expect(node).toMatch(/^24\./);
});

test('without the packages it says what to run', () => {
  mkdirSync(scratch.path('bare'));
  cpSync(join(programDir, 'bin'), scratch.path('bare', 'bin'), { recursive: true });
  const { status, stderr } = spawnSync(scratch.path('bare', 'bin/serai'), ['help'], { encoding: 'utf8' });
  expect(status).toBe(69);
  expect(stderr).toContain('npm ci');
});

test.runIf(process.getuid?.() === 0)(
  'data of another user are left alone, by root too, except for looking',
  async () => {
    const theirs = scratch.path('theirs');
    mkdirSync(theirs);
    chownSync(theirs, 65534, 65534);
    for (const command of ['start', 'backup', 'restore', 'stop']) {
      expect((await runSerai([command], { SERAI_DATA_DIR: theirs })).text).toContain(
        'belongs to another user (number 65534)',
      );
    }
    expect((await runSerai(['doctor'], { SERAI_DATA_DIR: theirs })).text).toContain('nothing to back up');
    expect(readdirSync(theirs)).toEqual([]);
  },
);

test('the demo refuses a folder with real records', async () => {
  mkdirSync(scratch.path('real', 'postgres-main'), { recursive: true });
  writeFileSync(scratch.path('real', 'recovery.json'), '{}');
  const { refuseForeignFolder } = await import('./demo-state.ts');
  await expect(refuseForeignFolder(scratch.path('real'))).rejects.toMatchObject({ code: 'demo.not-a-demo' });
  expect(await refuseForeignFolder(scratch.path('not-there'))).toBeUndefined();
});
