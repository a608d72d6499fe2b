import { useText } from '#platform/web/page-texts.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';

export interface TransferNoteProps {
  latest: { id: string; standing: 'leaving' | 'gone' | 'came'; state: string; centre: string } | undefined;
}

/** On a person's page: their file is on the move, is elsewhere, or came from elsewhere and is to be confirmed. */
export function TransferNote({ latest }: TransferNoteProps) {
  const t = useText('transfers');
  if (!latest) return null;
  if (latest.standing === 'came' && latest.state !== 'active_at_receiver') return null;
  return (
    <Notice
      tone={latest.standing === 'leaving' ? 'info' : 'attention'}
      title={t(`note.${latest.standing}`, { centre: latest.centre })}
    >
      <p>{t(`note.${latest.standing}-text`)}</p>
      <p>
        <LinkButton size="small" to={`/staff/transfers/${latest.id}`}>
          {t('note.open')}
        </LinkButton>
      </p>
    </Notice>
  );
}
