import type { Translate } from '#platform/language/translators.ts';
import { byHand, dataClasses, risks } from './assessment.ts';
import type { CoarseCount } from './coarse-count.ts';
import type { PaperRow, PaperWords } from './paper-words.ts';
import { safeguardFacts } from './safeguard-facts.server.ts';
import type { PrivacyImpact } from './queries/view-privacy-impact.query.server.ts';

/**
 * The assessment in words. It is put together on the server: so many words would be loaded with every other page of the
 * workspace too.
 */
export function privacyImpactPaper(
  now: PrivacyImpact,
  centre: { name: string; country: string; sites: string; day: string },
  words: PaperWords,
) {
  const { t, codes, staff } = words;
  const section = (name: string) => ({ title: t(`${name}.title`), text: t(`${name}.text`) });
  const coarse = (count: CoarseCount) => coarseText(count, t);
  return {
    title: t('title'),
    note: t('note', { day: centre.day }),
    print: t('print'),
    nature: {
      ...section('nature'),
      facts: [
        [t('nature.centre'), centre.name],
        [t('nature.country'), centre.country],
        [t('nature.sites'), centre.sites],
        [t('nature.people'), coarse(now.people)],
      ] as const,
    },
    purposes: {
      ...section('purposes'),
      caption: t('purposes.caption'),
      heads: ['class', 'why', 'ground', 'who'].map((head) => t(`purposes.${head}`)),
      rows: dataClasses.map(
        ({ code, ground, special }): PaperRow => [
          code,
          t(`data.${code}.what`),
          t(`data.${code}.why`),
          t(`ground.${ground}`) + (special ? `. ${t('ground.special')}` : ''),
          t(`data.${code}.who`),
        ],
      ),
    },
    consents: {
      ...section('consents'),
      facts: now.consents.map(
        ({ purpose, agreed }) => [codes(`consentPurpose.${purpose}`), coarse(agreed)] as const,
      ),
    },
    kept: section('kept'),
    safeguards: { ...section('safeguards'), facts: safeguardFacts(now, words) },
    roles: {
      ...section('roles'),
      facts: now.roles.map(
        ({ role, n }) => [staff(`role.${role}.name`), t('roles.holders', { count: n })] as const,
      ),
    },
    risks: {
      ...section('risks'),
      caption: t('risks.caption'),
      heads: ['risk', 'measure', 'rest'].map((head) => t(`risks.${head}`)),
      rows: risks.map(
        (risk): PaperRow => [risk, t(`risk.${risk}.what`), t(`risk.${risk}.measure`), t(`risk.${risk}.rest`)],
      ),
    },
    hand: { ...section('hand'), lines: byHand.map((line) => t(`hand.${line}`)), sign: t('hand.sign') },
  };
}

function coarseText(count: CoarseCount, t: Translate): string {
  if (count.kind === 'none') return t('coarse.none');
  return count.kind === 'few'
    ? t('coarse.few', { below: count.below })
    : t('coarse.at-least', { n: count.n });
}
