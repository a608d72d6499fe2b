import type { ActorCentre } from '#platform/actor.ts';
import { clientLanguagesOf, languageName } from '#platform/code-lists/client-languages.ts';
import { codeLists } from '#platform/code-lists/code-lists.ts';
import { listCountries } from '#platform/code-lists/countries.ts';
import type { Web } from '#platform/web/web-context.ts';
import { csvEncodings } from './import-file.server.ts';

/** What the forms of an import offer, with names that only the server knows. */
export const importChoices = (web: Web, centre: ActorCentre) => ({
  languages: clientLanguagesOf(centre.country).map((value) => ({
    value,
    label: languageName(value, web.language),
  })),
  countries: listCountries(web.language, [centre.country]).map(({ code, name }) => ({
    value: code,
    label: name,
  })),
  encodings: [...csvEncodings],
  calendars: ['gregory', 'persian', 'islamic-umalqura', 'ethiopic'] as const,
  consentForms: [...codeLists.consentForm.codes],
  channels: [...codeLists.channel.codes],
  topics: [...codeLists.topic.codes],
  results: [...codeLists.counsellingResult.codes],
});
