import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { AskForMartButton } from '../frame/AskForMartButton';
import { dataRequestsTranslationRef } from '../translation/ref';
import { UsualTime } from './UsualTime';

const STEPS = ['what', 'data', 'rows', 'meaning', 'check'] as const;
const AFTERWARDS = ['checked', 'reviewed', 'answered', 'merged'] as const;
const CRITERIA = [
  'question',
  'duplicate',
  'joins',
  'grain',
  'definitions',
  'tier',
] as const;
const WORDS = [
  'mart',
  'dataset',
  'grain',
  'measure',
  'tier',
  'owner',
  'pullRequest',
  'merge',
] as const;

/** How a first request goes, from the question to the mart. */
export function FirstRequestPage() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <Stack spacing={4} sx={{ maxWidth: 880 }}>
      <div>
        <Typography variant="h4" component="h2" sx={{ m: 0 }}>
          {t('guide.title')}
        </Typography>
        <Typography color="text.secondary">{t('guide.lead')}</Typography>
      </div>
      <Part title={t('guide.steps.title')}>
        <Box component="ol" sx={{ m: 0, pl: 3 }}>
          {STEPS.map(step => (
            <Point key={step} title={t(`guide.steps.${step}.title`)}>
              {t(`guide.steps.${step}.text`)}
            </Point>
          ))}
        </Box>
        <Typography variant="body2" color="text.secondary">
          {t('guide.steps.note')}
        </Typography>
      </Part>
      <Part title={t('guide.after.title')}>
        <Box component="ol" sx={{ m: 0, pl: 3 }}>
          {AFTERWARDS.map(event => (
            <Point key={event} title={t(`guide.after.${event}.title`)}>
              {t(`guide.after.${event}.text`)}
            </Point>
          ))}
        </Box>
      </Part>
      <Part title={t('guide.who.title')}>
        <Typography>{t('guide.who.text')}</Typography>
      </Part>
      <Part title={t('guide.time.title')}>
        <UsualTime />
      </Part>
      <Part title={t('guide.criteria.title')}>
        <Box component="ul" sx={{ m: 0, pl: 3 }}>
          {CRITERIA.map(criterion => (
            <Typography key={criterion} component="li">
              {t(`guide.criteria.${criterion}`)}
            </Typography>
          ))}
        </Box>
      </Part>
      <Part title={t('guide.words.title')}>
        <Box
          component="dl"
          sx={{
            m: 0,
            display: 'grid',
            columnGap: 3,
            rowGap: 1,
            gridTemplateColumns: { sm: 'max-content 1fr' },
          }}
        >
          {WORDS.map(word => (
            <Box key={word} sx={{ display: 'contents' }}>
              <Typography component="dt" sx={{ fontWeight: 600 }}>
                {t(`guide.words.${word}.word`)}
              </Typography>
              <Typography component="dd" sx={{ m: 0 }}>
                {t(`guide.words.${word}.meaning`)}
              </Typography>
            </Box>
          ))}
        </Box>
      </Part>
      <div>
        <AskForMartButton />
      </div>
    </Stack>
  );
}

interface TitledProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ title, children }: TitledProps) {
  const id = useId();
  return (
    <Stack component="section" spacing={1} aria-labelledby={id}>
      <Typography variant="h5" component="h3" id={id} sx={{ m: 0 }}>
        {title}
      </Typography>
      {children}
    </Stack>
  );
}

function Point({ title, children }: TitledProps) {
  return (
    <Box component="li" sx={{ mb: 1 }}>
      <Typography component="span" sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      <Typography component="p" sx={{ m: 0 }}>
        {children}
      </Typography>
    </Box>
  );
}
