import { clientLanguagesOf, languageName, ownLanguageName } from '#platform/code-lists/client-languages.ts';
import { listCountries } from '#platform/code-lists/countries.ts';
import type { Option } from '#ui/option.ts';

/** Countries by name. Named on the server: browsers know some of them by other names. */
export const countryOptions = (reader: string): Option[] =>
  listCountries(reader).map(({ code, name }) => ({ value: code, label: name }));

/** Time zones in their continents, with the hours they are apart from UTC now. */
export function timeZoneOptions(now: Date): Option[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => {
    const [continent = '', ...place] = zone.split('/');
    const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(now)
      .find((part) => part.type === 'timeZoneName')
      ?.value.replace('GMT', 'UTC');
    const name = place.join(' / ').replaceAll('_', ' ') || zone;
    return {
      value: zone,
      label: `${name} (${offset ?? 'UTC'})`,
      group: place.length > 0 ? continent : 'UTC',
    };
  });
}

/** Languages that people speak here, those of the country first, by the reader's name for them and their own. */
export function spokenLanguageOptions(country: string | undefined, reader: string): Option[] {
  return clientLanguagesOf(country).map((code) => {
    const own = ownLanguageName(code);
    const name = languageName(code, reader);
    return { value: code, label: name, ...(own !== name && { hint: own }), words: `${own} ${code}` };
  });
}
