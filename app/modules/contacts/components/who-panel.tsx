import type { ReactNode } from 'react';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';

interface WhoPanelProps {
  who: 'client' | 'anonymous' | 'head_count';
  clients: readonly { id: string; name?: string; fileNo?: string; restricted?: boolean }[];
  arrival?: { ticketNo: number; urgent: boolean };
  /** Below the people: a way to add one more. */
  children?: ReactNode;
}

/** For whom the contact is: seen first, so that nothing is written on the wrong file. */
export function WhoPanel({ who, clients, arrival, children }: WhoPanelProps) {
  const t = useText('contacts');
  if (clients.length === 0) {
    return (
      <div className="toolbar">
        {arrival && (
          <Badge tone={arrival.urgent ? 'attention' : 'plain'}>
            {t('new.ticket', { number: arrival.ticketNo })}
          </Badge>
        )}
        <LinkButton size="small" icon="people" to="/staff/people">
          {t('new.choose-person')}
        </LinkButton>
        {who === 'anonymous' ? (
          <LinkButton size="small" to="/staff/contacts/new?who=head_count">
            {t('new.instead-head-count')}
          </LinkButton>
        ) : (
          <LinkButton size="small" to="/staff/contacts/new?who=anonymous">
            {t('new.instead-anonymous')}
          </LinkButton>
        )}
      </div>
    );
  }
  return (
    <Card
      tone="sand"
      id="who"
      title={t('new.with', { count: clients.length })}
      aside={arrival && <Badge>{t('new.ticket', { number: arrival.ticketNo })}</Badge>}
    >
      <ul className="plain-list">
        {clients.map((client) => (
          <li key={client.id}>
            <strong>
              <Bdi>{client.name}</Bdi>
            </strong>{' '}
            <span className="number">
              <Bdi ltr>{client.fileNo}</Bdi>
            </span>{' '}
            {client.restricted && <Badge tone="danger">{t('clients:restricted.badge')}</Badge>}
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
}
