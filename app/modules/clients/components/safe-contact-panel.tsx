import { formatTime, formatWeekday } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { joinWords } from '../join-words.ts';
import type { ClientPhone, Reach, SafeContact } from '../safe-contact.ts';

interface SafeContactPanelProps {
  clientId: string;
  safe: SafeContact;
  reach: { phone: Reach; message: Reach; email: Reach };
  mayEdit: boolean;
}

/** How to reach the person without harm, above everything else: read before any number is dialled. */
export function SafeContactPanel({ clientId, safe, reach, mayEdit }: SafeContactPanelProps) {
  const t = useText('clients');
  return (
    <section className="safe-panel" aria-labelledby="safe-title">
      <header>
        <h2 id="safe-title">
          <Icon name="shield" /> {t('safe.title')}
        </h2>
        {mayEdit && (
          <LinkButton size="small" icon="edit" to={`/staff/people/${clientId}/safe-contact`}>
            {t('safe.edit')}
          </LinkButton>
        )}
      </header>
      {safe.contactWarning && (
        <p className="safe-warning">
          <Icon name="attention" /> <span dir="auto">{safe.contactWarning}</span>
        </p>
      )}
      <ul className="safe-ways">
        <WayLine way="phone" reach={reach.phone} />
        <WayLine way="message" reach={reach.message} />
        {(safe.email || reach.email.allowed) && <WayLine way="email" reach={reach.email} />}
      </ul>
      {safe.phones.length > 0 && (
        <ul className="safe-lines">
          {safe.phones.map((phone) => (
            <PhoneLine key={phone.number} phone={phone} mayCallNow={reach.phone.phones.includes(phone)} />
          ))}
        </ul>
      )}
      {safe.messageApp && (
        <p>
          {t('label.messageApp')}: <Bdi>{safe.messageApp.app}</Bdi>{' '}
          {safe.messageApp.name && <Bdi>{safe.messageApp.name}</Bdi>}
        </p>
      )}
      {safe.email && (
        <p>
          {t('common:term.email')}: <Bdi ltr>{safe.email.address}</Bdi>{' '}
          <Badge tone={safe.email.safe ? 'success' : 'danger'}>
            {safe.email.safe ? t('safe.email-safe') : t('safe.email-not-safe')}
          </Badge>
        </p>
      )}
    </section>
  );
}

function WayLine({ way, reach }: { way: 'phone' | 'message' | 'email'; reach: Reach }) {
  const t = useText('clients');
  return (
    <li data-allowed={reach.allowed}>
      <Icon name={reach.allowed ? 'success' : 'danger'} />
      <span>
        <strong>{t(`safe.${way}.${reach.allowed ? 'yes' : 'no'}`)}</strong>
        {reach.reasons.length > 0 && (
          <span className="safe-why"> {reach.reasons.map((reason) => t(`reach.${reason}`)).join(' ')}</span>
        )}
      </span>
    </li>
  );
}

function PhoneLine({ phone, mayCallNow }: { phone: ClientPhone; mayCallNow: boolean }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const hour = (time: string) => formatTime(new Date(`2023-01-01T${time}:00Z`), { language });
  const named = phone.safeDays ?? [];
  const days = joinWords(
    language,
    (named.length < 7 ? named : []).map((day) => formatWeekday(`2023-01-0${day + 1}`, { language }, 'long')),
  );
  return (
    <li data-now={mayCallNow}>
      <span className="safe-number">
        {mayCallNow ? (
          <a href={`tel:${phone.digits.length > 9 ? `+${phone.digits}` : phone.digits}`}>
            <Bdi ltr>{phone.number}</Bdi>
          </a>
        ) : (
          <Bdi ltr>{phone.number}</Bdi>
        )}
      </span>{' '}
      <Badge tone={phone.owner === 'own' ? 'plain' : 'attention'}>{codes(`phoneOwner.${phone.owner}`)}</Badge>{' '}
      {phone.safeToCall ? (
        <Badge tone="success">{t('safe.may-call')}</Badge>
      ) : (
        <Badge tone="danger">{t('safe.never-call')}</Badge>
      )}{' '}
      {phone.safeToMessage ? (
        <Badge tone="success">{t('safe.may-message')}</Badge>
      ) : (
        <Badge tone="danger">{t('safe.never-message')}</Badge>
      )}
      {phone.safeFrom && phone.safeTo && (
        <p>{t('safe.hours', { from: hour(phone.safeFrom), to: hour(phone.safeTo) })}</p>
      )}
      {days && <p>{t('safe.days', { days })}</p>}
      {phone.safeWords && (
        <p>
          {t('safe.say')} <q dir="auto">{phone.safeWords}</q>
        </p>
      )}
      {phone.note && <p dir="auto">{phone.note}</p>}
    </li>
  );
}
