/**
 * Each class of data with the ground it usually stands on (Regulation 2016/679, articles 6 and 9, and their like in other
 * laws). A proposal: the centre and its lawyer decide. `special`: what article 9 calls special categories may be in it.
 */
export const dataClasses = [
  { code: 'identity', ground: 'consent', special: false },
  { code: 'situation', ground: 'consent-explicit', special: true },
  { code: 'contacts', ground: 'consent-explicit', special: true },
  { code: 'anonymous', ground: 'none-needed', special: false },
  { code: 'proofs', ground: 'duty', special: false },
  { code: 'staff', ground: 'contract', special: false },
  { code: 'audit', ground: 'duty', special: false },
  { code: 'figures', ground: 'interest', special: false },
] as const;

/** What may go wrong for the people in the records, the worst first; each with its measure and what remains. */
export const risks = [
  'seizure',
  'insider',
  'intrusion',
  'contact',
  'figures',
  'authority',
  'loss',
  'forgotten',
  'programs',
] as const;

/** What no program can know. */
export const byHand = [
  'controller',
  'officer',
  'law',
  'necessity',
  'consulted',
  'sharing',
  'premises',
  'remaining',
  'review',
] as const;
