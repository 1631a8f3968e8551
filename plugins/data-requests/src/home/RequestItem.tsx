import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { RequestSummary } from '@suido/backstage-plugin-data-requests-common';
import { RelativeTime } from '@suido/react-kit';
import type { ReactNode } from 'react';
import { RequestLink } from '../frame/RequestLink';
import { StateChip } from '../states/StateChip';

interface RequestItemProps {
  readonly request: RequestSummary;
  /** What matters about it in this list. */
  readonly note?: ReactNode;
}

/** A request as one line of a short list. */
export function RequestItem({ request, note }: RequestItemProps) {
  return (
    <ListItem disableGutters divider>
      <ListItemText
        primary={<RequestLink id={request.id}>{request.name}</RequestLink>}
        secondary={
          <>
            #{request.number} · <RelativeTime value={request.stateSince} />
          </>
        }
      />
      <Stack spacing={0.5} alignItems="flex-end">
        <StateChip state={request.state} />
        {note && (
          <Typography variant="caption" color="text.secondary">
            {note}
          </Typography>
        )}
      </Stack>
    </ListItem>
  );
}
