import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestGuide, publishTestGuide } from '#modules/guides/guides.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { recordTestContact } from '../contacts.testing.ts';
import { viewContact } from '../queries/view-contact.query.server.ts';
import { linkGuides } from './link-guides.server.ts';
import { unlinkGuide } from './unlink-guide.server.ts';
import { voidContact } from './void-contact.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let desk: TestStaff;
let pageId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  pageId = (
    await publishTestGuide(
      house,
      mina.actor,
      centre.coordinator.actor,
      {},
      {
        'fa-AF': {
          title: 'پیش از امضا بخوانید',
          summary: 'وقت بگیرید.',
          blocks: ['## نخست', 'هر سطر را بخوانید.', '1. کاپی بخواهید.\n2. از ما بپرسید.'],
        },
      },
    )
  ).pageId;
});
afterAll(() => house?.close());

const adviceOf = async (contactId: string) =>
  (await read(house, viewContact, mina.actor, { contactId })).advice;

test('the front desk links nothing to what a counsellor recorded, and takes nothing out', async () => {
  const { contactId } = await recordTestContact(house, mina.actor, { guideIds: [pageId] });
  const linking = execute(house, linkGuides, desk.actor, { contactId, guideIds: [pageId] });
  await expect(linking).rejects.toMatchObject({ code: 'forbidden' });
  const unlinking = execute(house, unlinkGuide, desk.actor, { contactId, guideId: pageId });
  await expect(unlinking).rejects.toMatchObject({ code: 'forbidden' });
});

test('a page that is not out cannot be linked', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  const draft = await addTestGuide(house, mina.actor);
  await expect(
    execute(house, linkGuides, mina.actor, { contactId, guideIds: [draft.pageId] }),
  ).rejects.toMatchObject({ code: 'input.invalid', fields: [{ path: 'guideIds', code: 'not-in-list' }] });
  expect(await adviceOf(contactId)).toEqual([]);
});

test('nothing is linked to a voided contact', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  await execute(house, voidContact, mina.actor, { contactId, version: 1, reason: 'recorded twice' });
  await expect(
    execute(house, linkGuides, mina.actor, { contactId, guideIds: [pageId] }),
  ).rejects.toMatchObject({ code: 'contact.voided' });
});

test('the version of now is kept, in the language of the conversation, once', async () => {
  const { contactId } = await recordTestContact(house, mina.actor, { language: 'prs' });
  await execute(house, linkGuides, mina.actor, { contactId, guideIds: [pageId] });
  await execute(house, linkGuides, mina.actor, { contactId, guideIds: [pageId] });
  expect(await adviceOf(contactId)).toMatchObject([
    { pageId, language: 'fa-AF', title: 'پیش از امضا بخوانید', version: 1, isOlder: false },
  ]);
  const { rows } = await house.admin.query(
    `select fields from serai.audit_event where action = 'contact.link-guides' and subject_id = $1`,
    [contactId],
  );
  expect(rows[0]).toEqual({ fields: ['advice'] });
});

test('a page linked by mistake comes out again', async () => {
  const { contactId } = await recordTestContact(house, mina.actor, { guideIds: [pageId] });
  await execute(house, unlinkGuide, mina.actor, { contactId, guideId: pageId });
  expect(await adviceOf(contactId)).toEqual([]);
  await expect(execute(house, unlinkGuide, mina.actor, { contactId, guideId: pageId })).rejects.toMatchObject(
    { code: 'contact.advice-in-use' },
  );
});
