import { useText } from '#platform/web/page-texts.ts';

/** Why somebody was found or taken for another, in words. */
export function ReasonList({ reasons }: { reasons: readonly string[] }) {
  const t = useText('clients');
  if (reasons.length === 0) return null;
  return <span className="reasons">{reasons.map((reason) => t(`reason.${reason}`)).join(' · ')}</span>;
}
