import { randomUUID } from 'node:crypto';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { fileOf, uploadTestImport } from '#modules/imports/imports.testing.ts';
import { startImport } from '#modules/imports/operations/start-import.server.ts';
import { uploadImport } from '#modules/imports/operations/upload-import.server.ts';
import { viewImport } from '#modules/imports/queries/view-import.query.server.ts';
import type { Standing } from './expected-answers.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

/** Two people who are one, so that there is something to decide; a heading of its own, so that no template knows it. */
const register = () => {
  const number = String(Math.floor(Math.random() * 1e6)).padStart(6, '0');
  return fileOf(
    `Name,Sex,Phone,Profession ${number}\nNilab Karimi,F,0700${number},tanner\nNilab Karimi,female,0700${number},\n`,
  );
};
const keeperOf = ({ keeper, stranger }: World, standing: Standing): StaffActor =>
  standing === 'other-centre' ? stranger : keeper;

export async function makeImport(world: World, standing: Standing, step: 'open' | 'ready' | 'running') {
  const { house } = world;
  const by = { ...keeperOf(world, standing), steppedUpAt: house.clock.now() };
  if (step === 'open') {
    const { importId } = await execute(house, uploadImport, by, { file: register(), name: 'old.csv' });
    return { importId, version: 1 };
  }
  const importId = await uploadTestImport(house, by, register(), { name: 'old.csv' });
  const { version } = await read(house, viewImport, by, { importId });
  if (step === 'running') await execute(house, startImport, by, { importId, version });
  return { importId, version };
}

const of =
  (step: 'open' | 'ready' | 'running', more: object = {}): Scene =>
  async (world, _asker, standing) => ({ ...(await makeImport(world, standing, step)), ...more });
const plain = () => ({});

/** An old register on its way. */
export const importScenes: Record<string, Scene> = {
  'import.begin-check': of('ready'),
  'import.check-rows': of('ready', { checkId: randomUUID(), rows: [] }),
  'import.choose-sheet': of('open', { sheet: 0 }),
  'import.decide-duplicates': of('ready', { same: 'attach', like: 'skip' }),
  'import.decide-row': of('ready', { number: 3, decision: 'skip' }),
  'import.discard': of('ready'),
  'import.finish-check': of('ready', {
    checkId: randomUUID(),
    counts: {},
    findings: { unknown: [], more: false },
  }),
  'import.list': plain,
  'import.map-columns': of('open', {
    columns: [{ column: 0, field: 'name' }],
    usual: {
      language: 'en',
      channel: 'in_person_centre',
      topic: 'visa_procedure',
      result: 'information_given',
    },
    consent: { stated: 'none' },
    remember: false,
  }),
  'import.map-words': of('ready', { words: [{ list: 'employment', word: 'tanner', code: '' }] }),
  'import.purge': of('ready'),
  'import.rows': of('ready', { what: 'alike' }),
  'import.start': of('ready'),
  'import.take-rows': of('running'),
  'import.undo': of('running'),
  'import.undo-rows': of('running'),
  'import.upload': () => ({ file: register(), name: 'old.csv' }),
  'import.view': of('open'),
  'import.wrong-rows': of('ready'),
};
