import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { NetworkTables } from '../network.tables.server.ts';

/**
 * Another centre's question touched files of this one: it stands in this centre's record too, with whose files, so that
 * "who looked" can be told to the person.
 */
export const noteAsk = operationsOn<NetworkTables>()({
  name: 'network.note-ask',
  input: z.object({ askId: z.uuid() }),
  subject: 'network_ask',
  async load({ tx }, { askId }) {
    const rows = await tx
      .selectFrom('network_match')
      .select('client_id')
      .where('ask_id', '=', askId)
      .execute();
    return rows.length > 0 ? rows.map((row) => row.client_id) : undefined;
  },
  run: async (_context, { askId }, clientIds) => ({
    result: { count: clientIds.length },
    audit: {
      subjectId: askId,
      itemIds: clientIds,
      ...(clientIds.length === 1 && { clientId: clientIds[0] }),
    },
  }),
});
