import { type FileMerged, type MergeContext, type MovedRow } from '#modules/clients/index.server.ts';
import { guardianPlace } from './guardian-seal.server.ts';
import type { GuardianshipRow, HouseholdTables } from './household.tables.server.ts';

const idsOf = (rows: readonly MovedRow[], table: string) =>
  rows.filter((row) => row.table === table).map((row) => row.rowId);

/**
 * Households and guardians follow when two files become one. Where both belong to one household now, the merged one's
 * belonging ends with the merge, and begins again when it is undone; so with a guardian that both have.
 */
export const moveHouseholds: FileMerged = {
  async move(context, { survivorId, mergedId }) {
    const tx = context.on<HouseholdTables>();
    const moved: MovedRow[] = [];
    const members = await tx
      .selectFrom('household_member')
      .selectAll()
      .where('client_id', '=', mergedId)
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const row of members) {
      const both =
        row.until_on === null &&
        (await tx
          .selectFrom('household_member')
          .select('id')
          .where('household_id', '=', row.household_id)
          .where('client_id', '=', survivorId)
          .where('until_on', 'is', null)
          .executeTakeFirst());
      await tx
        .updateTable('household_member')
        .set({
          client_id: survivorId,
          ...(both && {
            until_on: later(row.from_on, context.today),
            ended_by: context.actor.staffId ?? null,
          }),
        })
        .where('id', '=', row.id)
        .execute();
      moved.push({ table: 'household_member', rowId: row.id, ...(both && { detail: { ended: true } }) });
    }
    moved.push(...(await moveChild(context, mergedId, survivorId)));
    const wards = await tx
      .selectFrom('guardianship')
      .selectAll()
      .where('guardian_id', '=', mergedId)
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const row of wards) {
      const both =
        row.until_on === null &&
        (row.child_id === survivorId || (await hasGuardian(context, row.child_id, survivorId)));
      if (row.child_id === survivorId) {
        // Guardian and child turned out to be one person: that link was a mistake, and it waits for the undoing.
        await end(context, row.id);
        moved.push({ table: 'guardianship.guardian', rowId: row.id, detail: { ended: true, stayed: true } });
        continue;
      }
      if (both) await end(context, row.id);
      await tx
        .updateTable('guardianship')
        .set({ guardian_id: survivorId })
        .where('id', '=', row.id)
        .execute();
      moved.push({ table: 'guardianship.guardian', rowId: row.id, ...(both && { detail: { ended: true } }) });
    }
    return moved;
  },

  async moveBack(context, { survivorId, mergedId, rows }) {
    const tx = context.on<HouseholdTables>();
    for (const { table, rowId, detail } of rows) {
      const reopened = detail?.['ended'] === true;
      if (table === 'household_member') {
        await tx
          .updateTable('household_member')
          .set({ client_id: mergedId, ...(reopened && { until_on: null, ended_by: null }) })
          .where('id', '=', rowId)
          .execute();
      } else if (table === 'guardianship.guardian') {
        await tx
          .updateTable('guardianship')
          .set({
            ...(!detail?.['stayed'] && { guardian_id: mergedId }),
            ...(reopened && { until_on: null, ended_by: null, ended_because: null }),
          })
          .where('id', '=', rowId)
          .execute();
      }
    }
    const back = idsOf(rows, 'guardianship');
    if (back.length === 0) return;
    await moveChild(context, survivorId, mergedId, rows);
  },
};

/** What is sealed under the child's key is sealed anew under the key of the file it goes to. */
async function moveChild(
  context: MergeContext,
  from: string,
  to: string,
  only?: readonly MovedRow[],
): Promise<MovedRow[]> {
  const tx = context.on<HouseholdTables>();
  const rows = await tx
    .selectFrom('guardianship')
    .selectAll()
    .where('child_id', '=', from)
    .orderBy('id')
    .forUpdate()
    .execute();
  const moved: MovedRow[] = [];
  for (const row of rows) {
    const known = only?.find(({ table, rowId }) => table === 'guardianship' && rowId === row.id);
    if (only && !known) continue;
    const stayed = only === undefined && row.guardian_id === to;
    const both =
      only === undefined &&
      row.until_on === null &&
      (stayed || (row.guardian_id !== null && (await hasGuardian(context, to, row.guardian_id))));
    const reopened = known?.detail?.['ended'] === true;
    if (both) await end(context, row.id);
    if (!stayed)
      await tx
        .updateTable('guardianship')
        .set({
          child_id: to,
          sealed_guardian: await sealedAnew(context, row, 'sealed_guardian', to),
          sealed_note: await sealedAnew(context, row, 'sealed_note', to),
          ...(reopened && { until_on: null, ended_by: null, ended_because: null }),
        })
        .where('id', '=', row.id)
        .execute();
    moved.push({
      table: stayed ? 'guardianship.guardian' : 'guardianship',
      rowId: row.id,
      ...((both || stayed) && { detail: { ...(both && { ended: true }), ...(stayed && { stayed: true }) } }),
    });
  }
  return moved;
}

async function sealedAnew(
  { house }: MergeContext,
  row: GuardianshipRow,
  column: 'sealed_guardian' | 'sealed_note',
  to: string,
): Promise<Buffer | null> {
  const sealed = row[column];
  if (sealed === null) return null;
  const place = guardianPlace(row.id, column);
  return house.vault.seal(to, place, await house.vault.unseal(row.child_id, place, sealed));
}

async function hasGuardian(context: MergeContext, childId: string, guardianId: string): Promise<boolean> {
  const row = await context
    .on<HouseholdTables>()
    .selectFrom('guardianship')
    .select('id')
    .where('child_id', '=', childId)
    .where('guardian_id', '=', guardianId)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function end({ on, today, actor }: MergeContext, id: string): Promise<void> {
  await on<HouseholdTables>()
    .updateTable('guardianship')
    .set({ until_on: today, ended_by: actor.staffId ?? null, ended_because: 'merged' })
    .where('id', '=', id)
    .execute();
}

const later = (a: string, b: string) => (a > b ? a : b);
