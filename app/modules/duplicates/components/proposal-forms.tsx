import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { SubmitButton } from '#ui/submit-button.tsx';

interface ProposalFormsProps {
  proposal: { id: string; mine: boolean; outdated: boolean };
  /** As the files are on this page. */
  versions: { survivor: number; merged: number };
  keys: { decide: string; close: string };
  submitted: unknown;
}

/** What the second person says to a proposal; whoever proposed it can only take it back. */
export function ProposalForms({ proposal, versions, keys, submitted }: ProposalFormsProps) {
  const t = useText('duplicates');
  return (
    <div className="merge-forms">
      {!proposal.mine && !proposal.outdated && (
        <PageForm formKey={keys.decide} submitted={submitted}>
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="mergeId" value={proposal.id} />
          <input type="hidden" name="survivorVersion" value={versions.survivor} />
          <input type="hidden" name="mergedVersion" value={versions.merged} />
          <SubmitButton>{t('compare.confirm')}</SubmitButton>
        </PageForm>
      )}
      <PageForm formKey={keys.close} submitted={proposal.mine || proposal.outdated ? submitted : undefined}>
        <input type="hidden" name="intent" value="decline" />
        <input type="hidden" name="mergeId" value={proposal.id} />
        <SubmitButton tone="secondary">
          {t(proposal.mine ? 'compare.take-back' : 'compare.decline')}
        </SubmitButton>
      </PageForm>
    </div>
  );
}
