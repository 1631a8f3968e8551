import { useTranslationRef } from '@backstage/frontend-plugin-api';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import type { PredictedReviewer } from '@suido/backstage-plugin-data-requests-common';
import { EmptyState } from '@suido/react-kit';
import { EntityName } from '../../states/EntityName';
import { dataRequestsTranslationRef } from '../../translation/ref';

/** Who is asked to approve, and which line of CODEOWNERS says so. */
export function ReviewersSection({
  reviewers,
}: {
  readonly reviewers: PredictedReviewer[];
}) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  if (reviewers.length === 0) {
    return (
      <EmptyState
        title={t('reviewers.empty.title')}
        description={t('reviewers.empty.description')}
      />
    );
  }
  return (
    <List disablePadding>
      {reviewers.map(reviewer => (
        <ListItem
          key={`${reviewer.handle} ${reviewer.pattern}`}
          disableGutters
          sx={{ display: 'block' }}
        >
          <Typography variant="body1">
            <strong>
              {reviewer.entityRef ? (
                <EntityName entityRef={reviewer.entityRef} />
              ) : (
                reviewer.handle
              )}
            </strong>
            {reviewer.entityRef
              ? ` (${reviewer.handle})`
              : ` – ${t('reviewers.unmapped')}`}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {t('reviewers.why', { pattern: reviewer.pattern })}
          </Typography>
          <ul>
            {reviewer.paths.map(path => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </ListItem>
      ))}
    </List>
  );
}
