import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { useAllRequests } from '../api/useAllRequests';
import { requestFigures } from '../home/requestFigures';
import { QueryStates } from '../states/QueryStates';
import { useSpanWords } from '../time/useSpanWords';
import { dataRequestsTranslationRef } from '../translation/ref';

/** How long requests took so far, as far as the reader may see them. */
export function UsualTime() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const span = useSpanWords();
  return (
    <QueryStates query={useAllRequests('all')} rows={1}>
      {({ requests }) => {
        const { medianDoneMs, doneCount } = requestFigures(
          requests,
          new Date(),
        );
        return (
          <Typography>
            {medianDoneMs === undefined
              ? t('guide.time.unknown')
              : t('guide.time.median', {
                  span: span(medianDoneMs),
                  count: doneCount,
                })}{' '}
            {t('guide.time.each')}
          </Typography>
        );
      }}
    </QueryStates>
  );
}
