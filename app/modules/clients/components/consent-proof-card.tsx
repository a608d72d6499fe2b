import { formatDay } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { useField } from '#ui/form-state.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { SignedTalk } from '../consent-proof.ts';
import { Folded } from './folded.tsx';

interface ConsentProofCardProps {
  clientId: string;
  talks: readonly SignedTalk[];
  /** One for each talk, in the same order. */
  formKeys: readonly string[];
  may: { attach: boolean; open: boolean };
  /** A refused form and the decision it was about. */
  refused?: { consentId: string; submitted: unknown };
}

/** The papers that were signed: which of them are kept as a scan, and a place for each. */
export function ConsentProofCard({ clientId, talks, formKeys, may, refused }: ConsentProofCardProps) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  if (talks.length === 0) return null;
  const nameOf = ({ givenOn, form }: SignedTalk) =>
    t('proof.paper', { day: formatDay(givenOn, { language }, 'short'), form: codes(`consentForm.${form}`) });
  return (
    <Card id="papers" title={t('proof.title')}>
      <div className="form-stack">
        <ul className="decision-list">
          {talks.map((talk) => (
            <li key={talk.consentId}>
              <span>
                {nameOf(talk)}{' '}
                <Badge tone={talk.proof ? 'success' : 'plain'}>
                  {t(talk.proof ? 'proof.kept' : 'proof.not-kept')}
                </Badge>
              </span>{' '}
              {talk.proof && may.open && (
                <LinkButton
                  icon="file"
                  size="small"
                  to={`/staff/people/${clientId}/consent/${talk.proof.consentId}/proof`}
                  reloadDocument
                >
                  {t('proof.open')}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
        {may.attach &&
          talks.map((talk, at) => {
            const submitted = refused?.consentId === talk.consentId ? refused.submitted : undefined;
            return (
              <Folded
                key={talk.consentId}
                title={t(talk.proof ? 'proof.again' : 'proof.attach')}
                hint={talks.length > 1 ? nameOf(talk) : undefined}
                open={submitted !== undefined}
              >
                <PageForm
                  formKey={formKeys[at]}
                  submitted={submitted}
                  action={`?proof=${talk.consentId}`}
                  encType="multipart/form-data"
                  reloadDocument
                  within={talk.consentId}
                >
                  <ScanField at={at} />
                  <div className="form-actions">
                    <SubmitButton>{t('proof.save')}</SubmitButton>
                  </div>
                </PageForm>
              </Folded>
            );
          })}
      </div>
    </Card>
  );
}

/** One of several with the same name on the page; the refused one has the id that the summary of errors leads to. */
function ScanField({ at }: { at: number }) {
  const t = useText('clients');
  const { id: plainId, error } = useField('file');
  const id = error ? plainId : `${plainId}-${at}`;
  return (
    <Field id={id} label={t('proof.file')} hint={t('proof.file-hint')} error={error}>
      <input
        id={id}
        type="file"
        name="file"
        className="input"
        accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, true, error)}
      />
    </Field>
  );
}
