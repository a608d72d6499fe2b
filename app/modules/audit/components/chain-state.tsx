import { formatMoment } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { StaffNames } from './use-event-sentence.ts';

interface Finding {
  seq: number;
  kind: 'gap' | 'broken-link' | 'altered' | 'head' | 'signed' | 'signature';
}

interface ChainStateProps {
  state: {
    events: number;
    headCode?: string;
    publicKey: string;
    signed?: { seq: number; at: Date };
    lastCheck?: { at: Date; by: string | null; headSeq: number; findings: readonly Finding[] };
  };
  names: StaffNames;
  /** The action's answer, when somebody just asked for a check. */
  checked?: { ok: boolean; result?: { state: string; events: number; findings?: readonly Finding[] } };
  formKey: string;
  timeZone: string;
}

/** Whether the record is whole: where it ends, when it was last proven, and a button to prove it now. */
export function ChainState({ state, names, checked, formKey, timeZone }: ChainStateProps) {
  const t = useText('audit');
  const { language } = usePageTexts();
  const { lastCheck } = state;
  const broken = (lastCheck?.findings.length ?? 0) > 0;
  const result = checked?.ok ? checked.result : undefined;
  return (
    <Card
      id="chain"
      tone="sand"
      title={t('state.title')}
      aside={
        <PageForm formKey={formKey}>
          <SubmitButton size="small" tone="secondary" icon="shield">
            {t('state.check')}
          </SubmitButton>
        </PageForm>
      }
    >
      {result?.state === 'started' && <Notice live>{t('state.started', { count: result.events })}</Notice>}
      {result?.findings?.length === 0 && (
        <Notice tone="success" live>
          {t('state.justHeld', { count: result.events })}
        </Notice>
      )}
      {broken && (
        <Notice tone="danger" title={t('state.justBroken')} live>
          <ul>
            {lastCheck?.findings.map(({ seq, kind }) => (
              <li key={`${kind} ${seq}`}>{t(`state.place.${kind}`, { seq })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        {lastCheck
          ? t(broken ? 'state.broken' : 'state.held', {
              when: formatMoment(lastCheck.at, { language, timeZone }),
              seq: lastCheck.headSeq,
              places: t('state.places', { count: lastCheck.findings.length }),
            })
          : t('state.never')}{' '}
        {lastCheck &&
          `(${lastCheck.by ? t('state.by', { name: names[lastCheck.by]?.name ?? t('who.staff') }) : t('state.byHouse')})`}
      </p>
      {state.headCode && (
        <p>
          {t('state.head')}{' '}
          <strong className="number">
            <Bdi ltr>
              {state.events}:{state.headCode}
            </Bdi>
          </strong>
          <span className="field-hint"> {t('state.headHint')}</span>
        </p>
      )}
      <p>
        {state.signed &&
          `${t('state.signed', { when: formatMoment(state.signed.at, { language, timeZone }), seq: state.signed.seq })} `}
        {t('state.key')}{' '}
        <code className="audit-key">
          <Bdi ltr>{state.publicKey}</Bdi>
        </code>
        <span className="field-hint"> {t('state.keyHint')}</span>
      </p>
    </Card>
  );
}
