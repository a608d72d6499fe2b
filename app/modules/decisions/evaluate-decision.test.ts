import { describe, expect, test } from 'vitest';
import { type Answers, answerLists, answerSets, answersToKeep, aspects } from './decision.ts';
import type { Check } from './decision-result.ts';
import { starterFacts, testFact } from './decisions.testing.ts';
import { evaluateDecision } from './evaluate-decision.ts';
import { listRulesets } from './list-rulesets.server.ts';
import { chooseRules, mergeRulesets, type Ruleset, rulesetSchema } from './ruleset.ts';

const facts = starterFacts('general', 'pk-sa');
const rulesets = listRulesets();
const lookup = (code: string) => facts.get(code);
const evaluate = (answers: Answers, known = lookup) =>
  evaluateDecision(answers, chooseRules(rulesets, answers), known, '2026-04-02');
const colour = (answers: Answers, name: Check['name']) =>
  evaluate(answers).checks.find((check) => check.name === name)?.colour;

const plan: Answers = { nationality: 'PK', destination: 'SA', goal: 'earn' };
const goodOffer: Answers = {
  ...plan,
  way: 'promoter',
  offer: 'written',
  agency: 'on_list',
  permission: 'seen',
  contract: 'understood',
  visa: 'work',
  feeAsked: 'no',
};

