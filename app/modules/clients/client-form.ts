import { parseWholeNumber } from '#platform/language/numbers.ts';
import { explainedPoints } from './consent.ts';

/** A form's fields as the browser sent them: text, lists of text, groups. */
export type Field = string | Field[] | { [name: string]: Field } | undefined;
export type Fields = Record<string, Field>;

/**
 * The fields of a person's form as the input of `client.register` and `client.update`. Only shapes change here; what
 * cannot be understood is passed on as it is, so that the schema refuses it at its field.
 */
export function personInput(form: Fields): Record<string, unknown> {
  return {
    ...form,
    names: rows(form['names']).map((name, index) => ({ ...name, kind: index === 0 ? 'main' : 'alias' })),
    birth: birthInput(group(form['birth'])),
    nationalities: list(form['nationalities']),
    languages: list(form['languages']),
    destinations: list(form['destinations']),
    categories: list(form['categories']),
    dependants: number(form['dependants']),
    emergencyContact: emergencyInput(group(form['emergencyContact'])),
    disability: form['disability'] === undefined ? undefined : group(form['disability']),
    idDocuments: rows(form['idDocuments']).filter(
      (paper) => paper['number'] !== undefined || paper['expires'] !== undefined,
    ),
  };
}

export function safeContactInput(form: Fields): Record<string, unknown> {
  const email = group(form['email']);
  const app = group(form['messageApp']);
  return {
    phones: rows(form['phones'])
      .filter(isPhoneTyped)
      .map((phone) => ({
        ...phone,
        number: phone['number'] ?? '',
        safeToCall: ticked(phone['safeToCall']),
        safeToMessage: ticked(phone['safeToMessage']),
        safeDays: phone['safeDays'] === undefined ? undefined : list(phone['safeDays']).map(number),
      })),
    messageApp: app['app'] === undefined && app['name'] === undefined ? undefined : app,
    email:
      email['address'] === undefined ? undefined : { address: email['address'], safe: ticked(email['safe']) },
    contactWarning: form['contactWarning'],
  };
}

export function registrationInput(form: Fields): Record<string, unknown> {
  return {
    ...personInput(form),
    ...safeContactInput(form),
    consent: consentInput(group(form['consent'])),
    assignToMe: ticked(form['assignToMe']),
    registerAnyway: ticked(form['registerAnyway']),
    duplicatesSeen: list(form['duplicatesSeen']),
  };
}

/** One tick says that everything was explained; single points can be sent too. */
export function consentInput(form: Fields): Record<string, unknown> {
  const told = list(form['explained']);
  return {
    ...form,
    explained: told.includes('all') ? [...explainedPoints] : told,
    assent: form['assent'] === undefined ? undefined : ticked(form['assent']),
    decisions: group(form['decisions']),
  };
}

export function updateInput(form: Fields): Record<string, unknown> {
  return { ...personInput(form), version: number(form['version']) };
}

export function safeContactFormInput(form: Fields): Record<string, unknown> {
  return { clientId: form['clientId'], version: number(form['version']), ...safeContactInput(form) };
}

/** The calendar alone is no birth. */
function birthInput(form: Fields): Fields | undefined {
  const { calendar, ...said } = form;
  return Object.values(said).every((part) => part === undefined)
    ? undefined
    : { ...(calendar !== undefined && { calendar }), ...said };
}

/** Whose phone it is has a default; without a number or a word about it there is no phone. */
const isPhoneTyped = (phone: Fields): boolean =>
  ['number', 'safeFrom', 'safeTo', 'safeWords', 'note'].some((name) => phone[name] !== undefined);

function emergencyInput(form: Fields): Record<string, unknown> | undefined {
  const { mayContact, ...person } = form;
  return Object.values(person).every((part) => part === undefined)
    ? undefined
    : { ...person, mayContact: ticked(mayContact) };
}

const list = (field: Field): Field[] => (field === undefined ? [] : Array.isArray(field) ? field : [field]);
const rows = (field: Field): Fields[] =>
  list(field)
    .map(group)
    .filter((row) => Object.keys(row).length > 0);
const group = (field: Field): Fields => (typeof field === 'object' && !Array.isArray(field) ? field : {});
const ticked = (field: Field): boolean => field === 'yes';

function number(field: Field): Field | number {
  return typeof field === 'string' ? (parseWholeNumber(field) ?? field) : field;
}
