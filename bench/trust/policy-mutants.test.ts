import { expect, test } from 'vitest';
import { composePolicy, type PermissionTable } from '#platform/policy/policy.ts';
import { askers, type ExpectedRow } from '../../checks/authorisation/expected-answers.ts';
import { policyMutants, saysPolicy } from './policy-mutants.ts';

const table: PermissionTable = { 'toy.look': { coordinator: ['centre'], volunteer: ['linked', 'own'] } };
const row = (standing: ExpectedRow['standing']): ExpectedRow => ({
  action: 'toy.look',
  standing,
  may: Object.fromEntries(askers.map((asker) => [asker, false])) as ExpectedRow['may'],
});

test('every slip is made once: added, taken away, widened, one relation less', () => {
  const made = policyMutants([table]).map(({ what }) => what);
  expect(new Set(made).size).toBe(made.length);
  expect(made.filter((what) => what.endsWith('added'))).toHaveLength(askers.length - 2);
  expect(made.filter((what) => what.includes('volunteer')).sort()).toEqual([
    'toy.look: volunteer taken away',
    'toy.look: volunteer widened to the centre',
    'toy.look: volunteer without linked',
    'toy.look: volunteer without own',
  ]);
  expect(made).toContain('toy.look: coordinator taken away');
});

test('each of them answers some question otherwise than the sound policy does', () => {
  const sound = composePolicy([table]);
  const standings = ['centre', 'linked', 'own'] as const;
  for (const { what, policy } of policyMutants([table])) {
    const differs = standings.some((standing) =>
      askers.some(
        (asker) => saysPolicy(policy, row(standing), asker) !== saysPolicy(sound, row(standing), asker),
      ),
    );
    expect([what, differs]).toEqual([what, true]);
  }
});

test('what stands behind the wall is refused whatever the policy says', () => {
  expect(saysPolicy(composePolicy([table]), row('other-centre'), 'coordinator')).toBe(false);
  expect(saysPolicy(composePolicy([table]), row('restricted'), 'coordinator')).toBe(false);
});
