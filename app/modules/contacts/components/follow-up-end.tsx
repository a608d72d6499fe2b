import { Form } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { followUpOutcomes } from '../contact.ts';

interface FollowUpEndProps {
  followUp: { id: string; version: number; client: { id: string } };
  /** Of the form: what is sent twice is written once. */
  formKey: string;
}

/** How a follow-up ended, in one click where all went well, or when to try again. */
export function FollowUpEnd({ followUp, formKey }: FollowUpEndProps) {
  const t = useText('contacts');
  const hidden = (
    <>
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="followUpId" value={followUp.id} />
      <input type="hidden" name="version" value={followUp.version} />
    </>
  );
  const outcome = (name: (typeof followUpOutcomes)[number]) => (
    <Form method="post" key={name}>
      {hidden}
      <Button size="small" tone={name === 'reached' ? 'primary' : 'secondary'} name="outcome" value={name}>
        {t(`outcome.${name}`)}
      </Button>
    </Form>
  );
  return (
    <div className="follow-up-end">
      {outcome('reached')}
      <details>
        <summary>{t('follow-up.other-end')}</summary>
        <div className="toolbar">
          {followUpOutcomes.filter((name) => name !== 'reached').map(outcome)}
          <Form method="post">
            {hidden}
            <input type="hidden" name="do" value="move" />
            <Button size="small" tone="secondary" name="in" value="7">
              {t('follow-up.postpone')}
            </Button>
          </Form>
          <LinkButton size="small" to={`/staff/contacts/new?client=${followUp.client.id}`}>
            {t('follow-up.record')}
          </LinkButton>
        </div>
      </details>
    </div>
  );
}
