import { useState } from 'react';
import { useText } from '#platform/web/page-texts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { useField } from '#ui/form-state.ts';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { askedPurposes } from '../consent.ts';
import type { ConsentScript } from '../consent-script.server.ts';
import { scriptLanguageOf } from '../script-language.ts';
import { ConsentScriptPanel } from './consent-script.tsx';
import { Folded } from './folded.tsx';
import { codeOptions } from './options.ts';

const offeredForms = [
  'written_signature',
  'thumbprint',
  'verbal_witnessed',
  'audio',
  'guardian_plus_assent',
] as const;

interface ConsentFieldsProps {
  scripts: readonly ConsentScript[];
  /** What the person speaks, the preferred one first. */
  spoken: readonly string[];
  /** Languages to choose from, the centre's own first. */
  languages: readonly Option[];
  /** Which decisions are asked for; the five of a registration unless told. */
  purposes?: readonly string[];
  /** `consent.` in the registration form, nothing on the consent page. */
  prefix: 'consent.' | '';
  minor?: boolean;
}

/** The talk about consent: read the script, then decide point by point. Yes and no stand side by side, neither is preset. */
export function ConsentFields({
  scripts,
  spoken,
  languages,
  purposes = askedPurposes,
  prefix,
  minor,
}: ConsentFieldsProps) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const hydrated = useHydrated();
  const typed = useField(`${prefix}explainedIn`).typed;
  const [chosen, setChosen] = useState<string | undefined>(typed);
  const explainedIn = chosen ?? spoken[0] ?? languages[0]?.value ?? 'en';
  const script = scripts.find((each) => each.language === scriptLanguageOf([explainedIn]));
  const folded = new RegExp(`^${prefix.replace('.', '\\.')}(guardian|assent|bestInterest)$`);
  const unasked = new RegExp(`^${prefix.replace('.', '\\.')}reason$`);
  return (
    <Fieldset size="section" legend={t('consent.title')} hint={t('consent.hint')}>
      <div className="row-fields">
        <Select
          name={`${prefix}explainedIn`}
          label={t('consent.explained-in')}
          options={languages}
          value={explainedIn}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      </div>
      {hydrated
        ? script && <ConsentScriptPanel script={script} />
        : scripts.map((each) => (
            <details key={each.language} open={each === script}>
              <summary lang={each.language}>{each.ownName}</summary>
              <ConsentScriptPanel script={each} />
            </details>
          ))}
      <Checkbox
        name={`${prefix}explained`}
        value="all"
        label={t('consent.explained')}
        hint={t('consent.explained-hint')}
      />
      <div className="decisions">
        {purposes.map((purpose) => (
          <RadioGroup
            key={purpose}
            name={`${prefix}decisions.${purpose}`}
            legend={codes(`consentPurpose.${purpose}`)}
            hint={<ScriptQuestion script={script} purpose={purpose} />}
            options={[
              { value: 'given', label: t('consent.yes') },
              { value: 'refused', label: t('consent.no') },
              ...(purpose === 'service_and_record'
                ? [{ value: 'not_possible_vital_interest', label: t('consent.cannot-be-asked') }]
                : []),
            ]}
          />
        ))}
      </div>
      <RadioGroup
        name={`${prefix}form`}
        legend={t('consent.form')}
        hint={t('consent.form-hint')}
        options={codeOptions(codes, 'consentForm', offeredForms)}
      />
      <div className="row-fields">
        <TextField
          name={`${prefix}witness`}
          label={t('consent.witness')}
          maxLength={120}
          autoComplete="off"
          optional
        />
      </div>
      <Folded title={t('consent.child')} hint={t('consent.child-hint')} names={folded} open={minor}>
        <p className="script-line" lang={script?.language} dir={script?.dir}>
          {script?.child}
        </p>
        <div className="row-fields">
          <TextField
            name={`${prefix}guardian`}
            label={t('consent.guardian')}
            maxLength={120}
            autoComplete="off"
            optional
          />
          <Checkbox name={`${prefix}assent`} label={t('consent.assent')} />
        </div>
        <TextArea
          name={`${prefix}bestInterest`}
          label={t('consent.best-interest')}
          hint={t('consent.best-interest-hint')}
          rows={2}
          maxLength={1000}
          optional
        />
      </Folded>
      <Folded title={t('consent.unasked')} names={unasked}>
        <TextArea
          name={`${prefix}reason`}
          label={t('consent.reason')}
          hint={t('consent.reason-hint')}
          rows={2}
          maxLength={1000}
          optional
        />
      </Folded>
    </Fieldset>
  );
}

function ScriptQuestion({ script, purpose }: { script: ConsentScript | undefined; purpose: string }) {
  const question = script?.questions.find((each) => each.purpose === purpose);
  if (!script || !question) return null;
  return (
    <span className="script-line" lang={script.language} dir={script.dir}>
      {question.text}
    </span>
  );
}
