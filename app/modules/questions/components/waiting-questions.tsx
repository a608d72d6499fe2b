import { useText } from '#platform/web/page-texts.ts';
import { Notice } from '#ui/notice.tsx';

interface Props {
  waiting: number;
  overdue: number;
  /** False for whoever may know only how many there are. */
  mayOpen: boolean;
}

/** On the desk: that somebody without a name waits for an answer. Nothing where nobody does. */
export function WaitingQuestions({ waiting, overdue, mayOpen }: Props) {
  const t = useText('questions');
  if (waiting === 0) return null;
  const said = t('desk.waiting', { count: waiting });
  return (
    <Notice tone={overdue > 0 ? 'attention' : 'info'}>
      <p>
        {mayOpen ? <a href="/staff/questions">{said}</a> : said}
        {overdue > 0 && ` ${t('desk.overdue', { count: overdue })}`}
      </p>
    </Notice>
  );
}
