import { z } from 'zod';
import { centreSwitches, type CentreTables } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { clientFields } from '../required-fields.ts';

/** What the forms of a person offer here: the centre's fields, the ones it requires, and its codes. */
export const prepareClient = queriesOn<ClientTables>()({
  name: 'client.prepare',
  params: z.object({}),
  subject: 'centre',
  audit: 'none',
  async run({ actor, on, today }) {
    const centre = actor.centre;
    if (!centre) throw forbidden();
    const switches = await centreSwitches(on<CentreTables>(), centre.id);
    return {
      answer: {
        today,
        country: centre.country,
        clientLanguages: centre.clientLanguages,
        fields: switches.fieldsOf('client-field'),
        required: clientFields.filter((field) => switches.isRequired('client-field', field)),
        codes: {
          stage: switches.codesOf('stage'),
          purpose: switches.codesOf('purpose'),
          clientCategory: switches.codesOf('clientCategory'),
          referredBy: switches.codesOf('referredBy'),
          literacy: switches.codesOf('literacy'),
          education: switches.codesOf('education'),
          employment: switches.codesOf('employment'),
          sector: switches.codesOf('sector'),
          marital: switches.codesOf('marital'),
          gender: switches.codesOf('gender'),
          legalStatus: switches.codesOf('legalStatus'),
          idType: switches.codesOf('idType'),
        },
      },
    };
  },
});

export interface OfferedPerson {
  today: string;
  country: string;
  clientLanguages: readonly string[];
  fields: readonly string[];
  required: readonly string[];
  codes: Record<
    | 'stage'
    | 'purpose'
    | 'clientCategory'
    | 'referredBy'
    | 'literacy'
    | 'education'
    | 'employment'
    | 'sector'
    | 'marital'
    | 'gender'
    | 'legalStatus'
    | 'idType',
    readonly string[]
  >;
}
