import { useText } from '#platform/web/page-texts.ts';
import { ownDigits } from '../own-digits.ts';

interface Props {
  words: readonly string[];
  digits: readonly string[];
  way: string;
  language: string;
  answerDays: number;
}

/** The receipt, large and plain: to be written down, to be printed, never to be sent again. */
export function AskReceipt({ words, digits, way, language, answerDays }: Props) {
  const t = useText('ask');
  const own = ownDigits(digits.join(' '), language);
  return (
    <>
      <h1>{t('receipt.heading')}</h1>
      <p className="ask-lead">{t('receipt.keep')}</p>
      <section className="card ask-receipt">
        <h2>{t('receipt.words')}</h2>
        <ol dir="ltr" lang="en" translate="no">
          {words.map((word, at) => (
            // A word may come twice; its place is what it is known by.
            <li key={`${at}-${word}`}>{word}</li>
          ))}
        </ol>
        <h2>{t('receipt.digits')}</h2>
        <p className="ask-digits" dir="ltr" translate="no">
          {digits.join(' ')}
        </p>
        {own && (
          <p className="ask-digits" dir="ltr" translate="no">
            {own}
          </p>
        )}
        <p className="soft">{t('receipt.either')}</p>
      </section>
      <ul className="ask-rules">
        <li>{t('receipt.when', { count: answerDays })}</li>
        {(way === 'email' || way === 'call') && <li>{t(`receipt.${way}`)}</li>}
        <li>{t('receipt.where')}</li>
      </ul>
    </>
  );
}
