import { useLoaderData } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { loader } from '../pages/team-member.page.tsx';
import { PersonFields } from './person-fields.tsx';

/** Corrects name, address, site and language of a colleague. */
export function MemberForm({ submitted }: { submitted?: { version?: number } }) {
  const t = useText('staff');
  const { key, member, sites } = useLoaderData<typeof loader>();
  return (
    <Card title={t('member.edit')} id="edit">
      <PageForm formKey={key} submitted={submitted}>
        <input type="hidden" name="version" value={submitted?.version ?? member.version} />
        <PersonFields values={member} sites={sites} />
        <div className="form-actions">
          <SubmitButton name="intent" value="edit">
            {t('common:action.save')}
          </SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}
