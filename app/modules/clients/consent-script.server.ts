import { directionOf, interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import type { Translators } from '#platform/language/translators.ts';
import { askedPurposes, scriptLanguages } from './consent.ts';

/** What is read aloud to the person, in one language: the very words of the printed form. */
export interface ConsentScript {
  language: string;
  ownName: string;
  dir: 'ltr' | 'rtl';
  opening: string;
  points: { title: string; text: string }[];
  questions: { purpose: string; title: string; text: string }[];
  child: string;
  check: string;
}

const points = ['purpose', 'use', 'retention', 'rights', 'withdrawal', 'refusal', 'limits'] as const;

/** The script in every language that it is written in. @param years after the last contact, the centre's setting */
export function consentScripts(
  translators: Translators,
  centreName: (language: string) => string,
  years: number,
): ConsentScript[] {
  return scriptLanguages.map((language) => {
    const t = translators.for(language, 'documents');
    const own = translators.for(language, 'consent');
    const registered = interfaceLanguage(language);
    const values = {
      centreName: centreName(language),
      years: t('years', { count: years, shown: formatNumber(years, registered) }),
    };
    return {
      language,
      ownName: registered.ownName,
      dir: directionOf(language),
      opening: own('opening'),
      points: points.map((point) => ({
        title: t(`consent-form.before.${point}.title`),
        text: t(`consent-form.before.${point}.text`, values),
      })),
      questions: askedPurposes.map((purpose) => ({
        purpose,
        title: t(`consent-form.questions.${purpose}.title`),
        text: t(`consent-form.questions.${purpose}.text`),
      })),
      child: own('child'),
      check: own('check'),
    };
  });
}
