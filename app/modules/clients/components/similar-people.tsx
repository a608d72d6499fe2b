import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { FoundClient } from '../queries/find-clients.query.server.ts';
import { PersonCompared } from './person-compared.tsx';
import { ReasonList } from './reason-list.tsx';

interface SimilarPeopleProps {
  found: readonly FoundClient[];
  /** Somebody alike is there whom the reader may not open. */
  hidden: boolean;
}

/** People who may be the one about to be registered, with the reasons; and the way on when it is nobody of them. */
export function SimilarPeople({ found, hidden }: SimilarPeopleProps) {
  const t = useText('clients');
  return (
    <section className="similar" aria-labelledby="similar-title">
      <h2 id="similar-title">{t('similar.title', { count: found.length })}</h2>
      <p>{t('similar.text')}</p>
      {hidden && (
        <Notice tone="attention" title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </Notice>
      )}
      <div className="compared">
        {found.map((person) => (
          <div key={person.id}>
            <PersonCompared person={person}>
              <ReasonList reasons={person.reasons} />
            </PersonCompared>
            <input type="hidden" name="duplicatesSeen" value={person.id} />
          </div>
        ))}
      </div>
      <div className="form-actions">
        <Button name="registerAnyway" value="yes" tone="secondary">
          {t('similar.register-anyway')}
        </Button>
      </div>
    </section>
  );
}
