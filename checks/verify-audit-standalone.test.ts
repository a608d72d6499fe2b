import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutClean, tamper, tamperings } from '#modules/audit/audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { auditKeyText, exportAudit } from '#platform/audit/export-audit.server.ts';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';

const program = join(import.meta.dirname, 'verify-audit-standalone.mjs');
let house: TestHouse;
let centre: TestCentre;
let folder: string;
let length: number;

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  for (let each = 0; each < 3; each += 1) await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  folder = mkdtempSync(join(tmpdir(), 'serai-export-'));
  writeFileSync(join(folder, 'audit.key'), auditKeyText(house), { mode: 0o600 });
  length = (
    await house.admin.query('select seq from serai.audit_head where centre_id = $1', [centre.centreId])
  ).rows[0].seq;
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function exported(): Promise<string> {
  const path = join(folder, 'audit.jsonl');
  const out = createWriteStream(path);
  await exportAudit(house, out);
  out.end();
  await finished(out);
  return path;
}

function verify(path: string, ...more: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, path, join(folder, 'audit.key'), ...more],
    { encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

test('without its files, with another key file or with a note that is none it says what it needs', async () => {
  const path = await exported();
  expect(spawnSync(process.execPath, [program], { encoding: 'utf8' })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('usage'),
  });
  expect(spawnSync(process.execPath, [program, path, path], { encoding: 'utf8' }).status).toBe(2);
  expect(
    spawnSync(process.execPath, [program, path, join(folder, 'no.key')], { encoding: 'utf8' }).status,
  ).toBe(2);
  expect(verify(path, '--noted', 'yesterday').status).toBe(2);
});

test('a record that nobody touched holds, and says nothing of anybody', async () => {
  const path = await exported();
  expect(verify(path)).toMatchObject({ status: 0, output: expect.stringContaining('all hold') });
  expect((await verifyAudit(house.databases.audit, house.vault)).findings).toEqual([]);
  const text = readFileSync(path, 'utf8');
  for (const secret of ['Mina', 'Test counsellor', '@centre.example']) expect(text).not.toContain(secret);
});

test('another key makes every event a forgery', async () => {
  const path = await exported();
  writeFileSync(join(folder, 'other.key'), Buffer.alloc(32, 7).toString('base64'));
  const { status, stdout } = spawnSync(process.execPath, [program, path, join(folder, 'other.key')], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toContain(`altered: centre ${centre.centreId}, event 1:`);
});

test('whatever is tampered with, both verifiers name the place', async () => {
  for (const { name, sql, places } of tamperings(length)) {
    const restore = await tamper(house, centre.centreId, sql);
    try {
      const { findings } = await verifyAudit(house.databases.audit, house.vault);
      const { status, output } = verify(await exported());
      expect(status, name).toBe(1);
      for (const { seq, kind } of places) {
        expect(findings, name).toContainEqual({ centreId: centre.centreId, seq, kind });
        expect(output, name).toContain(`${kind}: centre ${centre.centreId}, event ${seq}:`);
      }
    } finally {
      await restore();
    }
  }
  expect((await verifyAudit(house.databases.audit, house.vault)).findings).toEqual([]);
});

test('a record cut short and closed again is recognised by a head that was noted', async () => {
  const { rows } = await house.admin.query(
    "select seq, encode(hash, 'hex') as hash from serai.audit_head where centre_id = $1",
    [centre.centreId],
  );
  const note = `${rows[0].seq}:${rows[0].hash.slice(0, 12)}`;
  expect(verify(await exported(), '--noted', note).status).toBe(0);
  const restore = await tamper(house, centre.centreId, cutClean(length - 2));
  try {
    const path = await exported();
    expect(verify(path).status).toBe(0);
    expect(verify(path, '--noted', note)).toMatchObject({
      status: 1,
      output: expect.stringContaining(`noted: centre any, event ${length}:`),
    });
  } finally {
    await restore();
  }
});

test('a file whose lines were moved, lost or broken is named too', async () => {
  const lines = readFileSync(await exported(), 'utf8')
    .trimEnd()
    .split('\n');
  const at = lines.findIndex((line) => line.includes('"kind":"event"') && line.includes(centre.centreId)) + 3;
  const written = (changed: string[]) => {
    const path = join(folder, 'changed.jsonl');
    writeFileSync(path, `${changed.join('\n')}\n`);
    return verify(path);
  };
  expect(written(lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? ''))).toMatchObject({
    status: 1,
    output: expect.stringMatching(/gap: .* event 4:[\s\S]*order: .* event 4:/),
  });
  expect(written(lines.toSpliced(at, 1))).toMatchObject({
    status: 1,
    output: expect.stringMatching(/gap: .* event 4:[\s\S]*cut: /),
  });
  expect(written(lines.slice(0, -1))).toMatchObject({ status: 1, output: expect.stringContaining('cut: ') });
  expect(written(lines.with(at, '{"kind":'))).toMatchObject({
    status: 1,
    output: expect.stringContaining(`unreadable: line ${at + 1}:`),
  });
  expect(written(lines.slice(1)).status).toBe(2);
});
