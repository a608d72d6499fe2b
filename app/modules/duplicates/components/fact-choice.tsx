import { useText } from '#platform/web/page-texts.ts';
import { Fieldset } from '#ui/fieldset.tsx';
import { useField, useWasRefused } from '#ui/form-state.ts';
import { Bdi } from '#ui/bdi.tsx';
import { FactLines } from './fact-lines.tsx';

export interface ComparedFact {
  field: string;
  label: string;
  kept: string[];
  other: string[];
  choices: ('kept' | 'other' | 'both')[];
  suggested?: 'kept' | 'other' | 'both';
  /** As it was proposed. */
  chosen?: 'kept' | 'other' | 'both';
}

interface FactChoiceProps {
  fact: ComparedFact;
  fileNo: { kept: string; other: string };
}

/** One fact in which two files differ: both sides, and which of them stands. */
export function FactChoice({ fact, fileNo }: FactChoiceProps) {
  const t = useText('duplicates');
  const name = `choices.${fact.field}`;
  const { id, typed, error } = useField(name);
  const refused = useWasRefused();
  const chosen = refused ? typed : fact.suggested;
  const bothHint = t(
    `compare.both-hint.${fact.field === 'names' || fact.field === 'phones' ? fact.field : 'other'}`,
  );
  return (
    <Fieldset
      id={id}
      legend={fact.label}
      error={error}
      hint={fact.field === 'phones' ? t('compare.strict-phones') : undefined}
    >
      <div className="fact-choices">
        {fact.choices.map((choice) => (
          <label className="choice fact-side" key={choice}>
            <input type="radio" name={name} value={choice} defaultChecked={choice === chosen} required />
            <span className="choice-text">
              {choice === 'both' ? (
                <>
                  <span>{t('compare.take-both')}</span>
                  <span className="choice-hint">{bothHint}</span>
                </>
              ) : (
                <>
                  <FactLines lines={fact[choice]} />
                  <span className="choice-hint">
                    <Bdi>{t(`compare.take-${choice}`, { fileNo: fileNo[choice] })}</Bdi>
                  </span>
                </>
              )}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
