import { z } from 'zod';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';

export interface OtherCentre {
  id: string;
  name: LocalText;
  country: string;
}

/** The open centres of the network beside one's own: what hangs on their doors, nothing more. */
export const otherCentres = queriesOn<CentreTables>()({
  name: 'network.other-centres',
  params: z.object({}),
  subject: 'centre',
  audit: 'none',
  async run({ tx, actor }) {
    const centres = await tx
      .selectFrom('centre')
      .select(['id', 'name', 'country'])
      .where('id', '!=', actor.centre?.id ?? '')
      .where('status', 'not in', ['planned', 'suspended', 'closed'])
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return { answer: centres satisfies OtherCentre[] };
  },
});
