import { anyOf, deleteRows, type PersonErased } from '#modules/clients/index.server.ts';
import type { CampaignTables } from './campaign.tables.server.ts';
import type { ContactTables } from './contact.tables.server.ts';

/**
 * Conversations stay as what is counted, under the stand-in: their coarse facts were copied when they took place. Notes,
 * earlier versions and open tasks go; the hour becomes the day. A conversation that others had part in stays theirs.
 */
export const eraseContacts: PersonErased = {
  tables: {
    contact: 'counted',
    contact_client: 'counted',
    contact_revision: 'deleted',
    follow_up: 'deleted',
    campaign_call: 'counted',
  },
  async erase(erasing) {
    const { on, now, personIds, standIn, contactIds } = erasing;
    const tx = on<ContactTables & CampaignTables>();
    const gone = await deleteRows(erasing, [
      ['contact_revision', 'client_id'],
      ['follow_up', 'client_id'],
    ]);
    const own = await tx
      .selectFrom('contact')
      .select(['id', 'occurred_on'])
      .where('client_id', '=', anyOf(personIds))
      .execute();
    for (const { id, occurred_on: day } of own) {
      const noon = new Date(`${day}T12:00:00Z`);
      await tx
        .updateTable('contact')
        .set({ client_id: standIn, sealed_note: null, started_at: noon, recorded_at: noon })
        .where('id', '=', id)
        .execute();
    }
    await tx
      .updateTable('contact_client')
      .set({ client_id: standIn })
      .where('client_id', '=', anyOf(personIds))
      .execute();
    await tx
      .updateTable('campaign_call')
      .set({ outcome: 'stopped', closed_at: now })
      .where('client_id', '=', anyOf(personIds))
      .where('closed_at', 'is', null)
      .execute();
    await tx
      .updateTable('campaign_call')
      .set({ client_id: standIn })
      .where('client_id', '=', anyOf(personIds))
      .execute();
    // A conversation that began without a name had a key of its own.
    for (const id of contactIds) if (own.some((contact) => contact.id === id)) erasing.shredLater(id);
    return gone + own.length;
  },
};
