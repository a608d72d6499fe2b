import { useText } from '#platform/web/page-texts.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { scopeKey } from '../scope-key.ts';

export interface TokenRow {
  id: string;
  name: string;
  scopes: string[];
  made: string;
  lastUsed: string | null;
  expires: string;
  state: 'open' | 'expired' | 'revoked';
  /** Of the form that ends it. */
  key: string;
}

const tones = { open: 'success', expired: 'plain', revoked: 'plain' } as const;

/** The programs that may call, each with what it may do and a way to end it. */
export function TokenTable({ tokens, mayEnd, submitted }: TokenTableProps) {
  const t = useText('integrations');
  return (
    <DataTable
      caption={t('token.caption')}
      rows={tokens}
      rowId={(row) => row.id}
      empty={<EmptyState title={t('token.none')}>{t('token.none-next')}</EmptyState>}
      columns={[
        { id: 'name', label: t('token.name'), cell: (row) => <Bdi>{row.name}</Bdi> },
        {
          id: 'scopes',
          label: t('token.scopes'),
          cell: (row) => row.scopes.map((scope) => t(`scope.${scopeKey(scope)}.label`)).join(' · '),
        },
        { id: 'made', label: t('token.made'), cell: (row) => row.made },
        { id: 'used', label: t('token.last-used'), cell: (row) => row.lastUsed ?? t('token.never') },
        { id: 'expires', label: t('token.expires'), cell: (row) => row.expires },
        {
          id: 'state',
          label: t('state'),
          cell: (row) => <Badge tone={tones[row.state]}>{t(`token.state.${row.state}`)}</Badge>,
        },
        ...(mayEnd
          ? [
              {
                id: 'end',
                label: t('token.revoke'),
                cell: (row: TokenRow) =>
                  row.state === 'open' && (
                    <PageForm formKey={row.key} submitted={submitted}>
                      <input type="hidden" name="intent" value="revoke" />
                      <input type="hidden" name="tokenId" value={row.id} />
                      <SubmitButton tone="danger">{t('token.revoke')}</SubmitButton>
                    </PageForm>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

interface TokenTableProps {
  tokens: readonly TokenRow[];
  mayEnd: boolean;
  submitted: unknown;
}
