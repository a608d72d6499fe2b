import { z } from 'zod';
import { keepPairsOf, peopleIndex, suspectScore } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { ScanTables } from '../duplicate-scan.tables.server.ts';

const mostPairs = 20;

/** Looks for the pairs of one file that was changed while the index of names was being built. */
export const lookAgain = operationsOn<ScanTables>()({
  name: 'duplicate.look-again',
  input: z.object({ clientId: z.uuid() }),
  subject: 'client',
  async run(context, { clientId }) {
    const centreId = context.actor.centre?.id;
    if (!centreId) throw forbidden();
    const hits = await peopleIndex(context.house).similarTo(centreId, clientId, mostPairs);
    const likely = hits.filter(({ score }) => score >= suspectScore);
    await keepPairsOf(context, { clientId, centreId }, likely);
    return {
      result: { pairs: likely.length },
      audit: { subjectId: clientId, clientId, fields: ['possible_duplicate'], count: likely.length },
    };
  },
});
