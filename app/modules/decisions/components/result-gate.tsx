import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';
import { HelpLinks } from './result-help.tsx';

interface Props {
  gate: 'emergency' | 'child';
  view: ResultView;
  reading: DecideReading;
}

/** Nothing else counts now: what to do, and whom to call. */
export function ResultGate({ gate, view, reading }: Props) {
  const { t } = reading;
  return (
    <div className="decide-warning decide-gate" role="alert">
      <h2>{t(`gate.${gate}`)}</h2>
      <p>{t(`gate.${gate}Text`)}</p>
      {gate === 'emergency' && <p>{t('gate.emergencySafe')}</p>}
      <HelpLinks view={view} reading={reading} />
    </div>
  );
}
