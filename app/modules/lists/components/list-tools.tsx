import { Link } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { lists } from '../list.ts';
import type { ListFrame } from '../load-list-frame.server.ts';
import { ListKeys } from './list-keys.tsx';
import './lists.css';

interface ListToolsProps {
  frame: ListFrame;
  mayExport: boolean;
}

/** Above a list: the filters that were kept, and what else can be done with it. */
export function ListTools({ frame, mayExport }: ListToolsProps) {
  const t = useText('lists');
  const hydrated = useHydrated();
  const { list, views, query } = frame;
  const tail = query === '' ? '' : `?${query}`;
  return (
    <div className="list-tools">
      {views.length > 0 && (
        <nav aria-label={t('views.label')} className="list-views">
          {views.map((view) => (
            <Link
              key={view.id}
              to={view.to}
              className="list-view"
              aria-current={new URLSearchParams(view.filter).toString() === query ? 'page' : undefined}
            >
              <Bdi>{view.name}</Bdi>
            </Link>
          ))}
        </nav>
      )}
      <div className="toolbar">
        <LinkButton size="small" to={`/staff/lists/${list}${tail}`}>
          {t('tools.arrange')}
        </LinkButton>
        {mayExport && (
          <LinkButton size="small" to={`${lists[list].to}/export${tail}`} icon="file">
            {t('tools.export')}
          </LinkButton>
        )}
        {hydrated && (
          <Button type="button" tone="secondary" size="small" icon="print" onClick={() => window.print()}>
            {t('tools.print')}
          </Button>
        )}
        <ListKeys />
      </div>
    </div>
  );
}

/** The head of a printed list: whose it is, what was asked, who printed it and when. Paper only. `part`: the list goes on. */
export function PrintHead({ frame, part }: { frame: ListFrame; part: boolean }) {
  const t = useText('lists');
  const { printed, inWords } = frame;
  return (
    <div className="print-head">
      <strong>
        <Bdi>{printed.centre}</Bdi>
      </strong>
      <span>{inWords.length > 0 ? inWords.join(' · ') : t('print.all')}</span>
      <span>
        {t('print.by', { who: printed.who, at: printed.at })} {part && t('print.part')}
      </span>
    </div>
  );
}
