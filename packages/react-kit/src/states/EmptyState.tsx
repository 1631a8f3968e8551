import InboxOutlinedIcon from '@mui/icons-material/InboxOutlined';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { StateFrame } from './StateFrame';

/** @public */
export interface EmptyStateProps {
  readonly title: string;
  readonly description?: string;
  /** The next thing to do, such as a button. */
  readonly action?: ReactNode;
}

/** Nothing is here yet, and what to do about it. @public */
export function EmptyState({ title, description, action }: EmptyStateProps) {
  return (
    <StateFrame
      icon={<InboxOutlinedIcon fontSize="large" />}
      title={title}
      action={action}
    >
      {description && (
        <Typography variant="body2" color="text.secondary">
          {description}
        </Typography>
      )}
    </StateFrame>
  );
}
