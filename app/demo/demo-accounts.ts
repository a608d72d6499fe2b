import type { StaffRole } from '#platform/actor.ts';

/** An invented colleague. The secrets stand in clear on purpose: a demo centre holds nothing worth hiding. */
export interface DemoAccount {
  /** How the seeding names this colleague. */
  id: string;
  name: string;
  email: string;
  passphrase: string;
  /** The seed of the one-time codes, base 32. */
  seed: string;
  roles: StaffRole[];
  language: 'en' | 'ar' | 'fa-AF';
  /** Place in the list of sites. */
  site: number;
}

const colleague = (
  id: string,
  name: string,
  role: StaffRole,
  language: DemoAccount['language'],
  site: number,
  seed: string,
): DemoAccount => ({
  id,
  name,
  email: `${id}@mehrdara.example`,
  passphrase: 'lanterns along the long road',
  seed,
  roles: [role],
  language,
  site,
});

/** Everybody who works in the demo centre; the first is its coordinator. */
export const demoStaff: readonly DemoAccount[] = [
  colleague('coordinator', 'Mahrukh Zarin', 'coordinator', 'en', 0, 'O2AZNWGP5S7QUR2EGHMIQ34XXJYS3VLH'),
  colleague('counsellor1', 'Sohrab Mengal', 'counsellor', 'en', 0, '74SLA6JSEBRSZHAXYPHKS3HRPLFEKERW'),
  colleague('counsellor2', 'زرمینه اورکزی', 'counsellor', 'fa-AF', 1, 'WYT3WEAHYUTIEFYPDUGRDJFXNBRAH7VM'),
  colleague('counsellor3', 'Tahmina Sikdar', 'counsellor', 'en', 0, 'VT4BQFHCS5SVHPPCXGNWT5Y5RTYBHXIT'),
  colleague('counsellor4', 'لبنى السمّان', 'counsellor', 'ar', 0, 'WDK22J22UWNTIDDSSVGSGVZOF7VTTEBE'),
  colleague('counsellor5', 'Gul Meena Tareen', 'counsellor', 'en', 1, '323HA22QGFEORRQPOQAPDELWMRHKGUYY'),
  colleague('counsellor6', 'Nosheen Baloch', 'counsellor', 'en', 2, 'QE6EXRGE57ZBK7DQJA3QPX4FE4YJ433Y'),
  colleague('reception1', 'Shafqat Lashari', 'receptionist', 'en', 0, 'ABYOGJPEBQ3B6SGMIHCZTO6LHENUI76E'),
  colleague('reception2', 'مرضیه پوپل', 'receptionist', 'fa-AF', 1, 'JU5CUJWTU6DF42VE6OZSY4RS776GAJCI'),
  colleague('data', 'Waqas Bhatti', 'data_officer', 'en', 0, 'T3HVZOGKVQZ5US4T2EGDX7IJ7ROK7TMY'),
  colleague(
    'protection',
    'Parveen Marwat',
    'data_protection_officer',
    'en',
    0,
    'SXBM4AT4KCWXFASJEDUEY3YYYPOVWWU4',
  ),
  colleague('volunteer', 'Danish Kakar', 'volunteer', 'en', 0, 'P7IPU23KVCN6AOFMTGGNPTEDCSWINMWZ'),
  colleague('caseworker', 'Rabia Khattak', 'caseworker', 'en', 0, 'IBGFEJHB4EVYUSC4HJ6CORWOU2JJGSFN'),
  colleague('hotline', 'Yusuf Rahmani', 'hotline_operator', 'en', 0, 'XSG62G2YAHQQQRCBFR6OR464UGSJAELM'),
  colleague('trainer', 'Naila Durrani', 'trainer', 'en', 0, 'QF2UZKJUTTROOC6R2OBW232RYRSCDKGC'),
  colleague('outreach', 'شکریه امیری', 'outreach_officer', 'fa-AF', 1, 'GIPOMW6UU2FQJDAX4NLDRSL7CKKM7HDS'),
  colleague('finance', 'Imran Soomro', 'finance_officer', 'en', 0, 'EVFC7S3CE4QYKRPFLFIUDUY4KUEUIXS4'),
];

export const demoReceptionists = demoStaff.filter(({ roles }) => roles.includes('receptionist'));

const otherPassphrase = 'lanterns by the river bend';

/**
 * The network around the demo centre: who administers it, and who works in the second, small centre. One counsellor
 * works in both, under one address, with a passphrase and codes for each.
 */
export const demoNetwork = {
  administrator: {
    ...colleague(
      'network',
      'Zubaida Rind',
      'network_administrator',
      'en',
      0,
      'QXMEIFF57TNNTIBBCPTDALMDDYG7OMKH',
    ),
  },
  coordinator: {
    ...colleague(
      'river-coordinator',
      'Firuza Nazarova',
      'coordinator',
      'en',
      0,
      'OXSZKAEL4KJ27FU6RQ6YI73EFX6P3JRR',
    ),
    email: 'coordinator@zarafrud.example',
    passphrase: otherPassphrase,
  },
  counsellor: {
    ...colleague(
      'river-counsellor',
      'Sohrab Mengal',
      'counsellor',
      'en',
      0,
      'X5V7EW3PKZRLFOC6M32GEEYHSU6FKCW3',
    ),
    email: 'counsellor1@mehrdara.example',
    passphrase: otherPassphrase,
  },
} satisfies Record<string, DemoAccount>;

/** The colleagues of the demo centre and of its network, with what they need to sign in. */
export const demoAccounts: readonly DemoAccount[] = [...demoStaff, ...Object.values(demoNetwork)];
