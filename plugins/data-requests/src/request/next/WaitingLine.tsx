import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { RelativeTime } from '@suido/react-kit';
import type { ReactNode } from 'react';
import { useViewer } from '../../api/useViewer';
import { waiterOf } from '../../states/whoIsNext';
import { useSpanWords } from '../../time/useSpanWords';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { NameList } from './NameList';

const MINUTE_MS = 60_000;

/** On whom it waits, since when, and what usually follows; nothing where it has ended. */
export function WaitingLine({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const viewer = useViewer();
  const span = useSpanWords();
  const { on, people, since, usually } = request.waiting;
  if (on === 'nobody') {
    return null;
  }
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <Line label={t('list.column.waitsFor')}>
        <strong>{t(`waits.${waiterOf(request, viewer)}`)}</strong>
        {people.length > 0 && (
          <>
            {t('next.colon')}
            <NameList entityRefs={people} />
          </>
        )}
      </Line>
      <Line label={t('next.since')}>
        <RelativeTime value={since} />
      </Line>
      {usually && (
        <Line label={t('next.usually')}>
          {t(`usually.${usually.next}`, {
            span: span(usually.medianMinutes * MINUTE_MS),
          })}{' '}
          {t('next.usuallyFrom', { count: usually.requests })}
        </Line>
      )}
    </Box>
  );
}

function Line({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  );
}
