import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import ListItem from '@mui/material/ListItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { RequestCommit } from '@suido/backstage-plugin-data-requests-common';
import { RelativeTime } from '@suido/react-kit';
import { useId, useState } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { ChecksSection } from '../sections/ChecksSection';
import { shortSha } from '../sections/useTimelineWords';
import { CommitAuthor } from './CommitAuthor';
import { countChecks, OUTCOMES } from '../sections/checkOutcome';

interface CommitItemProps {
  readonly commit: RequestCommit;
  readonly isHead: boolean;
}

/** One commit: who made it how, and what the checks said of it. */
export function CommitItem({ commit, isHead }: CommitItemProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const checksId = useId();
  const { checks } = commit;
  const counts = checks && countChecks(checks);
  const summary =
    counts &&
    OUTCOMES.filter(outcome => counts[outcome] > 0)
      .map(outcome => t(`commits.count.${outcome}`, { count: counts[outcome] }))
      .join(t('list.separator'));
  return (
    <ListItem disableGutters divider sx={{ display: 'block' }}>
      <Stack
        direction="row"
        spacing={1}
        alignItems="center"
        flexWrap="wrap"
        useFlexGap
      >
        <Typography
          variant="body1"
          component="h4"
          sx={{ m: 0, fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {commit.title}
        </Typography>
        <code>{shortSha(commit.sha)}</code>
        {isHead && (
          <Chip
            size="small"
            color="primary"
            variant="outlined"
            sx={{ m: 0 }}
            label={t('commits.head')}
          />
        )}
      </Stack>
      <Typography variant="body2" color="text.secondary" component="div">
        <CommitAuthor author={commit.author} /> ·{' '}
        <RelativeTime value={commit.at} /> ·{' '}
        {commit.revision === undefined
          ? t(`commits.origin.${commit.origin}`)
          : t('commits.revision', { revision: String(commit.revision) })}
      </Typography>
      {checks && checks.length > 0 ? (
        <>
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-controls={checksId}
            onClick={() => setOpen(open => !open)}
            sx={{ px: 0.5 }}
            aria-label={t('commits.checksNamed', {
              summary: summary ?? '',
              commit: shortSha(commit.sha),
            })}
          >
            {isOpen ? '▾' : '▸'} {summary}
          </Button>
          <Box id={checksId} hidden={!isOpen}>
            {isOpen && <ChecksSection checks={checks} />}
          </Box>
        </>
      ) : (
        <Typography variant="body2" color="text.secondary">
          {t(
            commit.origin === 'portal'
              ? 'commits.noChecks.portal'
              : 'commits.noChecks.other',
          )}
        </Typography>
      )}
    </ListItem>
  );
}
