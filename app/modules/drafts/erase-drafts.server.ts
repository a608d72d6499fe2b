import { anyOf, type PersonErased } from '#modules/clients/index.server.ts';
import { draftPlace } from './draft-place.ts';
import type { DraftTables } from './draft.tables.server.ts';

/** Typed and not sent: about the person's file or a conversation, or with the person chosen in the form. */
export const eraseDrafts: PersonErased = {
  tables: { draft: 'deleted' },
  async erase({ house, on, personIds, contactIds }) {
    const tx = on<DraftTables>();
    const ids = [...personIds, ...contactIds];
    const direct = await tx.deleteFrom('draft').where('subject_id', '=', anyOf(ids)).executeTakeFirst();
    let gone = Number(direct.numDeletedRows);
    const rows = await tx
      .selectFrom('draft')
      .select(['staff_id', 'form', 'subject_id', 'key_id', 'sealed'])
      .execute();
    const opened = await house.vault.unsealMany<unknown>(
      rows.map((row) => ({
        keyId: row.key_id,
        place: draftPlace(row.staff_id, row.form, row.subject_id),
        sealed: row.sealed,
      })),
    );
    for (const [at, row] of rows.entries()) {
      const text = JSON.stringify(opened[at] ?? null);
      if (!ids.some((id) => text.includes(id))) continue;
      await tx
        .deleteFrom('draft')
        .where('staff_id', '=', row.staff_id)
        .where('form', '=', row.form)
        .where('subject_id', '=', row.subject_id)
        .execute();
      gone += 1;
    }
    return gone;
  },
};
