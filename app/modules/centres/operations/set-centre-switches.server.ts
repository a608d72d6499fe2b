import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { findSwitchFault } from '../centre-switches.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { lockCentre } from '../lock-centre.server.ts';

const codes = z.array(z.string().max(60)).max(300);

/** The whole state of each list that is named: what is off and what must be filled in; all else of it is on. */
export const switchChoiceSchema = z.object({
  list: z.string().max(60),
  off: codes.default([]),
  required: codes.default([]),
});
export const setCentreSwitchesInput = z.object({ lists: z.array(switchChoiceSchema).min(1).max(60) });

/**
 * Switches topics, fields and code-list values on or off.
 * @throws field problems on `lists.N`: `not-in-list`, `always-on`, `nothing-left`
 */
export const setCentreSwitches = operationsOn<CentreTables>()({
  name: 'centre.set-switches',
  input: setCentreSwitchesInput,
  subject: 'centre',
  load: (context) => lockCentre(context),
  async run({ tx }, { lists }, centre) {
    const faults = lists.flatMap((choice, at) => {
      const code = findSwitchFault(choice);
      return code ? [{ path: `lists.${at}`, code }] : [];
    });
    if (faults.length > 0) throw new Problem('input.invalid', 422, { fields: faults });
    for (const { list, off, required } of lists) {
      const before = await tx
        .selectFrom('centre_switch')
        .select('code')
        .where('centre_id', '=', centre.id)
        .where('list', '=', list)
        .execute();
      const named = new Set([...before.map((row) => row.code), ...off, ...required]);
      if (named.size === 0) continue;
      await tx
        .insertInto('centre_switch')
        .values(
          [...named].map((code) => ({
            centre_id: centre.id,
            list,
            code,
            enabled: !off.includes(code),
            required: required.includes(code) && !off.includes(code),
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['centre_id', 'list', 'code']).doUpdateSet((excluded) => ({
            enabled: excluded.ref('excluded.enabled'),
            required: excluded.ref('excluded.required'),
          })),
        )
        .execute();
    }
    return {
      result: { lists: lists.length },
      audit: { subjectId: centre.id, fields: lists.map((choice) => choice.list) },
    };
  },
});
