/** Search words differ by language, so nobody needs all of them. */
const optionalSections = ['code-lists:topicWords.'];

/** Is this text (`namespace:key`) one that a language may do without? */
export const isOptionalText = (key: string): boolean =>
  optionalSections.some((section) => key.startsWith(section));
