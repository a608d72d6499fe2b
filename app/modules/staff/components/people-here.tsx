import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import type { DeskView } from '../desk-web.server.ts';

interface PeopleHereProps {
  desk: DeskView;
  /** On the page where one signs in, nobody has to be put aside first. */
  atDoor?: boolean;
}

/** Who else has a session at this shared computer; each button leads to that person's own locked screen. */
export function PeopleHere({ desk, atDoor = false }: PeopleHereProps) {
  const t = useText('staff');
  return (
    <section className="mt-6 grid gap-3" aria-labelledby="people-here">
      <h2 id="people-here" className="m-0 text-lg">
        {t('desk.title')}
      </h2>
      {desk.people.length > 0 ? (
        <form method="post" action="/staff/people-here" className="grid gap-2">
          {desk.people.map(({ sessionId, name }) => (
            <button
              key={sessionId}
              type="submit"
              name="sessionId"
              value={sessionId}
              className="button w-full"
              data-tone="secondary"
            >
              <Bdi>{name}</Bdi>
            </button>
          ))}
        </form>
      ) : (
        <p className="m-0 text-ink-soft">{t('desk.nobody')}</p>
      )}
      {!atDoor &&
        (desk.hasRoom ? (
          <form method="post" action="/staff/people-here">
            <button type="submit" name="part" value="new" className="button w-full" data-tone="secondary">
              {t('desk.new')}
            </button>
          </form>
        ) : (
          <p className="m-0 text-ink-soft">{t('desk.full')}</p>
        ))}
      <form method="post" action="/staff/people-here">
        <button type="submit" name="part" value="close" className="button w-full" data-tone="quiet">
          {t('desk.close')}
        </button>
      </form>
    </section>
  );
}
