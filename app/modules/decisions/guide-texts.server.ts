import type { House } from '#platform/house.server.ts';
import type { Texts } from '#platform/language/translators.ts';

/**
 * The words of the guide in one language, to travel with a page of the workspace: the guide may be read there in the
 * person's language, of which the counsellor's browser has no texts.
 */
export const guideTexts = (house: House, language: string): Texts =>
  house.translators.subset(language, ['decide', 'guide-body']);
