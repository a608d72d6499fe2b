import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { NextStep, Step } from '../next-step.ts';

export interface NextStepCardProps {
  next: NextStep;
  pageId: string;
  version: number;
  /** Whose hands it must not come from. */
  author: string | undefined;
  isRisk: boolean;
  formKey: string;
  submitted: RefusedForm | undefined;
}

/** Where a step is a page of its own. */
const places: Partial<Record<Step, string>> = {
  write: 'edit',
  submit: 'submit',
  approve: 'check',
  publish: 'publish',
};

/** The one thing to do next, who may, and if not the asker, why. */
export function NextStepCard({
  next,
  pageId,
  version,
  author,
  isRisk,
  formKey,
  submitted,
}: NextStepCardProps) {
  const t = useText('guides');
  const { step, may } = next;
  if (step === 'none') return null;
  const place = places[step];
  const isAllowed = may === 'fine' || may === 'alone';
  return (
    <Notice tone={isAllowed ? 'attention' : 'info'} title={t(`next.${step}.title`)}>
      <p>{t(`next.${step}.text`)}</p>
      {may === 'role' && <p>{t('next.role')}</p>}
      {may === 'second-person' && (
        <p>
          {t(isRisk && step === 'publish' ? 'next.thirdPerson' : 'next.secondPerson')}{' '}
          {author && <Bdi>({author})</Bdi>}
        </p>
      )}
      {may === 'alone' && <p>{t('next.alone')}</p>}
      {isAllowed &&
        (place ? (
          <p className="mt-3">
            <LinkButton tone="primary" to={`/staff/guides/${pageId}/${place}`}>
              {t(`next.${step}.action`)}
            </LinkButton>
          </p>
        ) : (
          <PageForm action={`?do=${step}`} formKey={formKey} submitted={submitted}>
            <input type="hidden" name="version" value={version} />
            <div>
              <SubmitButton>{t(`next.${step}.action`)}</SubmitButton>
            </div>
          </PageForm>
        ))}
      {may === 'second-person' && step === 'approve' && place && (
        <p className="mt-3">
          <LinkButton to={`/staff/guides/${pageId}/${place}`}>{t('next.read')}</LinkButton>
        </p>
      )}
    </Notice>
  );
}
