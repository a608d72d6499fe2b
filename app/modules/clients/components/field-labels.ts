import { useMemo } from 'react';
import { useText } from '#platform/web/page-texts.ts';

/** What the fields of a person's form are called, for the lines of the error summary. */
export function useFieldLabels(): Record<string, string> {
  const t = useText('clients');
  const codes = useText('code-lists');
  return useMemo(() => {
    const labels: Record<string, string> = {
      names: t('form.names'),
      sex: t('form.sex'),
      birth: t('common:date.dateOfBirth'),
      languages: t('form.language'),
      stage: t('form.stage'),
      originCountry: t('form.origin'),
      destinations: t('form.destination'),
      purpose: t('form.purpose'),
      heardVia: t('form.heard-via'),
      dependants: t('label.dependants'),
      legalStatus: t('label.legalStatus'),
      'email.address': t('common:term.email'),
      'consent.form': t('consent.form'),
      'consent.decisions.service_and_record': codes('consentPurpose.service_and_record'),
    };
    for (let row = 0; row < 6; row += 1) {
      labels[`names[${row}].given`] = t('form.given');
      labels[`names[${row}].family`] = t('form.family');
      labels[`languages[${row}]`] = t('form.language');
      labels[`nationalities[${row}]`] = t('form.nationality');
      labels[`destinations[${row}]`] = t('form.destination');
      labels[`phones[${row}].number`] = t('form.phone');
      labels[`phones[${row}].safeTo`] = t('form.safe-to');
    }
    return labels;
  }, [t, codes]);
}
