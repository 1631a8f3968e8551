import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { RelativeTime } from '@suido/react-kit';
import type { ReactNode } from 'react';
import { EntityName } from '../states/EntityName';
import { dataRequestsTranslationRef } from '../translation/ref';
import { DatasetLink } from './DatasetLink';

/** Who asked for what, for whom, when. */
export function RequestFacts({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { spec, proposal } = request;
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2 }}>
      <Typography variant="h6" component="h3" sx={{ mb: 1 }}>
        {t('request.facts')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          columnGap: 1.5,
          rowGap: 1,
          gridTemplateColumns: 'minmax(72px, max-content) minmax(0, 1fr)',
          alignItems: 'baseline',
        }}
      >
        <Fact label={t('request.question')}>{spec.question}</Fact>
        <Fact label={t('request.purpose')}>{spec.purpose}</Fact>
        <Fact label={t('request.requester')}>
          <EntityName entityRef={request.requester} />
        </Fact>
        <Fact label={t('request.asked')}>
          <RelativeTime value={request.createdAt} />
        </Fact>
        <Fact label={t('request.owner')}>
          <EntityName entityRef={request.owner} />
        </Fact>
        <Fact label={t('request.frequency')}>
          {t(`frequency.${spec.updateFrequency}`)}
        </Fact>
        <Fact label={t('request.tier')}>{t(`tier.${request.tier}`)}</Fact>
        {proposal && (
          <>
            <Fact label={t('request.pullRequest')}>
              {proposal.url && /^https?:/.test(proposal.url) ? (
                <Link href={proposal.url} target="_blank" rel="noreferrer">
                  #{proposal.number}
                </Link>
              ) : (
                `#${proposal.number}`
              )}
            </Fact>
            <Fact label={t('request.branch')}>
              <code>{proposal.branch}</code>
            </Fact>
          </>
        )}
        <Fact label={t('request.dataset')}>
          <DatasetLink request={request} />
        </Fact>
      </Box>
    </Paper>
  );
}

function Fact({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <Box sx={{ display: 'contents' }}>
      <Typography
        component="dt"
        variant="caption"
        color="text.secondary"
        sx={{ maxWidth: 96 }}
      >
        {label}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, overflowWrap: 'anywhere' }}
      >
        {children || '–'}
      </Typography>
    </Box>
  );
}
