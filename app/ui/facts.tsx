import type { ReactNode } from 'react';

/** Names and values of one thing. Facts without a value are left out. */
export function Facts({ facts }: { facts: readonly { label: ReactNode; value: ReactNode; key?: string }[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== '' && value !== false)
        .map(({ label, value, key }, index) => (
          <FactPair key={key ?? index} label={label} value={value} />
        ))}
    </dl>
  );
}

function FactPair({ label, value }: { label: ReactNode; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
