/** One ticked box sends a text, several a list, none nothing. */
export function asList(typed: unknown): string[] {
  if (Array.isArray(typed)) return typed.filter((each): each is string => typeof each === 'string');
  return typeof typed === 'string' && typed !== '' ? [typed] : [];
}
