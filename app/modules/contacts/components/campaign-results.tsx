import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { loader } from '../pages/campaign.page.tsx';

type Round = Awaited<ReturnType<typeof loader>>['results'][number];

/** What the calls of the last year say: reached, decisions (I-20), change in likelihood (I-17). */
export function CampaignResults({ rounds }: { rounds: readonly Round[] }) {
  const t = useText('contacts');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const whole = new Intl.NumberFormat(language);
  const tenth = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const line = (id: string, label: string, cell: (round: Round) => string) => ({
    id,
    label,
    cells: rounds.map(cell),
  });
  const decisions = rounds[0]?.decisions.map(({ code }) => code) ?? [];
  const rows = [
    line('ended', t('campaign.result.ended'), (round) => whole.format(round.ended)),
    line('reached', t('campaign.result.reached'), (round) => whole.format(round.reached)),
    ...decisions.map((code) =>
      line(code, codes(`decisionAfter.${code}`), (round) =>
        whole.format(round.decisions.find((decision) => decision.code === code)?.people ?? 0),
      ),
    ),
    line('not-told', t('campaign.result.not-told'), (round) => whole.format(round.notTold)),
    line('likelihood', t('campaign.result.likelihood'), ({ likelihood }) =>
      likelihood
        ? t('campaign.result.change', {
            before: tenth.format(likelihood.before),
            now: tenth.format(likelihood.now),
            change: signed.format(likelihood.change),
            people: whole.format(likelihood.people),
          })
        : '–',
    ),
    line('knows', t('campaign.result.knows'), ({ knowsWhom }) =>
      knowsWhom.asked === 0
        ? '–'
        : t('campaign.result.of', { yes: whole.format(knowsWhom.yes), asked: whole.format(knowsWhom.asked) }),
    ),
  ];
  return (
    <Card title={t('campaign.result.title')} id="results">
      <DataTable
        caption={t('campaign.result.caption')}
        columns={[
          { id: 'what', label: t('campaign.result.what'), cell: (row) => row.label },
          ...rounds.map(({ round }, index) => ({
            id: round,
            label: t(`campaign.round.${round}`),
            align: 'end' as const,
            cell: (row: (typeof rows)[number]) => row.cells[index],
          })),
        ]}
        rows={rows}
        rowId={(row) => row.id}
      />
    </Card>
  );
}
