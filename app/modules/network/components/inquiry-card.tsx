import { Link } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { inquiryAnswers } from '../network.ts';

interface InquiryCardProps {
  inquiry: {
    askId: string;
    key: string;
    at: string;
    agreed: string;
    askingCentre: string;
    askingCentreId: string;
    words: { reason: string; askedBy: string } | undefined;
    people: { id: string; name: string; fileNo: string }[];
    answer: 'known' | 'cannot_say' | null;
  };
  submitted: unknown;
}

/** Another centre asks about somebody of this one. */
export function InquiryCard({ inquiry, submitted }: InquiryCardProps) {
  const t = useText('network');
  const [only, ...more] = inquiry.people;
  return (
    <li className="grid gap-2">
      <p>
        <strong>
          <Bdi>{inquiry.askingCentre}</Bdi>
        </strong>{' '}
        <span className="field-hint">{inquiry.at}</span>
      </p>
      {inquiry.words && (
        <p>
          <Bdi>{inquiry.words.askedBy}</Bdi>: <Bdi>{inquiry.words.reason}</Bdi>
        </p>
      )}
      <p>
        {t('inquiry.about')}{' '}
        {inquiry.people.map((person) => (
          <Link key={person.id} to={`/staff/people/${person.id}`}>
            <Bdi>{person.name}</Bdi> · <Bdi ltr>{person.fileNo}</Bdi>
          </Link>
        ))}
      </p>
      <p className="field-hint">{t('inquiry.agreed', { day: inquiry.agreed })}</p>
      {inquiry.answer ? (
        <p className="toolbar">
          <Badge tone={inquiry.answer === 'known' ? 'success' : 'plain'}>
            {t(`inquiry.answered.${inquiry.answer}`)}
          </Badge>
          {inquiry.answer === 'known' && only && more.length === 0 && (
            <LinkButton size="small" to={`/staff/people/${only.id}/transfer?to=${inquiry.askingCentreId}`}>
              {t('inquiry.transfer')}
            </LinkButton>
          )}
        </p>
      ) : (
        <PageForm formKey={inquiry.key} submitted={submitted} action="?act=answer">
          <input type="hidden" name="askId" value={inquiry.askId} />
          <RadioGroup
            name="answer"
            legend={t('inquiry.legend')}
            options={inquiryAnswers.map((value) => ({
              value,
              label: t(`inquiry.answer.${value}`),
              hint: t(`inquiry.answer-hint.${value}`),
            }))}
            layout="rows"
          />
          <div className="form-actions">
            <SubmitButton>{t('inquiry.do')}</SubmitButton>
          </div>
        </PageForm>
      )}
    </li>
  );
}
