import type { ClientPhone } from './safe-contact.ts';

/**
 * The phones as the stricter of all that was said of each number: what one file calls unsafe stays unsafe, hours are
 * those in which both allow a call, and whoever else may answer stays named.
 * @param said every phone of both files
 */
export function strictPhones(phones: readonly ClientPhone[], said: readonly ClientPhone[]): ClientPhone[] {
  const once = [...new Map(phones.map((phone) => [phone.digits, phone])).values()];
  return once.map((phone) => said.filter(({ digits }) => digits === phone.digits).reduce(stricter, phone));
}

/** From the one who says least about who else may answer to the one who says most. */
const owners = ['own', 'unknown', 'prefer_not_to_say', 'family', 'shared', 'employer'];

function stricter(one: ClientPhone, other: ClientPhone): ClientPhone {
  const hours = bothHours(one, other);
  const days = bothDays(one.safeDays, other.safeDays);
  const never = hours === 'never' || days?.length === 0;
  const { safeFrom: _from, safeTo: _to, safeDays: _days, ...rest } = one;
  const safeWords = bothWords(one.safeWords, other.safeWords);
  const note = bothWords(one.note, other.note);
  return {
    ...rest,
    owner: owners.indexOf(other.owner) > owners.indexOf(one.owner) ? other.owner : one.owner,
    safeToCall: !never && one.safeToCall && other.safeToCall,
    safeToMessage: !never && one.safeToMessage && other.safeToMessage,
    ...(hours !== 'never' && hours),
    ...(days && days.length > 0 && { safeDays: days }),
    ...(safeWords && { safeWords }),
    ...(note && { note }),
  };
}

type Hours = Pick<ClientPhone, 'safeFrom' | 'safeTo'>;

/** The hours that both allow; `never` where they do not meet, or meet in a way that nobody could keep to. */
function bothHours(one: Hours, other: Hours): Hours | 'never' {
  const [a, b] = [hoursOf(one), hoursOf(other)];
  if (!a || !b) return a ?? b ?? {};
  if (a.safeFrom === b.safeFrom && a.safeTo === b.safeTo) return a;
  // Past midnight there would be two pieces, which a phone cannot hold.
  if (a.safeFrom > a.safeTo || b.safeFrom > b.safeTo) return 'never';
  const safeFrom = a.safeFrom > b.safeFrom ? a.safeFrom : b.safeFrom;
  const safeTo = a.safeTo < b.safeTo ? a.safeTo : b.safeTo;
  return safeFrom < safeTo ? { safeFrom, safeTo } : 'never';
}

const hoursOf = ({ safeFrom, safeTo }: Hours) =>
  safeFrom && safeTo && safeFrom !== safeTo ? { safeFrom, safeTo } : undefined;

function bothDays(one: number[] | undefined, other: number[] | undefined): number[] | undefined {
  if (!one?.length) return other?.length ? other : undefined;
  return other?.length ? one.filter((day) => other.includes(day)) : one;
}

export function bothWords(one: string | undefined, other: string | undefined): string | undefined {
  if (!one || !other || one.includes(other)) return one || other;
  return other.includes(one) ? other : `${one}\n${other}`;
}

/**
 * A file's own phones after the file it was merged into had changed: what was called unsafe meanwhile, or taken away,
 * is unsafe here too. It may have been said of this person.
 */
export function tightenedPhones(
  own: readonly ClientPhone[],
  merged: readonly ClientPhone[],
  now: readonly ClientPhone[],
): ClientPhone[] {
  return own.map((phone) => {
    const then = merged.find(({ digits }) => digits === phone.digits);
    if (!then) return phone;
    const present = now.find(({ digits }) => digits === phone.digits);
    if (!present) return { ...phone, safeToCall: false, safeToMessage: false };
    return JSON.stringify(present) === JSON.stringify(then) ? phone : stricter(phone, present);
  });
}
