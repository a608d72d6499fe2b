import { useText } from '#platform/web/page-texts.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import type { Opening } from '../opening.ts';

interface OpeningFieldsProps {
  chosen?: Opening;
  /** Asked only once there are colleagues who could. */
  asksPeople?: boolean;
}

/** Who opens the house after a power cut, and what each answer means for those whose records these are. */
export function OpeningFields({ chosen, asksPeople = false }: OpeningFieldsProps) {
  const t = useText('sealing');
  const people = (['1', '2'] as const).map((value) => ({
    value,
    label: t(`people.${value}.label`),
    hint: t(`people.${value}.hint`),
  }));
  return (
    <>
      <RadioGroup
        name="mode"
        legend={t('mode.legend')}
        hint={t('mode.hint')}
        layout="rows"
        defaultValue={chosen?.mode}
        required
        options={(['person', 'automatic'] as const).map((value) => ({
          value,
          label: t(`mode.${value}.label`),
          hint: t(`mode.${value}.hint`),
        }))}
      />
      {asksPeople ? (
        <RadioGroup
          name="people"
          legend={t('people.legend')}
          layout="rows"
          defaultValue={String(chosen?.people ?? 1)}
          options={people}
        />
      ) : (
        <input type="hidden" name="people" value={String(chosen?.people ?? 1)} />
      )}
    </>
  );
}
