import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'parse5';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { publishTestGuide } from '#modules/guides/guides.testing.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { exportSite } from './export-site.server.ts';

let house: TestHouse;
let ask: (path: string) => Promise<Response>;
let folder: string;
let to: string;
beforeAll(async () => {
  house = await openTestHouse();
  const { coordinator, siteIds } = await openTestCentre(house);
  const author = (await addTestStaff(house, coordinator.actor, ['counsellor'], siteIds[0])).actor;
  const papers = {
    slug: 'papers',
    body: ':::checklist\n- Passport :at[visa] :for{route=direct}\n:::\n\nSee [more](page:wages), [ask](page:ask).',
  };
  await publishTestGuide(house, author, coordinator.actor, {
    slug: 'wages',
    title: 'Wages',
    section: 'problems',
  });
  await publishTestGuide(house, author, coordinator.actor, papers);
  const { createApp } = await loadBuiltServer();
  const app = createApp(house, { resolveActor: async () => publicActor });
  ask = async (path) =>
    app.fetch(new Request(`http://127.0.0.1:4380${path}`, { headers: { accept: 'text/html' } }));
  folder = mkdtempSync(join(tmpdir(), 'serai-copy-'));
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  to = join(mkdtempSync(join(folder, 'x-')), 'site');
});

const run = (more: Partial<Parameters<typeof exportSite>[0]> = {}) =>
  exportSite({ ask, to, translators: house.translators, day: '2026-03-10', ...more });
const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const manifest = () => JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8')) as { files: object };

test('a folder that holds something else is left alone', async () => {
  mkdirSync(to);
  writeFileSync(join(to, 'thesis.doc'), 'mine');
  await expect(run()).rejects.toMatchObject({ code: 'export.foreign-folder' });
  expect(readdirSync(to)).toEqual(['thesis.doc']);
});

test("somebody else's manifest does not make a folder ours", async () => {
  mkdirSync(to);
  writeFileSync(join(to, 'manifest.json'), '{"name": "my other website", "start_url": "/"}');
  await expect(run()).rejects.toMatchObject({ code: 'export.foreign-folder' });
  expect(readdirSync(to)).toEqual(['manifest.json']);
});

test('a page that does not answer leaves the last whole copy, and nothing beside it', async () => {
  await run();
  const before = readFileSync(join(to, 'manifest.json'), 'utf8');
  const broken = async (path: string) =>
    path === '/ur/guides/wages' ? new Response('', { status: 503 }) : ask(path);
  await expect(run({ ask: broken })).rejects.toMatchObject({ code: 'export.incomplete' });
  expect(readFileSync(join(to, 'manifest.json'), 'utf8')).toBe(before);
  expect(readdirSync(dirname(to))).toEqual(['site']);
});

test('breaking off half-way leaves the last whole copy', async () => {
  await run();
  const before = filesIn(to).length;
  const controller = new AbortController();
  const onProgress = (done: number) => void (done === 20 && controller.abort());
  await expect(run({ signal: controller.signal, onProgress })).rejects.toThrow();
  expect(filesIn(to)).toHaveLength(before);
});

test('what a killed run left behind is cleared, and a copy that was put aside comes back', async () => {
  await run();
  const around = dirname(to);
  mkdirSync(join(around, '.site.new-dead'));
  renameSync(to, join(around, '.site.old'));
  await expect(run({ ask: async () => new Response('', { status: 503 }) })).rejects.toMatchObject({
    code: 'export.incomplete',
  });
  await run();
  expect(readdirSync(around)).toEqual(['site']);
});

test('the copy is whole: every link of every page leads to a file of it, and nothing runs', async () => {
  const { pages } = await run();
  expect(pages).toBeGreaterThan(60);
  const listed = Object.keys(manifest().files).map((file) => join(to, file));
  expect(
    filesIn(to)
      .filter((file) => !file.endsWith('manifest.json'))
      .sort(),
  ).toEqual(listed.sort());
  for (const file of listed.filter((each) => each.endsWith('.html'))) {
    const source = readFileSync(file, 'utf8');
    expect(source).not.toMatch(/<script|<form|data-live|href="\//);
    for (const href of linksOf(source)) {
      const target = resolve(dirname(file), href.split('#')[0] ?? '');
      expect([file, href, existsSync(target)]).toEqual([file, href, true]);
    }
  }
});

test('leaflets and the index by letter are there in every language', async () => {
  await run();
  for (const language of ['en', 'ar', 'fa-AF', 'ur', 'bn']) {
    expect(
      readFileSync(join(to, language, 'guides/wages.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(readFileSync(join(to, language, 'search.html'), 'utf8')).toContain('search/');
  }
  const letter = readFileSync(join(to, 'en/search/0077.html'), 'utf8');
  expect(letter).toContain('../guides/wages.html');
});

function linksOf(source: string): string[] {
  const links: string[] = [];
  const walk = (node: { childNodes?: unknown[]; attrs?: { name: string; value: string }[] }) => {
    const found = node.attrs?.find(({ name }) => name === 'href')?.value;
    if (found !== undefined && !/^(https?|tel|mailto|data):|^#/.test(found)) links.push(found);
    for (const child of node.childNodes ?? []) walk(child as never);
  };
  walk(parse(source) as never);
  return links;
}
