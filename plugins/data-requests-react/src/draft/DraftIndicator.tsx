import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { dataRequestsReactTranslationRef } from '../translation';
import type { DraftStatus } from './DraftSaver';

const WORDS = {
  fresh: 'draft.fresh',
  unsaved: 'draft.unsaved',
  saving: 'draft.saving',
  saved: 'draft.saved',
  failed: 'draft.failed',
  conflict: 'draft.unsaved',
} as const satisfies Record<DraftStatus['kind'], string>;

/** Says in a word whether the draft is saved. */
export function DraftIndicator({ status }: { readonly status: DraftStatus }) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  return (
    <Typography variant="body2" color="text.secondary" role="status">
      {t(WORDS[status.kind])}
    </Typography>
  );
}
