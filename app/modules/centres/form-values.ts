import type { CentreView, SiteView } from './queries/view-centre.query.server.ts';
import { timeName, openingsPerDay } from './form-shapes.ts';
import { weekdays } from './opening-hours.ts';

type Values = Record<string, string | string[]>;

const localText = (name: string, text: Record<string, string>): Values =>
  Object.fromEntries(
    Object.entries(text)
      .filter(([, each]) => each)
      .map(([code, each]) => [`${name}.${code}`, each]),
  );

const withoutBlanks = (values: Record<string, string | string[] | null>): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string | string[]] => entry[1] !== null && entry[1] !== '',
    ),
  );

/** The saved centre as its form's fields, for comparing with what was typed. */
export const profileFormValues = (centre: CentreView): Values => ({
  ...localText('name', centre.name),
  ...localText('address', centre.address),
  ...withoutBlanks({
    context: centre.context,
    kind: centre.kind,
    country: centre.country,
    timeZone: centre.timeZone,
    calendar: centre.calendar,
    phone: centre.phone,
    email: centre.email,
    filePrefix: centre.filePrefix,
  }),
});

/** The saved site as its form's fields. */
export const siteFormValues = (site: SiteView): Values => ({
  ...localText('name', site.name),
  ...localText('address', site.address),
  ...withoutBlanks({
    type: site.type,
    phone: site.phone,
    languages: site.languages,
    addressHidden: site.addressHidden ? 'yes' : null,
    accessible: site.accessible === null ? null : site.accessible ? 'yes' : 'no',
  }),
  ...Object.fromEntries(
    weekdays.flatMap((day) => {
      const openings = site.hours.filter((each) => each.day === day);
      return openingsPerDay.flatMap((opening) => {
        const hours = openings[opening - 1];
        return hours
          ? [
              [timeName(day, 'from', opening), hours.from],
              [timeName(day, 'to', opening), hours.to],
            ]
          : [];
      });
    }),
  ),
});

/** Blank fields are no answers: they count as absent when forms are compared. */
export const typedAnswers = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => name !== '_key' && name !== 'fill' && value !== '' && value.length > 0,
    ),
  );
