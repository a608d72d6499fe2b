import { queriesOn } from '#platform/operations/query.server.ts';
import { cardPlace } from '../client-card.ts';
import { clientIdInput } from '../client.schemas.ts';
import type { ClientTables } from '../client.tables.server.ts';

/** The card in use, with its number: for the screen and for printing. No name goes with it. */
export const clientCard = queriesOn<ClientTables>()({
  name: 'client.card',
  params: clientIdInput,
  subject: 'client',
  audit: 'viewed',
  async run({ house, tx }, { clientId }) {
    const client = await tx
      .selectFrom('client')
      .select(['file_no', 'languages'])
      .where('id', '=', clientId)
      .executeTakeFirst();
    if (!client) return undefined;
    const card = await tx
      .selectFrom('client_card')
      .select(['id', 'sealed_number', 'issued_at'])
      .where('client_id', '=', clientId)
      .where('revoked_at', 'is', null)
      .orderBy('issued_at', 'desc')
      .executeTakeFirst();
    const opened =
      card &&
      (await house.vault.unseal<{ number: string }>(clientId, cardPlace(card.id), card.sealed_number));
    return {
      answer: {
        clientId,
        fileNo: client.file_no,
        languages: client.languages,
        card: card && opened ? { number: opened.number, issuedAt: card.issued_at.toISOString() } : undefined,
      },
      viewed: { subjectId: clientId, clientId, fields: ['card'], purpose: 'card' },
    };
  },
});
