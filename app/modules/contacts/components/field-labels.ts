import type { Translate } from '#platform/language/translators.ts';

/** What the summary of a refused form calls its fields. `t` of the `contacts` namespace. */
export const fieldLabels = (t: Translate): Record<string, string> => ({
  topics: t('form.topics'),
  corridorFrom: t('form.corridor-from'),
  corridorTo: t('form.corridor-to'),
  result: t('form.result'),
  stayOptionExplained: t('form.stay-explained'),
  channel: t('form.channel'),
  minutes: t('form.minutes'),
  language: t('form.language'),
  note: t('form.note'),
  occurredOn: t('form.occurred-on'),
  startedAt: t('form.started-at'),
  people: t('visitor.people'),
  'facts.district': t('visitor.district'),
  likelihoodBefore: t('form.likelihood-before'),
  likelihoodAfter: t('form.likelihood-after'),
  knowledgeBefore: t('form.knowledge-before'),
  knowledgeAfter: t('form.knowledge-after'),
  reason: t('correct.reason'),
  'followUp.dueOn': t('follow-up.date'),
  'followUp.way': t('follow-up.way'),
  'followUp.note': t('follow-up.note'),
  dueOn: t('follow-up.date'),
  way: t('follow-up.way'),
});
