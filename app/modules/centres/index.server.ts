/** The centre itself, for other modules: its settings, what it uses of the lists, and the shapes of its rows. */
export { settingOf, type SettingName } from './centre-settings.ts';
export { findSwitchFault, type SwitchChoice, type Switches } from './centre-switches.ts';
export { centreSwitches } from './centre-switches.server.ts';
export {
  centreLanguagesSchema,
  centreProfileSchema,
  centreServicesSchema,
  newCentreSchema,
  newSiteSchema,
  type CentreProfile,
  type NewCentre,
  type NewSite,
} from './centre.schemas.ts';
export type { CentreTables, LocalText, OpeningHours } from './centre.tables.server.ts';
export { loadPublicCentre } from './load-public-centre.server.ts';
export { countryOptions, spokenLanguageOptions, timeZoneOptions } from './form-options.server.ts';
export { insertCentre } from './insert-centre.server.ts';
export { textIn } from './local-text.ts';
export { switchChoiceSchema } from './operations/set-centre-switches.server.ts';
export { guessPlace } from './place-guess.server.ts';
export { viewCentre } from './queries/view-centre.query.server.ts';
export { weekStartOf } from './week-start.ts';