/** The same row of numbers every time: a failing case can be run again. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function anyAnswers(seed: number): Answers {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]) => (next(4) === 0 ? undefined : list[next(list.length)]);
  const some = <T>(list: readonly T[]) => (next(4) === 0 ? undefined : list.filter(() => next(2) === 0));
  const amount = () => pick(['0', '1', '480', '1500', '4290', '999999999999', '0.01', '250000.5']);
  const drawn = {
    ...Object.fromEntries(Object.entries(answerLists).map(([name, list]) => [name, pick<string>(list)])),
    ...Object.fromEntries(Object.entries(answerSets).map(([name, list]) => [name, some<string>(list)])),
    danger: next(20) === 0 ? 'yes' : 'no',
    nationality: pick(['PK', 'BD', 'other']),
    destination: pick(['SA', 'DE', 'not_sure', 'other']),
    documents: some(['passport', 'national_id', 'contract', 'skills_certificate']),
    currency: pick(['PKR', 'SAR', 'USD']),
    ...Object.fromEntries(
      ['cost', 'wage', 'living', 'homeNeed', 'loan', 'repay'].map((name) => [name, amount()]),
    ),
    contractMonths: pick([1, 6, 24, 60]),
    weights: pick([{}, Object.fromEntries(aspects.map((aspect) => [aspect, next(6)]))]),
  };
  return Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)) as Answers;
}
const many = Array.from({ length: 1500 }, (_, seed) => anyAnswers(seed + 1));

describe('before anything else', () => {
  test('somebody in danger sees help and is asked nothing more', () => {
    const result = evaluate({ ...goodOffer, danger: 'yes', ageBand: 'under_18' });
    expect(result).toMatchObject({ gate: 'emergency', checks: [], options: [], steps: [] });
  });

  test('somebody under 18 is led to help for children', () => {
    expect(evaluate({ ...goodOffer, ageBand: 'under_18' }).gate).toBe('child');
    expect(evaluate({ ...goodOffer, ageBand: '18_24' }).gate).toBeUndefined();
  });

  test('one sign is looked at, two warn and offer a call', () => {
    const codes = (signs: Answers['signs']) => evaluate({ ...plan, signs }).warnings.map(({ code }) => code);
    expect(codes([])).toEqual([]);
    expect(codes(['debt'])).toEqual(['signs-one']);
    expect(codes(['debt', 'threats'])).toEqual(['signs-many']);
    expect(evaluate({ ...plan, signs: ['debt', 'threats'] }).steps[0]?.id).toBe('call-now');
  });
});

describe('the five checks', () => {
  test('nothing said is grey everywhere, and says what is not known', () => {
    const result = evaluate({});
    expect(result.checks.map((check) => check.colour)).toEqual(['grey', 'grey', 'grey', 'grey', 'grey']);
    expect(result.unknowns).toContain('not-answered');
  });

  test('a country that we have no rules for is grey, never red', () => {
    expect(colour({ ...plan, destination: 'DE' }, 'pathway')).toBe('grey');
    expect(colour({ ...plan, goal: 'study' }, 'pathway')).toBe('grey');
    expect(evaluate({ ...plan, destination: 'DE' }).unknowns).toContain('no-rules');
  });

  test('a way that is met in everything is green, and one thing to get makes it amber', () => {
    expect(colour(goodOffer, 'pathway')).toBe('green');
    expect(colour({ ...goodOffer, agency: 'not_checked' }, 'pathway')).toBe('amber');
    expect(colour({ ...goodOffer, work: 'listed_trade', documents: ['passport'] }, 'pathway')).toBe('amber');
    expect(colour({ ...goodOffer, work: 'listed_trade', documents: ['skills_certificate'] }, 'pathway')).toBe(
      'green',
    );
  });

  test('there is no way only where all ways are known and none can be gone', () => {
    const [general, pkSa] = [
      rulesets.find(({ id }) => id === 'general'),
      rulesets.find(({ id }) => id === 'pk-sa'),
    ];
    const closed: Ruleset = {
      ...(pkSa as Ruleset),
      pathways: (pkSa as Ruleset).pathways.map((way) => ({
        ...way,
        requirements: way.requirements.map((each) => ({ ...each, obtainable: false })),
      })),
    };
    const answers: Answers = { ...plan, contract: 'not_understood' };
    const judge = (known: typeof lookup) =>
      evaluateDecision(answers, mergeRulesets(general as Ruleset, closed), known, '2026-04-02').checks[0];
    expect(judge(lookup)).toMatchObject({ colour: 'red' });
    expect(judge(() => undefined)).toMatchObject({ colour: 'grey' });
  });

  test('papers: all there is green, some missing amber with their step, none known grey', () => {
    const { missing } = evaluate({ ...goodOffer, documents: ['passport'] });
    expect(missing.map(({ code }) => code)).toContain('national_id');
    expect(missing.map(({ code }) => code)).not.toContain('no_objection_letter');
    const all = [...missing.map(({ code }) => code), 'passport'];
    expect(colour({ ...goodOffer, documents: all }, 'documents')).toBe('green');
    expect(colour({ ...goodOffer, documents: [] }, 'documents')).toBe('amber');
    expect(colour(goodOffer, 'documents')).toBe('grey');
  });

  test('a fee, a visit visa for work, or no licence: each alone is red', () => {
    expect(colour(goodOffer, 'offer')).toBe('green');
    expect(colour({ ...goodOffer, feeAsked: 'yes' }, 'offer')).toBe('red');
    expect(colour({ ...goodOffer, visa: 'visit' }, 'offer')).toBe('red');
    expect(colour({ ...goodOffer, agency: 'not_on_list' }, 'offer')).toBe('red');
    expect(colour({ ...goodOffer, goal: 'family', visa: 'visit' }, 'offer')).not.toBe('red');
  });

  test('one warning sign of an offer is amber, two together are red', () => {
    expect(colour({ ...goodOffer, flags: ['hurry'] }, 'offer')).toBe('amber');
    expect(colour({ ...goodOffer, flags: ['hurry', 'parcel'] }, 'offer')).toBe('red');
  });

  test('who prepares nothing is prompted and never judged', () => {
    expect(colour({ ...plan, prepared: [] }, 'wellbeing')).toBe('amber');
    expect(colour({ ...plan, prepared: [...answerSets.prepared] }, 'wellbeing')).toBe('green');
    for (const answers of many) expect(colour(answers, 'wellbeing')).not.toBe('red');
  });
});

describe('money', () => {
  const sums: Answers = { ...plan, currency: 'SAR', wage: '1500', living: '500', homeNeed: '0' };

  test.each([
    ['3000', 3, 'green'],
    ['3000.01', 4, 'amber'],
    ['9000', 9, 'amber'],
    ['9000.01', 10, 'red'],
    ['0', 0, 'green'],
  ])('a cost of %s is paid back in %s months: %s', (cost, months, expected) => {
    const { checks, money } = evaluate({ ...sums, cost });
    expect(money?.paybackMonths).toBe(months);
    expect(checks.find(({ name }) => name === 'money')?.colour).toBe(expected);
  });

  test('where nothing is left over it is never paid back', () => {
    const { checks, money } = evaluate({ ...sums, cost: '100', homeNeed: '1000' });
    expect(money?.paybackMonths).toBeUndefined();
    expect(checks.find(({ name }) => name === 'money')?.colour).toBe('red');
  });

  test('what was not said keeps it from being green', () => {
    expect(colour({ ...plan, currency: 'SAR', wage: '1500', cost: '10' }, 'money')).toBe('amber');
    expect(colour({ ...plan, currency: 'SAR', wage: '1500' }, 'money')).toBe('grey');
    expect(colour({ ...plan, wage: '1500', cost: '10' }, 'money')).toBe('grey');
  });

  test('three cases: as promised, a fifth less, and less with two months unpaid and home after six', () => {
    const { money } = evaluate({ ...sums, cost: '2000', loan: '2000', repay: '2600' });
    // (1500 − 500) × 24 − 2000 − 600; (1200 − 500) × 24 − 2600; 1200 × 4 − 500 × 6 − 2600
    expect(money?.cases).toEqual([
      { id: 'promised', months: 24, balance: '21400' },
      { id: 'less', months: 24, balance: '14200' },
      { id: 'worst', months: 6, balance: '-800' },
    ]);
    expect(money?.interest).toBe('600');
    expect(money?.net).toBe('891.6666');
  });

  test('the contract is counted where it is shorter than two years', () => {
    const { money } = evaluate({ ...sums, cost: '0', contractMonths: 3 });
    expect(money?.cases.map(({ months }) => months)).toEqual([3, 3, 3]);
  });

  test('the survey stands beside it, with its source', () => {
    const { checks, sources } = evaluate(plan);
    const survey = checks.find(({ name }) => name === 'money')?.reasons.find(({ code }) => code === 'survey');
    expect(survey?.values).toEqual({ months: '8.9' });
    expect(sources.map(({ id }) => id)).toContain('pk-sa-payback-months');
  });
});

describe('whatever is said', () => {
  test('staying is among the options unless there is danger', () => {
    for (const answers of many) {
      const { gate, options } = evaluate(answers);
      if (gate) continue;
      expect(options.map(({ id }) => id).toSorted()).toEqual([
        'go',
        'other_way',
        'stay_and_train',
        'wait_and_save',
      ]);
    }
  });

  test('there are five checks, no broken number, and the same again for the same answers', () => {
    for (const answers of many) {
      const result = evaluate(answers);
      expect(result.checks.length).toBe(result.gate ? 0 : 5);
      expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity|null/);
      expect(evaluate(structuredClone(answers))).toEqual(result);
    }
  });

  test('every red reason rests on a source that is listed', () => {
    for (const answers of many) {
      const result = evaluate(answers);
      const listed = new Set(result.sources.map(({ id }) => id));
      const stops = [...result.checks.flatMap(({ reasons }) => reasons), ...result.warnings].filter(
        ({ level, code }) => level === 'stop' && code !== 'no-way',
      );
      for (const { sources } of stops) {
        expect(sources.length).toBeGreaterThan(0);
        for (const source of sources) expect(listed).toContain(source);
      }
    }
  });

  test('with no fact published nothing is red but what is plain caution or plain arithmetic', () => {
    for (const answers of many) {
      const { checks } = evaluate(answers, () => undefined);
      expect(checks.find(({ name }) => name === 'pathway')?.colour ?? 'grey').not.toBe('red');
    }
  });

  test('nationality and sex change nothing but what a cited rule says', () => {
    for (const answers of many) {
      const { sex: _, ...rest } = answers;
      const of = (sex: Answers['sex']) => {
        const {
          notNeeded,
          sources: _sources,
          factVersions: _versions,
          ...result
        } = evaluate({ ...rest, sex });
        return { result, notNeeded };
      };
      expect(of('female').result).toEqual(of('male').result);
      const more = of('female').notNeeded.filter(
        ({ code }) => !of('male').notNeeded.some((each) => each.code === code),
      );
      for (const rule of more) expect(rule.sources).toEqual(['pk-no-affidavit-women']);
      // Two countries of which the rules say nothing are the same country to them.
      expect(evaluate({ ...answers, nationality: 'BD' })).toEqual(
        evaluate({ ...answers, nationality: 'NP' }),
      );
    }
  });

  test('the order follows the weights, and without any there is none', () => {
    expect(evaluate(plan).isOrdered).toBe(false);
    const family = evaluate({ ...goodOffer, weights: { family: 5 } });
    expect(family.isOrdered).toBe(true);
    expect(family.options[0]?.strong).toEqual(['family']);
    expect(family.options.at(-1)?.id).toBe('go');
    const sure: Answers = {
      ...goodOffer,
      currency: 'SAR',
      wage: '1500',
      cost: '100',
      living: '100',
      homeNeed: '0',
    };
    expect(evaluate({ ...sure, weights: { income: 5 } }).options[0]?.id).toBe('go');
  });

  test('a red reason stays with the option however it is ordered', () => {
    const result = evaluate({ ...goodOffer, feeAsked: 'yes', weights: { income: 5 } });
    expect(result.options.find(({ id }) => id === 'go')?.alerts).toEqual(['fee-asked']);
  });

  test('a dispute between sources is among what we do not know', () => {
    const known = (code: string) =>
      code === 'pk-sa-payback-months'
        ? testFact(code, { value: '8.9', unit: 'months', conflicts: [{ code: 'x', note: 'They differ.' }] })
        : lookup(code);
    expect(evaluate(plan, known).unknowns).toContain('sources-differ');
  });
});

describe('what may be kept', () => {
  test('a thought of going without papers is not', () => {
    expect(answersToKeep({ ...plan, way: 'without_papers', hide: 'yes' })).toEqual(plan);
    expect(answersToKeep({ ...plan, way: 'direct' })).toEqual({ ...plan, way: 'direct' });
  });
});

describe('rulesets', () => {
  test('a rule without a basis does not load', () => {
    const bare = { id: 'xx', check: 'offer', level: 'stop', when: [], basis: {} };
    const given = { id: 'x-y', version: '2026.1', note: '', signals: [bare] };
    expect(rulesetSchema.safeParse(given).success).toBe(false);
    expect(
      rulesetSchema.safeParse({ ...given, signals: [{ ...bare, basis: { caution: true } }] }).success,
    ).toBe(true);
  });

  test('every fact that a ruleset cites is among the starter facts', () => {
    const cited = JSON.stringify(rulesets).matchAll(/"facts":\[([^\]]*)\]/g);
    for (const [, codes = ''] of cited)
      for (const code of codes.split(',').filter(Boolean))
        expect(facts.has(JSON.parse(code) as string)).toBe(true);
  });

  test('a condition names an answer that there is, with values that can be given', () => {
    for (const ruleset of rulesets) {
      const rules = [...ruleset.signals, ...ruleset.documents, ...ruleset.notNeeded, ...ruleset.questions];
      for (const { answer, in: values } of rules.flatMap(({ when }) => when)) {
        const known = { ...answerLists, ...answerSets }[
          answer as keyof typeof answerLists
        ] as readonly string[];
        for (const value of values) expect(known).toContain(value);
      }
    }
  });
});
