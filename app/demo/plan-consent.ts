import { type AskedPurpose, explainedPoints } from '#modules/clients/consent.ts';
import type { RegisterInput } from './plan-person.ts';
import type { SeededRandom } from './seeded-random.ts';

interface Talk {
  explainedIn: string;
  minor: boolean;
  day: string;
}

/** How one talk about consent went: most agree to most, some refuse, a few cannot be asked. */
export function planConsent(random: SeededRandom, { explainedIn, minor }: Talk): RegisterInput['consent'] {
  if (random.chance(0.012)) {
    return {
      explainedIn,
      explained: [],
      decisions: { service_and_record: 'not_possible_vital_interest' },
      reason: random.pick([
        'Brought in unwell and confused; needed a doctor before anything could be explained.',
        'Could not follow a conversation; a lone child was with the person.',
      ]),
    };
  }
  const refusals: Record<Exclude<AskedPurpose, 'service_and_record'>, number> = {
    contact_by_phone: 0.12,
    contact_by_message: 0.3,
    share_for_referral: 0.2,
    research_follow_up: 0.45,
  };
  const decisions: RegisterInput['consent']['decisions'] = { service_and_record: 'given' };
  for (const [purpose, refused] of Object.entries(refusals)) {
    decisions[purpose as AskedPurpose] = random.chance(refused) ? 'refused' : 'given';
  }
  const form = minor
    ? 'guardian_plus_assent'
    : random.weighted({
        verbal_witnessed: 46,
        written_signature: 32,
        thumbprint: 15,
        audio: 4,
        electronic_tick: 3,
      });
  return {
    explainedIn,
    form,
    explained: [...explainedPoints],
    decisions,
    ...(form === 'verbal_witnessed' && {
      witness: random.pick([
        'The interpreter on duty',
        'A colleague at the desk',
        'The neighbour who came along',
      ]),
    }),
    ...(minor && {
      guardian: random.pick(['Mother', 'Father', 'Uncle, by letter of the parents']),
      assent: true,
    }),
    ...(decisions.contact_by_phone === 'refused' &&
      random.chance(0.4) && { reason: 'Does not want calls at home.' }),
  };
}
