import { Form } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { TextField } from '#ui/text-field.tsx';

interface AddPersonProps {
  clientIds: readonly string[];
  arrivalId?: string;
  /** What was looked for, and who was found; undefined before anything was looked for. */
  search?: { text: string; found: readonly { id: string; name: string; fileNo: string }[] };
}

/** A family or friends advised together: looks for one more person and adds them to this conversation. */
export function AddPerson({ clientIds, arrivalId, search }: AddPersonProps) {
  const t = useText('contacts');
  const addressWith = (id: string) =>
    `/staff/contacts/new?${new URLSearchParams([
      ...[...clientIds, id].map((each) => ['client', each]),
      ...(arrivalId ? [['arrival', arrivalId]] : []),
    ])}`;
  const others = search?.found.filter((person) => !clientIds.includes(person.id)) ?? [];
  return (
    <details className="fold" open={search !== undefined}>
      <summary>{t('together.title')}</summary>
      <div className="fold-body">
        <Form method="get" className="filter">
          {clientIds.map((id) => (
            <input key={id} type="hidden" name="client" value={id} />
          ))}
          {arrivalId && <input type="hidden" name="arrival" value={arrivalId} />}
          <TextField name="with" label={t('together.find')} defaultValue={search?.text} autoComplete="off" />
          <Button tone="secondary" icon="search">
            {t('common:action.search')}
          </Button>
        </Form>
        {search && others.length === 0 && <p>{t('together.nobody')}</p>}
        <ul className="plain-list">
          {others.map((person) => (
            <li key={person.id} className="item-head">
              <Bdi>{person.name}</Bdi> <Bdi ltr>{person.fileNo}</Bdi>
              <LinkButton size="small" icon="add" to={addressWith(person.id)}>
                {t('together.add')}
              </LinkButton>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
