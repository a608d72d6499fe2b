import { parseWholeNumber } from '#platform/language/numbers.ts';

/**
 * A call's form as the input of `campaign.record-call`. Only shapes change; what cannot be understood goes on as it is,
 * so that the schema refuses it at its field. Answers of somebody who was not reached are dropped: the form keeps them
 * when another outcome is ticked.
 */
export function callInput(form: Record<string, unknown>): Record<string, unknown> {
  const reached = form['outcome'] === 'reached';
  return {
    callId: form['callId'],
    version: number(form['version']),
    outcome: form['outcome'] ?? '',
    ...(reached && {
      minutes: number(form['minutes']),
      language: form['language'],
      decision: form['decision'],
      likelihoodNow: number(form['likelihoodNow']),
      knowsWhomToContact: yesOrNo(form['knowsWhomToContact']),
    }),
  };
}

const number = (field: unknown): unknown =>
  typeof field === 'string' ? (parseWholeNumber(field) ?? field) : field;

const yesOrNo = (field: unknown): unknown => (field === 'yes' ? true : field === 'no' ? false : field);
