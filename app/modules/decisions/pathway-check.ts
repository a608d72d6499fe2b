import type { Citations } from './citations.ts';
import { allHold, type Answers, holds } from './decision.ts';
import type { Check, Reason } from './decision-result.ts';
import { judgeSignals } from './judge-signals.ts';
import type { Pathway, Rules } from './ruleset.ts';

/**
 * Is there a lawful way? Meets all → green; something that can be had is missing → amber; none of the ways can be gone,
 * and all of them are known → red; no rules, or too little said → grey, never red.
 */
export function checkPathway(rules: Rules, answers: Answers, citations: Citations): Check {
  const signals = judgeSignals(rules, 'pathway', answers, citations);
  const found = judge(rules, answers, citations);
  return { name: 'pathway', colour: found.colour, reasons: [...found.reasons, ...signals] };
}

function judge(rules: Rules, answers: Answers, citations: Citations): Omit<Check, 'name'> {
  const { goal } = answers;
  if (goal === undefined || !answers.nationality || !answers.destination) return grey('not-answered');
  if (!rules.hasCorridor || !rules.covers.includes(goal)) return grey('no-rules');
  const forGoal = rules.pathways.filter((pathway) => pathway.goals.includes(goal));
  const judged = forGoal.map((pathway) => judgePathway(pathway, answers, citations));
  const open = judged.filter(({ isOpen }) => isOpen);
  if (open.length === 0) {
    const reasons = judged.flatMap((each) => each.reasons);
    return {
      colour: 'red',
      reasons: [...reasons, { code: 'no-way', level: 'stop', sources: [], pages: [] }],
    };
  }
  const chosen = open.find(({ id }) => id === answers.way);
  if (!chosen) {
    const ways = open.map(({ found }) => found);
    return {
      colour: answers.way === 'without_papers' ? 'amber' : 'grey',
      reasons: [...ways, unknown('choose-way')],
    };
  }
  const asked = chosen.reasons.filter(({ level }) => level === 'attention');
  const silent = chosen.reasons.filter(({ level }) => level === 'unknown');
  return {
    colour: asked.length > 0 ? 'amber' : silent.length > 0 ? 'grey' : 'green',
    reasons: [chosen.found, ...chosen.reasons],
  };
}

function judgePathway(pathway: Pathway, answers: Answers, citations: Citations) {
  const found: Reason = {
    code: `way-${pathway.id}`,
    level: 'good',
    sources: citations.cite(`way-${pathway.id}`, pathway.basis),
    pages: pathway.pages,
  };
  const reasons: Reason[] = [];
  let isOpen = true;
  for (const { id, when, met, obtainable, basis, pages } of pathway.requirements) {
    const isAsked = allHold(when, answers);
    if (isAsked === false) continue;
    const isMet = holds(met, answers);
    const sources = citations.cite(id, basis);
    const isBacked = sources.length > 0;
    if (isMet === true) reasons.push({ code: `${id}-met`, level: 'good', sources, pages: [] });
    else if (isAsked === undefined) reasons.push({ code: `${id}-unknown`, level: 'note', sources, pages });
    else if (isMet === undefined || !isBacked)
      reasons.push({ code: `${id}-unknown`, level: 'unknown', sources, pages });
    else {
      if (!obtainable) isOpen = false;
      reasons.push({ code: `${id}-missing`, level: 'attention', sources, pages });
    }
  }
  return { id: pathway.id, found, reasons, isOpen };
}

const unknown = (code: string): Reason => ({ code, level: 'unknown', sources: [], pages: [] });
const grey = (code: string): Omit<Check, 'name'> => ({ colour: 'grey', reasons: [unknown(code)] });
