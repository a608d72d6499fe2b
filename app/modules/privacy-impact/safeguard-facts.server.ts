import type { PaperWords } from './paper-words.ts';
import type { PrivacyImpact } from './queries/view-privacy-impact.query.server.ts';

/** What protects people here today, each with the proof that was last seen; what was never proven says so. */
export function safeguardFacts(
  now: PrivacyImpact,
  { t: all, moment }: Pick<PaperWords, 't' | 'moment'>,
): (readonly [string, string])[] {
  const t = (key: string, params?: Record<string, string | number>) => all(`safeguards.${key}`, params);
  const seen = (at: Date | null) => (at ? moment(at) : t('never'));
  const copies = (at: Date | null) => (now.isExternal ? t('external') : seen(at));
  const { chain, doctor, opening } = now;
  const looked = doctor && { at: moment(doctor.at), danger: doctor.danger, attention: doctor.attention };
  return [
    [t('sealed'), t('sealed-text')],
    [t('opening'), opening.mode === 'automatic' ? t('automatic') : t('person', { count: opening.people })],
    [t('copy'), copies(now.lastCopy)],
    [t('proof'), copies(now.lastProof)],
    [
      t('chain'),
      chain ? t(chain.holds ? 'chain-holds' : 'chain-broken', { at: moment(chain.at) }) : t('never'),
    ],
    [t('doctor'), looked ? t('doctor-found', looked) : t('never')],
    [t('sign-in'), t('sign-in-text', { count: now.idleMinutes })],
    [t('provider'), now.provider ?? t('no-provider')],
    [t('numbers'), t('numbers-text', now.thresholds)],
    [t('merging'), t(now.secondPerson ? 'merging-two' : 'merging-one')],
    [t('tokens'), t('tokens-count', { count: now.tokens })],
    [t('webhooks'), t('webhooks-count', { count: now.webhooks })],
    [t('mail'), t(now.mail ? 'mail-on' : 'mail-off')],
  ];
}
