import type { Web } from '#platform/web/web-context.ts';
import {
  countryOptions,
  guessPlace,
  spokenLanguageOptions,
  timeZoneOptions,
} from '#modules/centres/index.server.ts';
import { weekStartOf } from '#modules/centres/index.tsx';
import { offerSecondFactor } from '#modules/staff/index.server.ts';
import { groupsToProve } from './recovery-key.server.ts';
import type { SetupDraft } from './setup-draft.ts';

/** What the steps' forms show: what was answered so far, sensible proposals, and named choices. No secret but the seed. */
export function prepareStep(web: Web, draft: SetupDraft, siteAt: number | undefined) {
  const guess = guessPlace();
  const { profile, sites = [], coordinator } = draft;
  const country = profile?.country ?? guess.country;
  const spoken = spokenLanguageOptions(country, web.language);
  const at = siteAt ?? 0;
  const [first, second] = groupsToProve(web.house.id);
  const factor =
    draft.seed === undefined ? undefined : offerSecondFactor(coordinator?.email ?? 'Serai', draft.seed);
  return {
    language: draft.language ?? web.language,
    profile: profile ?? { timeZone: guess.timeZone, country: guess.country },
    countries: countryOptions(web.language),
    timeZones: timeZoneOptions(web.house.clock.now()),
    sites: sites.map(({ name, type }) => ({ name, type })),
    site:
      sites[at] ??
      (at === 0
        ? { type: 'main' as const, phone: profile?.phone, address: profile?.address }
        : { type: 'branch' as const }),
    siteAt: Math.min(at, sites.length),
    weekStart: weekStartOf(country),
    spoken,
    languages: draft.languages ?? {
      defaultLanguage: draft.language ?? web.language,
      languages: [...new Set([draft.language ?? web.language, 'en'])],
      clientLanguages: spoken.slice(0, 3).map(({ value }) => value),
      services: ['information_desk', 'one_to_one_counselling'],
    },
    switches: (draft.switches ?? []).flatMap(({ list, off, required }) => [
      ...off.map((code) => ({ list, code, enabled: false, required: false })),
      ...required.map((code) => ({ list, code, enabled: true, required: true })),
    ]),
    coordinator: coordinator && { name: coordinator.name, email: coordinator.email },
    factor: factor && { address: factor.address, qr: factor.qr, groups: factor.groups },
    opening: draft.opening,
    sheetMade: draft.sheetMade ?? false,
    groups: [first + 1, second + 1] as const,
  };
}
