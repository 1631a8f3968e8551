import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { LiveRegion } from '@suido/react-kit';
import { useState } from 'react';
import { dataRequestsTranslationRef } from '../translation/ref';

/** Tells screen readers when the state of the open request changes. */
export function StateAnnouncement({
  request: { number, state },
}: {
  readonly request: DataRequest;
}) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  // What the page opened with is in its heading; only changes are announced.
  const [opened] = useState(state);
  const [moved, setMoved] = useState(false);
  if (!moved && state !== opened) {
    setMoved(true);
  }
  return (
    <LiveRegion>
      {moved &&
        t('request.announce', {
          number: String(number),
          state: t(`state.${state}`),
        })}
    </LiveRegion>
  );
}
