import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import type { ReactNode } from 'react';
import { StateChip } from '../states/StateChip';

interface RequestHeadingProps {
  readonly request: DataRequest;
  readonly help: ReactNode;
}

/** What is asked for, in one line, and its state. */
export function RequestHeading({ request, help }: RequestHeadingProps) {
  return (
    <Stack
      direction="row"
      spacing={2}
      alignItems="center"
      flexWrap="wrap"
      useFlexGap
    >
      <Stack sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography
          variant="h4"
          component="h2"
          sx={{ m: 0, overflowWrap: 'anywhere' }}
        >
          {request.name}{' '}
          <Typography component="span" variant="h5" color="text.secondary">
            #{request.number}
          </Typography>
        </Typography>
        <Typography color="text.secondary">{request.title}</Typography>
      </Stack>
      <StateChip state={request.state} size="medium" />
      {help}
    </Stack>
  );
}
