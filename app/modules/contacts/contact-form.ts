import { type CalendarName, calendars } from '#platform/language/interface-languages.ts';
import { fromIsoDay, toIsoDay } from '#platform/language/calendar.ts';
import { addDays } from '#platform/language/local-day.ts';
import { parseWholeNumber } from '#platform/language/numbers.ts';

/** A form's fields as the browser sent them: text, lists of text, groups. */
type Field = string | Field[] | { [name: string]: Field } | undefined;
type Fields = Record<string, Field>;

/**
 * The contact form's fields as the input of `contact.record` and `contact.correct`. Only shapes change here: ticked boxes
 * become true, numbers in any digits become numbers, days in the reader's calendar become ISO days. What cannot be
 * understood is passed on as it is, so that the schema refuses it at its field.
 */
export function contactInput(form: Fields, today: string): Record<string, unknown> {
  const followUp = followUpInput(group(form['followUp']), today);
  return {
    ...form,
    clientIds: list(form['clientIds']),
    topics: list(form['topics']),
    guideIds: list(form['guideIds']),
    optionsExplained: list(form['optionsExplained']),
    documentsGiven: list(form['documentsGiven']),
    minutes: number(form['minutes']),
    people: number(form['people']),
    version: number(form['version']),
    occurredOn: dayInput(form['occurredOn']),
    interpreter: ticked(form['interpreter']),
    stayOptionExplained: ticked(form['stayOptionExplained']),
    riskInfoGiven: ticked(form['riskInfoGiven']),
    thirdPartyPresent: ticked(form['thirdPartyPresent']),
    urgent: ticked(form['urgent']),
    privateSpace: yesOrNo(form['privateSpace']),
    knowsWhomToContact: yesOrNo(form['knowsWhomToContact']),
    ...Object.fromEntries(scales.map((name) => [name, number(form[name])])),
    ...(form['facts'] !== undefined && { facts: group(form['facts']) }),
    followUp,
  };
}

const scales = ['likelihoodBefore', 'likelihoodAfter', 'knowledgeBefore', 'knowledgeAfter', 'satisfaction'];

/** A follow-up is wanted when a day was chosen: in so many days, or one by date. */
export function followUpInput(form: Fields, today: string): Record<string, unknown> | undefined {
  const when = form['in'];
  if (typeof when !== 'string' || when === '') return undefined;
  const days = parseWholeNumber(when);
  const dueOn =
    when === 'date' ? (dayInput(form['dueOn']) ?? '') : days === undefined ? when : addDays(today, days);
  return { dueOn, way: form['way'], note: form['note'], assignedTo: form['assignedTo'] };
}

/** Three typed numbers in a calendar as an ISO day; undefined when nothing was typed, the text itself when it is no day. */
export function dayInput(field: Field): string | undefined {
  if (typeof field === 'string') return field;
  const { day, month, year, calendar } = group(field);
  if (day === undefined && month === undefined && year === undefined) return undefined;
  const name = calendars.find((known) => known === calendar) ?? 'gregory';
  const parts = { day: number(day), month: number(month), year: number(year) };
  if (typeof parts.day !== 'number' || typeof parts.month !== 'number' || typeof parts.year !== 'number')
    return 'not a day';
  return toIsoDay(name, { day: parts.day, month: parts.month, year: parts.year }) ?? 'not a day';
}

/** An ISO day as the three numbers of a date field. */
export function dayParts(isoDay: string, calendar: CalendarName) {
  const { day, month, year } = fromIsoDay(isoDay, calendar);
  return { day: String(day), month: String(month), year: String(year), calendar };
}

const list = (field: Field): Field[] => (field === undefined ? [] : Array.isArray(field) ? field : [field]);
const group = (field: Field): Fields => (typeof field === 'object' && !Array.isArray(field) ? field : {});
const ticked = (field: Field): boolean => field === 'yes';
const yesOrNo = (field: Field): boolean | undefined =>
  field === 'yes' ? true : field === 'no' ? false : undefined;

function number(field: Field): Field | number {
  return typeof field === 'string' ? (parseWholeNumber(field) ?? field) : field;
}
