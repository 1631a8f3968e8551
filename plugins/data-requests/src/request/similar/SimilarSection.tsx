import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import {
  LIKELY_DUPLICATE_SCORE,
  OPEN_STATES,
  type DataRequest,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { useId } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { CommentText } from '../comments/CommentText';
import { similarMarts } from './similarMarts';
import { SubjectLink } from './SubjectLink';
import { useDuplicates } from './useDuplicates';

const OPEN: readonly RequestState[] = OPEN_STATES;

/**
 * What exists already and looks like this, and why the author says it differs;
 * nothing where there is neither.
 */
export function SimilarSection({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  const titleId = useId();
  const duplicates = useDuplicates(request, OPEN.includes(request.state));
  const similar = similarMarts(
    request.spec.differences,
    duplicates.data?.items ?? [],
    LIKELY_DUPLICATE_SCORE,
  );
  if (similar.length === 0) {
    return null;
  }
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={titleId}
      sx={{ p: 2 }}
    >
      <Typography variant="h6" component="h3" id={titleId} sx={{ m: 0 }}>
        {t('similar.title')}
      </Typography>
      <List disablePadding>
        {similar.map(({ subject, duplicate, difference }) => (
          <ListItem key={subject} disableGutters sx={{ display: 'block' }}>
            <Typography variant="body2" component="div">
              {t('similar.looksLike')}{' '}
              <strong>
                <SubjectLink subject={subject} duplicate={duplicate} />
              </strong>
            </Typography>
            {duplicate && duplicate.reasons.length > 0 && (
              <Box component="ul" sx={{ m: 0, pl: 3 }}>
                {duplicate.reasons.map(reason => (
                  <Typography key={reason.en} component="li" variant="body2">
                    {reason[language]}
                  </Typography>
                ))}
              </Box>
            )}
            {difference ? (
              <Box sx={{ mt: 0.5 }}>
                <Typography variant="body2" color="text.secondary">
                  {t('similar.differs')}
                </Typography>
                <CommentText>{difference}</CommentText>
              </Box>
            ) : (
              <Typography variant="body2" color="text.secondary">
                {t('similar.unsaid')}
              </Typography>
            )}
          </ListItem>
        ))}
      </List>
    </Paper>
  );
}
