import type { Switches } from '#modules/centres/index.server.ts';
import { Problem } from '#platform/problem.ts';

/** Which input holds the answer to a field that a centre can switch off or make required. */
const inputOf = {
  aliases: undefined,
  gender: 'gender',
  nationalities: 'nationalities',
  origin: 'originCountry',
  residence: 'currentPlace',
  destinations: 'destinations',
  purpose: 'purpose',
  categories: 'categories',
  heard_via: 'heardVia',
  literacy: 'literacy',
  education: 'education',
  employment: 'employment',
  sector: 'sector',
  dependants: 'dependants',
  marital: 'marital',
  staff_sex_preference: 'staffSexPreference',
  message_app: undefined,
  email: undefined,
  address: 'address',
  emergency_contact: 'emergencyContact',
  legal_status: undefined,
  disability: undefined,
  id_documents: undefined,
  note: undefined,
} as const;
export type ClientField = keyof typeof inputOf;
export const clientFields = Object.keys(inputOf) as ClientField[];

/**
 * A centre may require a field of its form; status, disability, papers, extra names and ways of reaching never.
 * @throws Problem `input.invalid` with `required` at every field that is missing
 */
export function checkRequired(switches: Pick<Switches, 'isRequired'>, input: object): void {
  const fields = clientFields
    .filter((field) => switches.isRequired('client-field', field))
    .map((field) => inputOf[field])
    .filter((path) => path !== undefined && isMissing((input as Record<string, unknown>)[path]));
  if (fields.length > 0) {
    throw new Problem('input.invalid', 422, {
      fields: fields.map((path) => ({ path: path ?? '', code: 'required' })),
    });
  }
}

const isMissing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);
