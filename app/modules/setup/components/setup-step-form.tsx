import { Link, useLoaderData } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import {
  CentreProfileFields,
  LanguageFields,
  ServiceFields,
  SiteFields,
  SwitchFields,
  switchesFrom,
} from '#modules/centres/index.tsx';
import { OpeningFields } from '#modules/sealing/index.tsx';
import { PassphraseFields, SecondFactorFields } from '#modules/staff/index.tsx';
import { interfaceLanguages } from '#platform/language/interface-languages.ts';
import { Icon } from '#ui/icon.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { loader } from '../pages/setup.page.tsx';
import { stepBefore } from '../setup-draft.ts';
import { RecoveryStep } from './recovery-step.tsx';
import { SiteChooser } from './site-chooser.tsx';

type Values = Record<string, string | string[]>;

/** The form of the step one is at. */
export function SetupStepForm({ submitted }: { submitted?: object }) {
  const t = useText('setup');
  const { code, step, prepared } = useLoaderData<typeof loader>();
  const filled =
    submitted && 'filledAt' in submitted ? (submitted as { filledAt: string; values: Values }) : undefined;
  const before = stepBefore(step);
  if (step === 'recovery') return <RecoveryStep submitted={submitted} />;
  return (
    <>
      {step === 'sites' && <SiteChooser />}
      <PageForm
        // Another site, or hours that were filled in: the fields start anew.
        key={filled?.filledAt ?? `${step} ${prepared.siteAt}`}
        submitted={submitted}
        values={filled?.values}
        // A whole new document: the texts of another language come with it.
        reloadDocument={step === 'language'}
        preventScrollReset={filled !== undefined}
      >
        <StepFields />
        <div className="form-actions border-t border-line pt-5">
          <SubmitButton name="then" value="next" hint>
            {t('next')}
          </SubmitButton>
          {step === 'sites' && (
            <SubmitButton name="then" value="another" tone="secondary" icon="add">
              {t('sites.another')}
            </SubmitButton>
          )}
          {before && (
            <Link to={`/setup/${code}/${before}`} className="button ms-auto" data-tone="quiet">
              <Icon name="back" />
              {t('common:action.back')}
            </Link>
          )}
        </div>
      </PageForm>
    </>
  );
}

function StepFields() {
  const t = useText('setup');
  const { step, prepared } = useLoaderData<typeof loader>();
  switch (step) {
    case 'language':
      return (
        <RadioGroup
          name="language"
          legend={t('language.legend')}
          options={interfaceLanguages
            .filter(({ audience }) => audience === 'staff')
            .map(({ code, ownName }) => ({ value: code, label: ownName }))}
          defaultValue={prepared.language}
          layout="rows"
        />
      );
    case 'centre':
      return (
        <CentreProfileFields
          values={prepared.profile}
          countries={prepared.countries}
          timeZones={prepared.timeZones}
        />
      );
    case 'sites':
      return (
        <>
          {prepared.siteAt < prepared.sites.length && (
            <input type="hidden" name="at" value={prepared.siteAt} />
          )}
          {/* In which languages a site differs from the centre can be said once those are known. */}
          <SiteFields values={prepared.site} languages={[]} weekStart={prepared.weekStart} />
        </>
      );
    case 'languages':
      return (
        <>
          <LanguageFields values={prepared.languages} spoken={prepared.spoken} />
          <ServiceFields chosen={prepared.languages.services} />
        </>
      );
    case 'use':
      return <SwitchFields switches={switchesFrom(prepared.switches)} />;
    case 'coordinator':
      return (
        <>
          <TextField
            name="name"
            label={t('coordinator.name')}
            defaultValue={prepared.coordinator?.name}
            autoComplete="name"
            maxLength={120}
            required
          />
          <TextField
            name="email"
            type="email"
            label={t('coordinator.email')}
            hint={t('coordinator.email-hint')}
            defaultValue={prepared.coordinator?.email}
            autoComplete="username"
            maxLength={200}
            required
          />
          <PassphraseFields />
          {prepared.factor && <SecondFactorFields factor={prepared.factor} />}
        </>
      );
    case 'opening':
      return (
        <>
          <OpeningFields chosen={prepared.opening && { ...prepared.opening, people: 1 }} />
          <p className="m-0 text-ink-soft">{t('opening-later')}</p>
        </>
      );
    case 'recovery':
      return null;
  }
}
