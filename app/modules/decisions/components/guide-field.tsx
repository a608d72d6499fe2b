import type { ReactNode } from 'react';
import { answerLists, answerSets, amountNames, aspects } from '../decision.ts';
import { type FieldName, isListField, isSetField } from '../guide-steps.ts';
import type { GuideView } from '../guide-view.server.ts';
import { noneMark } from '../read-answers.ts';
import type { DecideReading } from './decide-reading.ts';

interface Props {
  field: FieldName;
  view: GuideView;
  reading: DecideReading;
}

/** The question for one answer: choices to tap where there are few, native fields for the rest. */
export function GuideField({ field, view, reading }: Props) {
  const { t } = reading;
  const { answers } = view;
  const label = t(`ask.${field}`);
  if (field === 'hide') {
    return (
      <Group legend={t('ask.hide')} hint={t('hint.hide')}>
        <Choice
          type="checkbox"
          name="hide"
          value="yes"
          isChosen={answers.hide === 'yes'}
          text={t('answer.yes')}
        />
      </Group>
    );
  }
  if (isListField(field)) {
    const list: readonly string[] = answerLists[field];
    return (
      <Group legend={label}>
        {list.map((value) => (
          <Choice
            key={value}
            type="radio"
            name={field}
            value={value}
            isChosen={answers[field] === value}
            text={words(value)}
          />
        ))}
      </Group>
    );
  }
  if (isSetField(field)) {
    const list: readonly string[] = answerSets[field];
    const hint =
      field === 'signs' || field === 'flags' || field === 'prepared' ? t(`hint.${field}`) : undefined;
    return (
      <Boxes name={field} legend={label} hint={hint} codes={list} chosen={answers[field]} textOf={words} />
    );
  }
  if (field === 'documents') {
    return (
      <Boxes
        name="documents"
        legend={label}
        hint={t('hint.papers')}
        codes={view.papers}
        chosen={answers.documents}
        textOf={(code) => t(`paper.${code}`)}
      />
    );
  }
  if (field === 'nationality' || field === 'destination') {
    const others = field === 'destination' ? ['other', 'not_sure'] : ['other'];
    return (
      <Group legend={label}>
        {view.countries.map(({ code, name }) => (
          <Choice
            key={code}
            type="radio"
            name={field}
            value={code}
            isChosen={answers[field] === code}
            text={name}
          />
        ))}
        {others.map((code) => (
          <Choice
            key={code}
            type="radio"
            name={field}
            value={code}
            isChosen={answers[field] === code}
            text={t(`answer.${code}`)}
          />
        ))}
      </Group>
    );
  }
  if (field === 'currency') {
    return (
      <Group legend={label}>
        {view.currencies.map((code) => (
          <Choice
            key={code}
            type="radio"
            name="currency"
            value={code}
            isChosen={answers.currency === code}
            text={code}
          />
        ))}
      </Group>
    );
  }
  if (field === 'weights') return <Weights view={view} reading={reading} />;
  if (field === 'confidence') {
    return <Scale name="confidence" label={label} max={10} value={answers.confidence} open={t('open')} />;
  }
  return <Amount field={field} view={view} reading={reading} label={label} />;

  function words(value: string): string {
    const isPlain = value === 'yes' || value === 'no';
    return t(isPlain ? `answer.${value}` : `answer.${field}.${value}`);
  }
}

function Group({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint?: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint && <p className="soft">{hint}</p>}
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  isChosen: boolean;
  text: string;
}

function Choice({ type, name, value, isChosen, text }: ChoiceProps) {
  return (
    <label className="decide-choice">
      <input type={type} name={name} value={value} defaultChecked={isChosen} />
      <bdi>{text}</bdi>
    </label>
  );
}

interface BoxesProps {
  name: string;
  legend: string;
  hint: string | undefined;
  codes: readonly string[];
  chosen: readonly string[] | undefined;
  textOf: (code: string) => string;
}

/** Boxes that were shown and left empty mean "none of these"; the mark says that they were shown. */
function Boxes({ name, legend, hint, codes, chosen, textOf }: BoxesProps) {
  return (
    <Group legend={legend} hint={hint}>
      <input type="hidden" name={name} value={noneMark} />
      {codes.map((code) => (
        <Choice
          key={code}
          type="checkbox"
          name={name}
          value={code}
          isChosen={chosen?.includes(code) ?? false}
          text={textOf(code)}
        />
      ))}
    </Group>
  );
}

function Weights({ view, reading: { t } }: Omit<Props, 'field'>) {
  return (
    <Group legend={t('step.weights')} hint={t('hint.weights')}>
      {aspects.map((aspect) => (
        <Scale
          key={aspect}
          name={`w-${aspect}`}
          label={t(`aspect.${aspect}`)}
          max={5}
          value={view.answers.weights?.[aspect]}
          open={t('open')}
        />
      ))}
    </Group>
  );
}

function Scale({
  name,
  label,
  max,
  value,
  open,
}: {
  name: string;
  label: string;
  max: number;
  value?: number | undefined;
  open: string;
}) {
  return (
    <p className="decide-line">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value ?? ''}>
        <option value="">{open}</option>
        {Array.from({ length: max + 1 }, (_, number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </p>
  );
}

function Amount({ field, view, reading: { t }, label }: Props & { label: string }) {
  const error = view.errors[field];
  const isAmount = (amountNames as readonly string[]).includes(field);
  const said = (view.answers as Record<string, unknown>)[field];
  const hint = field === 'repay' ? t('hint.repay') : undefined;
  const about = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ');
  return (
    <p className="decide-line">
      <label htmlFor={field}>
        {label}
        {hint && (
          <span id={`${field}-hint`} className="soft">
            {hint}
          </span>
        )}
        {error && (
          <span id={`${field}-error`} className="decide-bad">
            {t(error)}
          </span>
        )}
      </label>
      <input
        id={field}
        name={field}
        dir="ltr"
        inputMode={isAmount ? 'decimal' : 'numeric'}
        maxLength={20}
        defaultValue={
          error ? view.typed[field] : typeof said === 'string' || typeof said === 'number' ? said : ''
        }
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
      />
    </p>
  );
}
