import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PredictedReviewer } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsReactTranslationRef } from '../translation';

/** @public */
export interface ReviewersViewProps {
  readonly reviewers: readonly PredictedReviewer[];
}

/** Who will be asked to review, and by which rule. @public */
export function ReviewersView({ reviewers }: ReviewersViewProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  if (reviewers.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('panel.noReviewers')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {reviewers.map(reviewer => (
        <Typography
          key={`${reviewer.handle} ${reviewer.pattern}`}
          component="li"
          variant="body2"
        >
          <strong>{reviewer.handle}</strong> —{' '}
          {t('panel.reviewerRule', { pattern: reviewer.pattern })}
          {!reviewer.entityRef && ` (${t('panel.reviewerUnknown')})`}
        </Typography>
      ))}
    </Box>
  );
}
