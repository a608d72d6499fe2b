import { randomBytes, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileStore, type FileStore } from './file-store.server.ts';

const oneKey: string = randomUUID();
const keys = new Map<string, Buffer>([
  [oneKey, randomBytes(32)],
  [randomUUID(), randomBytes(32)],
]);
const otherKey = [...keys.keys()].at(-1) ?? '';
const terms = { keyId: oneKey, kind: 'pdf' };
const canary = 'Zarghuna Canary, signed 4 March';

let dir: string;
let files: FileStore;
beforeAll(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'serai-files-')), 'files');
  files = createFileStore(dir, {
    open: async (id) => keys.get(id) ?? Promise.reject(new Error('no key')),
  });
});
afterAll(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

const placeOf = (id: string) => join(dir, id.slice(0, 2), id);
const everything = () =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
const content = async (id: string, as = terms) =>
  Buffer.from(await new Response(await files.open(id, as)).arrayBuffer());
const put = (text: string, as = terms) => files.put(Buffer.from(text), as);

describe('refused is', () => {
  test('what is larger than agreed, and nothing of it stays', async () => {
    const before = everything().length;
    await expect(files.put(randomBytes(1_001), { ...terms, maxBytes: 1_000 })).rejects.toMatchObject({
      code: 'too-large',
    });
    const endless = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(randomBytes(100_000)) });
    await expect(files.put(endless, { ...terms, maxBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'too-large',
    });
    expect(everything()).toHaveLength(before);
  });

  test('a stream that breaks off, and nothing of it stays', async () => {
    const before = everything().length;
    const broken = new ReadableStream<Uint8Array>({ pull: (to) => to.error(new Error('line cut')) });
    await expect(files.put(broken, terms)).rejects.toThrow('line cut');
    expect(everything()).toHaveLength(before);
  });

  test('a key that is not there', async () => {
    await expect(put('x', { ...terms, keyId: randomUUID() })).rejects.toThrow('no key');
  });

  test.each([
    '',
    '..',
    '../../etc/passwd',
    'ab/../../x',
    `${randomUUID()}/..`,
    `${randomUUID()}\0`,
    randomUUID().toUpperCase().replace(/^./, 'A'),
    `..${randomUUID().slice(2)}`,
  ])('a path in the place of an id: %s', async (id) => {
    await expect(files.open(id, terms)).rejects.toMatchObject({ code: 'not-found' });
    await expect(files.remove(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a file that is gone', async () => {
    await expect(files.open(randomUUID(), terms)).rejects.toMatchObject({ code: 'file.damaged' });
  });

  test('a file with its end cut off', async () => {
    const { id } = await files.put(randomBytes(200_000), terms);
    truncateSync(placeOf(id), 24 + 2 * (64 * 1024 + 16));
    await expect(content(id)).rejects.toMatchObject({ code: 'file.damaged' });
  });

  test('a file that was put in the place of another of the same person', async () => {
    const [one, other] = [await put('one'), await put('other')];
    copyFileSync(placeOf(other.id), placeOf(one.id));
    await expect(content(one.id)).rejects.toMatchObject({ code: 'file.damaged' });
  });

  test('a file as another kind or of another person', async () => {
    const { id } = await put('x');
    await expect(content(id, { ...terms, kind: 'png' })).rejects.toMatchObject({ code: 'file.damaged' });
    await expect(content(id, { ...terms, keyId: otherKey })).rejects.toMatchObject({ code: 'file.damaged' });
  });

  test('a link that leads elsewhere', async () => {
    const { id } = await put('x');
    rmSync(placeOf(id));
    symlinkSync('/etc/passwd', placeOf(id));
    await expect(files.open(id, terms)).rejects.toMatchObject({ code: 'file.damaged' });
  });
});

test('what was kept comes back, measured and with its fingerprint', async () => {
  const stored = await put(canary);
  expect(stored).toMatchObject({
    size: Buffer.byteLength(canary),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await content(stored.id)).toString()).toBe(canary);
});

test('nobody else on the machine may look in, and who may reads nothing', async () => {
  const { id } = await put(canary.repeat(5_000));
  expect(statSync(placeOf(id)).mode & 0o777).toBe(0o600);
  expect(statSync(join(dir, id.slice(0, 2))).mode & 0o777).toBe(0o700);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  const disk = Buffer.concat(everything().map((entry) => readFileSync(join(entry.parentPath, entry.name))));
  const text = Buffer.from(canary);
  for (const form of [
    text,
    Buffer.from(canary, 'utf16le'),
    Buffer.from(text.toString('base64')),
    Buffer.from(text.toString('hex')),
  ])
    expect(disk.includes(form)).toBe(false);
});

test('removing is for ever, and twice is no trouble', async () => {
  const { id } = await put('x');
  await files.remove(id);
  await files.remove(id);
  await expect(files.open(id, terms)).rejects.toMatchObject({ code: 'file.damaged' });
});

test('old files are listed, new ones not; writes that broke off long ago go, what is not ours stays', async () => {
  const [old, fresh] = [await put('old'), await put('fresh')];
  const foreign = join(dir, old.id.slice(0, 2), 'notes.txt');
  for (const path of [join(dir, old.id.slice(0, 2), `${randomUUID()}.partial`), foreign])
    writeFileSync(path, 'x');
  const past = new Date('2026-01-01');
  for (const { parentPath, name } of everything())
    if (!name.startsWith(fresh.id)) utimesSync(join(parentPath, name), past, past);
  const listed: string[] = [];
  for await (const ids of files.listBefore(new Date('2026-01-02'))) listed.push(...ids);
  expect(listed).toContain(old.id);
  expect(listed).not.toContain(fresh.id);
  expect(listed.every((id) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
  expect(everything().some(({ name }) => name.endsWith('.partial'))).toBe(false);
  expect(readFileSync(foreign, 'utf8')).toBe('x');
});
