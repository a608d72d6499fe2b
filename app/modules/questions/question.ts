import { parseDate } from '@internationalized/date';
import { type TopicGroup, topic } from '#platform/code-lists/topic-list.ts';
import { addDays } from '#platform/language/local-day.ts';

/** How the asker gets the answer. With each of them the receipt opens the thread too. */
export const questionWays = ['code', 'email', 'call'] as const;
export type QuestionWay = (typeof questionWays)[number];

export const questionStates = ['new', 'taken', 'asked_again', 'answered', 'closed'] as const;
export type QuestionState = (typeof questionStates)[number];
/** Somebody waits for us. */
export const waitingStates = ['new', 'taken', 'asked_again'] as const satisfies QuestionState[];
export const isWaiting = (state: QuestionState): boolean =>
  (waitingStates as readonly string[]).includes(state);

/** The lists of the inbox. */
export const inboxes = ['waiting', 'new', 'mine', 'answered', 'closed'] as const;

/** Why a question was put away without an answer. */
export const closeReasons = ['spam', 'abusive', 'out_of_reach', 'asked_twice'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** The big choices of the form, in the order of what cannot wait. */
export const askTopics = [
  'problem',
  'living_abroad',
  'before_migration',
  'travel',
  'return',
  'wellbeing',
  'crisis_information',
  'development',
  'centre',
] as const satisfies TopicGroup[];

/** Topics that an answer may be counted under, those of the asker's own choice first. */
export const topicsFor = (chosen: string): string[] => {
  const own = topic.codes.filter((code) => topic.group(code) === chosen);
  return [...own, ...topic.codes.filter((code) => !(own as string[]).includes(code))];
};

/** Lengths in characters, and how many messages one asker may send in one thread. */
export const questionLimits = { text: 2_000, answer: 6_000, line: 200, messages: 20, guides: 6 } as const;

/** Weekdays on which the centre works, Monday 1 to Sunday 7; where no hours are known, Monday to Friday. */
export function workingWeekdays(openDays: readonly number[]): ReadonlySet<number> {
  return new Set(openDays.length > 0 ? openDays.map((day) => (day === 0 ? 7 : day)) : [1, 2, 3, 4, 5]);
}

/** The last day on which an answer is still in time: so many working days after the day it was asked. */
export function answerDueOn(waitingSince: string, days: number, weekdays: ReadonlySet<number>): string {
  let day = waitingSince;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (weekdays.has(weekdayOf(day))) left -= 1;
  }
  return day;
}

const weekdayOf = (day: string): number => {
  const { year, month, day: date } = parseDate(day);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay() || 7;
};
