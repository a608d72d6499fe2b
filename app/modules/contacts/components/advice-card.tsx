import type { GivenAdvice } from '#modules/advice/index.server.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ComboList } from '#ui/combo-list.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { GuideChoice } from '../guide-choices.server.ts';
import { fieldLabels } from './field-labels.ts';

export interface AdviceCardProps {
  advice: readonly GivenAdvice[];
  suggested: readonly GuideChoice[];
  guides: readonly GuideChoice[];
  /** The day of the conversation: facts are shown as they stood on it. */
  day: string;
  mayLink: boolean;
  mayUnlink: boolean;
  formKey: string;
  submitted: RefusedForm | undefined;
}

/** Which pages were shown, as they read then; those that fit the topics are one tap away. */
export function AdviceCard({
  advice,
  day,
  suggested,
  guides,
  mayLink,
  mayUnlink,
  formKey,
  submitted,
}: AdviceCardProps) {
  const t = useText('contacts');
  if (advice.length === 0 && !mayLink) return null;
  return (
    <Card id="advice" title={t('advice.title')}>
      {advice.length > 0 && (
        <ul className="plain-list">
          {advice.map((page) => (
            <li key={page.pageId} className="toolbar">
              <a
                href={`/staff/guides/${page.pageId}/versions/${page.version}?${new URLSearchParams({ language: page.language, on: day })}`}
                lang={page.language}
              >
                <bdi>{page.title}</bdi>
              </a>
              <Badge>{t('advice.version', { version: page.version })}</Badge>
              {page.isOlder && <Badge tone="attention">{t('advice.older')}</Badge>}
              {mayUnlink && (
                <PageForm labels={{}} formKey={`${formKey}-${page.slug}`} submitted={undefined}>
                  <input type="hidden" name="guideId" value={page.pageId} />
                  <Button
                    type="submit"
                    size="small"
                    aria-label={t('advice.remove-of', { title: page.title })}
                  >
                    {t('common:action.remove')}
                  </Button>
                </PageForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayLink && suggested.length > 0 && (
        <PageForm labels={{}} formKey={`${formKey}-suggested`} submitted={undefined}>
          <p>{t('advice.suggested')}</p>
          <p className="toolbar">
            {suggested.map((guide) => (
              <Button key={guide.id} type="submit" size="small" name="guideIds" value={guide.id}>
                {guide.title}
              </Button>
            ))}
          </p>
        </PageForm>
      )}
      {mayLink && guides.length > 0 && (
        <details>
          <summary>{t('advice.others')}</summary>
          <PageForm labels={fieldLabels(t)} formKey={formKey} submitted={submitted}>
            <ComboList
              name="guideIds"
              legend={t('form.guides')}
              options={guides.map(({ id, title, slug }) => ({ value: id, label: title, words: slug }))}
              words={{
                placeholder: t('form.type-two-letters'),
                nothing: t('form.no-guide'),
                remove: t('common:action.remove'),
              }}
            />
            <SubmitButton>{t('advice.link')}</SubmitButton>
          </PageForm>
        </details>
      )}
    </Card>
  );
}
