import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Typography from '@mui/material/Typography';
import { reactKitTranslationRef } from '../translation';
import { StateFrame } from './StateFrame';

/** @public */
export interface DeniedStateProps {
  /** What was asked for, in the reader's language. */
  readonly what?: string;
}

/** The reader may not see this, and whom to ask. @public */
export function DeniedState({ what }: DeniedStateProps) {
  const { t } = useTranslationRef(reactKitTranslationRef);
  return (
    <StateFrame
      icon={<LockOutlinedIcon fontSize="large" />}
      title={t('denied.title')}
      role="status"
    >
      {what && (
        <Typography variant="body2">{t('denied.what', { what })}</Typography>
      )}
      <Typography variant="body2" color="text.secondary">
        {t('denied.cure')}
      </Typography>
    </StateFrame>
  );
}
