import { usePageTexts, useText } from '#platform/web/page-texts.ts';

export interface EventOfSentence {
  actorKind: string;
  actorId: string | null;
  subjectId: string | null;
  action: string;
  result: 'done' | 'viewed' | 'refused';
}

export type StaffNames = Record<string, { name: string }>;

/** Who an event says did it, in words: a colleague's name, or what stands in for one. */
export function useEventActor(
  names: StaffNames,
): (event: Pick<EventOfSentence, 'actorKind' | 'actorId' | 'subjectId'>) => string {
  const t = useText('audit');
  return ({ actorKind, actorId, subjectId }) => {
    // Whoever signs in or joins has no session yet: the event is about the very person who did it.
    const id = actorId ?? (actorKind === 'public' || actorKind === 'setup' ? subjectId : null);
    return names[id ?? '']?.name ?? t(`who.${actorKind}`);
  };
}

/** The words for a part of a record or a purpose; what has none yet is shown as the program calls it. */
export function useKnownWord(): (list: 'part' | 'purpose', code: string) => string {
  const t = useText('audit');
  const { translators, language } = usePageTexts();
  return (list, code) => (translators.has(language, `audit:${list}.${code}`) ? t(`${list}.${code}`) : code);
}

/** The words for an action; an action that has none yet shows its name in the program. */
export function useActionName(): (action: string, form?: 'name' | 'did') => string {
  const t = useText('audit');
  const { translators, language } = usePageTexts();
  return (action, form = 'name') => {
    const key = `actions.${action}.${form}`;
    return translators.has(language, `audit:${key}`) ? t(key) : action;
  };
}

/** An event as a sentence: "Mina opened a file". */
export function useEventSentence(names: StaffNames): (event: EventOfSentence) => string {
  const t = useText('audit');
  const actor = useEventActor(names);
  const actionName = useActionName();
  return (event) =>
    t(`sentence.${event.result}`, {
      who: actor(event),
      did: actionName(event.action, 'did'),
      name: actionName(event.action),
    });
}
