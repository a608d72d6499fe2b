/** What pages of other modules show of the centre: its forms for the guided set-up, its tabs for the team's pages. */
export { mayUseCentre } from './may-use-centre.ts';
export { CentreProfileFields } from './components/centre-profile-fields.tsx';
export { DifferenceNotice } from './components/difference-notice.tsx';
export { SavedToast } from './components/saved-toast.tsx';
export { CentreTabs } from './components/centre-tabs.tsx';
export { LanguageFields } from './components/language-fields.tsx';
export { ServiceFields } from './components/service-fields.tsx';
export { SiteFields } from './components/site-fields.tsx';
export { SwitchFields } from './components/switch-fields.tsx';
export { differencesOf } from './form-difference.ts';
export { fillHours } from './fill-hours.ts';
export { offerOfForm, profileOfForm, siteOfForm } from './form-shapes.ts';
export { switchesFrom } from './centre-switches.ts';
export { switchesOfForm } from './switch-form.ts';
export { weekStartOf } from './week-start.ts';
export { hourSpans, type OpeningHours, type PublicCentre, type PublicSite } from './public-centre.ts';
