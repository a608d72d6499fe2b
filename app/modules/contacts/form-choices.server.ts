import { languageName } from '#platform/code-lists/client-languages.ts';
import { listCountries } from '#platform/code-lists/countries.ts';
import type { StaffActor } from '#platform/actor.ts';
import { entryCalendars } from '#platform/language/calendar.ts';

/** Countries, spoken languages and calendars of the contact form, named in the reader's language. */
export function formChoices({ centre }: StaffActor, language: string) {
  return {
    countries: listCountries(language, [centre.country]).map(({ code, name }) => ({
      value: code,
      label: name,
    })),
    languages: centre.clientLanguages.map((code) => ({ value: code, label: languageName(code, language) })),
    calendars: entryCalendars({ language, country: centre.country }),
  };
}
