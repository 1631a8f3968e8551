import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import { dataRequestsTranslationRef } from '../translation/ref';
import type { StartNotice } from './findStart';

interface StartNoticesProps {
  readonly notices: readonly StartNotice[];
}

/** How the form came to what it starts with. */
export function StartNotices({ notices }: StartNoticesProps) {
  if (notices.length === 0) {
    return null;
  }
  return (
    <Stack spacing={1} sx={{ mb: 2 }}>
      {notices.map(notice => (
        <Alert
          key={notice.kind}
          severity={
            notice.kind === 'copied' || notice.kind === 'not-made-here'
              ? 'info'
              : 'warning'
          }
        >
          <NoticeWords notice={notice} />
        </Alert>
      ))}
    </Stack>
  );
}

function NoticeWords({ notice }: { readonly notice: StartNotice }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  switch (notice.kind) {
    case 'unknown-dataset':
      return <>{t('new.datasetUnknown', { dataset: notice.dataset })}</>;
    case 'copied':
      return (
        <>
          {t('new.copied', {
            name: notice.name,
            number: String(notice.number),
          })}
        </>
      );
    case 'copy-missing':
      return <>{t('new.copyMissing')}</>;
    case 'not-made-here':
      return <>{t('new.notMadeHere', { name: notice.name })}</>;
    default:
      return (
        <>
          {t('new.linkIgnored', {
            fields: notice.fields
              .map(field => t(`new.linkField.${field}`))
              .join(t('new.linkJoin')),
          })}
        </>
      );
  }
}
