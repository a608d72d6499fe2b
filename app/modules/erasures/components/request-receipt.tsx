import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import './request-receipt.css';

interface Props {
  words: readonly string[];
  digits: readonly string[];
  kind: string;
  due: string;
  /** Where the receipt is asked about, without the protocol. */
  address: string;
}

/** The paper that the person takes home. It names nobody, and is shown this once. */
export function RequestReceipt({ words, digits, kind, due, address }: Props) {
  const t = useText('erasures');
  return (
    <Card id="receipt" title={t('receipt.title')} tone="sand">
      <Notice tone="attention">{t('receipt.once')}</Notice>
      <p>{t('receipt.what', { kind: t(`kind.${kind}`), due })}</p>
      <p className="request-digits" dir="ltr" translate="no">
        {digits.join(' ')}
      </p>
      <ol className="request-words" dir="ltr" lang="en" translate="no">
        {words.map((word, at) => (
          // A word may come twice; its place is what it is known by.
          <li key={`${at}-${word}`}>{word}</li>
        ))}
      </ol>
      <p>
        {t('receipt.where')}{' '}
        <span dir="ltr" translate="no">
          {address}
        </span>
      </p>
    </Card>
  );
}
