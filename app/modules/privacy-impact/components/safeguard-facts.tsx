import { useText } from '#platform/web/page-texts.ts';
import { Facts } from '#ui/facts.tsx';

interface SafeguardFactsProps {
  /** Moments come as texts in the reader's calendar; null: never seen. */
  now: {
    opening: { mode: 'automatic' | 'person'; people: number };
    isExternal: boolean;
    lastCopy: string | null;
    lastProof: string | null;
    chain: { at: string | null; holds: boolean } | null;
    doctor: { at: string | null; danger: number; attention: number } | null;
    thresholds: { partners: number; everybody: number };
    idleMinutes: number;
    secondPerson: boolean;
    tokens: number;
    webhooks: number;
    mail: boolean;
    provider: string | null;
  };
}

/** What protects people here today, each with the proof that was last seen; what was never proven says so. */
export function SafeguardFacts({ now }: SafeguardFactsProps) {
  const t = useText('privacy-impact');
  const seen = (at: string | null) => (at ? t('safeguards.seen', { at }) : t('safeguards.never'));
  const copies = (at: string | null) => (now.isExternal ? t('safeguards.external') : seen(at));
  return (
    <Facts
      facts={[
        { label: t('safeguards.sealed'), value: t('safeguards.sealed-text') },
        {
          label: t('safeguards.opening'),
          value:
            now.opening.mode === 'automatic'
              ? t('safeguards.automatic')
              : t('safeguards.person', { count: now.opening.people }),
        },
        { label: t('safeguards.copy'), value: copies(now.lastCopy) },
        { label: t('safeguards.proof'), value: copies(now.lastProof) },
        {
          label: t('safeguards.chain'),
          value: now.chain
            ? t(now.chain.holds ? 'safeguards.chain-holds' : 'safeguards.chain-broken', {
                at: now.chain.at ?? '',
              })
            : t('safeguards.never'),
        },
        {
          label: t('safeguards.doctor'),
          value: now.doctor
            ? t('safeguards.doctor-found', {
                at: now.doctor.at ?? '',
                danger: now.doctor.danger,
                attention: now.doctor.attention,
              })
            : t('safeguards.never'),
        },
        { label: t('safeguards.sign-in'), value: t('safeguards.sign-in-text', { count: now.idleMinutes }) },
        {
          label: t('safeguards.provider'),
          value: now.provider ? <bdi>{now.provider}</bdi> : t('safeguards.no-provider'),
        },
        { label: t('safeguards.numbers'), value: t('safeguards.numbers-text', now.thresholds) },
        {
          label: t('safeguards.merging'),
          value: t(now.secondPerson ? 'safeguards.merging-two' : 'safeguards.merging-one'),
        },
        { label: t('safeguards.tokens'), value: t('safeguards.tokens-count', { count: now.tokens }) },
        { label: t('safeguards.webhooks'), value: t('safeguards.webhooks-count', { count: now.webhooks }) },
        { label: t('safeguards.mail'), value: t(now.mail ? 'safeguards.mail-on' : 'safeguards.mail-off') },
      ]}
    />
  );
}
