import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type {
  DataRequest,
  RequestCommit,
} from '@suido/backstage-plugin-data-requests-common';
import { LoadingState } from '@suido/react-kit';
import { useSearchParams } from 'react-router-dom';
import { useCommitEffect } from '../../api/useRequest';
import { QueryStates } from '../../states/QueryStates';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { DiffMode } from '../files/DiffMode';
import { sectionSearch } from '../sectionAddress';
import { shortSha } from '../sections/useTimelineWords';
import { EffectView } from './EffectView';

interface EffectPanelProps {
  readonly request: DataRequest;
  /** Oldest first; at least one. */
  readonly commits: readonly RequestCommit[];
  readonly diffMode: DiffMode;
  readonly onDiffMode: (mode: DiffMode) => void;
}

/** Two commits to choose, and what lies between them; the address keeps the choice. */
export function EffectPanel({
  request,
  commits,
  diffMode,
  onDiffMode,
}: EffectPanelProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const [params, setParams] = useSearchParams();
  const shas = commits.map(commit => commit.sha);
  const chosen = (param: string, otherwise: string) =>
    shas.find(sha => sha === params.get(param)) ?? otherwise;
  const from = chosen('from', shas.at(-2) ?? '');
  const to = chosen('to', shas.at(-1) ?? '');
  const effect = useCommitEffect(request.id, from, to);
  if (commits.length < 2) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('effect.onlyOne')}
      </Typography>
    );
  }
  const choose = (change: Readonly<Record<string, string>>) =>
    setParams(sectionSearch('commits', { from, to, ...change }), {
      replace: true,
    });
  return (
    <Stack spacing={2}>
      <Typography variant="body2" color="text.secondary">
        {t('effect.description')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns:
            'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
        }}
      >
        <CommitChoice
          label={t('effect.from')}
          value={from}
          commits={commits}
          onChange={sha => choose({ from: sha })}
        />
        <CommitChoice
          label={t('effect.to')}
          value={to}
          commits={commits}
          onChange={sha => choose({ to: sha })}
        />
      </Box>
      {from === to && (
        <Typography variant="body2">{t('effect.same')}</Typography>
      )}
      {from !== to &&
        (effect.data || effect.error ? (
          <QueryStates query={effect}>
            {loaded => (
              <EffectView
                effect={loaded}
                diffMode={diffMode}
                onDiffMode={onDiffMode}
              />
            )}
          </QueryStates>
        ) : (
          <LoadingState rows={6} label={t('effect.loading')} />
        ))}
    </Stack>
  );
}

interface CommitChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly commits: readonly RequestCommit[];
  readonly onChange: (sha: string) => void;
}

function CommitChoice({ label, value, commits, onChange }: CommitChoiceProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {commits.map(commit => (
        <MenuItem key={commit.sha} value={commit.sha}>
          {commit.revision === undefined
            ? `${shortSha(commit.sha)} ${commit.title}`
            : t('effect.choice', {
                commit: shortSha(commit.sha),
                title: commit.title,
                revision: String(commit.revision),
              })}
        </MenuItem>
      ))}
    </TextField>
  );
}
