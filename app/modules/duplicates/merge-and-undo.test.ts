import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageWithFact } from '#modules/advice/advice.testing.ts';
import { grantReader } from '#modules/clients/operations/grant-reader.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { mergeTestFiles } from './duplicates.testing.ts';
import { undoMerge } from './operations/undo-merge.server.ts';
import { randomPair, seeded } from './random-people.testing.ts';
import { wholeHouse } from './whole-house.testing.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
let guideId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  guideId = (await pageWithFact(house, counsellor.actor, centre.coordinator.actor)).pageId;
});
afterAll(() => house?.close());

const letIn = async (clientIds: readonly string[]) => {
  const { rows } = await house.admin.query(
    'select id from serai.client where restricted and id = any($1::uuid[])',
    [clientIds],
  );
  const { staffId } = centre.coordinator.actor;
  for (const { id } of rows)
    await execute(house, grantReader, counsellor.actor, { clientId: id, staffId, reason: 'second person' });
};

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'merging two files and undoing it, in either direction, leaves the house as it was (%i)',
  async (seed) => {
    const { one, two, third } = await randomPair(house, counsellor.actor, seeded(seed), guideId);
    await letIn([one, two]);
    const hands = [counsellor.actor, centre.coordinator.actor] as const;
    const pair = [one, two];
    const before = await wholeHouse(house, pair);
    for (const [survivor = '', merged = ''] of [pair, pair.toReversed()]) {
      const mergeId = await mergeTestFiles(house, hands, survivor, merged);
      const during = await wholeHouse(house, pair);
      expect(during).not.toEqual(before);
      // Nothing but the stub itself hangs on the merged file.
      expect(during.filter((line) => hangsOn(line, merged))).toEqual([]);
      await execute(house, undoMerge, counsellor.actor, { mergeId });
      expect(await wholeHouse(house, pair)).toEqual(before);
    }
    const [first, second] = [
      await mergeTestFiles(house, hands, two, one),
      await mergeTestFiles(house, hands, third, two),
    ];
    await expect(execute(house, undoMerge, counsellor.actor, { mergeId: first })).rejects.toMatchObject({
      code: 'duplicates.undo-later-first',
    });
    await execute(house, undoMerge, counsellor.actor, { mergeId: second });
    await execute(house, undoMerge, counsellor.actor, { mergeId: first });
    const all = [one, two, third];
    const apart = (lines: readonly string[]) =>
      lines.filter((line) => !line.startsWith('possible_duplicate'));
    expect(apart(await wholeHouse(house, all))).toEqual(apart(before));
  },
);

/** Rows that may name the merged file in clear: its own, its former decisions on likeness, and its readers. */
const hangsOn = (line: string, clientId: string) =>
  !/^(client|client_identity|possible_duplicate|restricted_reader) /.test(line) &&
  line.replace(/"sealed":\{.*\}(?=,"version")/, '').includes(`"client_id":"${clientId}"`);
