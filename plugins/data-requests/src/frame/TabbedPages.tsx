import { LoadingState } from '@suido/react-kit';
import { Suspense } from 'react';
import { Outlet } from 'react-router-dom';
import { AskForMartButton } from './AskForMartButton';
import { RequestsFrame } from './RequestsFrame';
import { useRequestTabs } from './useRequestTabs';

/**
 * The pages under the tabs. The frame stays from one to the next, and the
 * focus on the tab with it.
 */
export function TabbedPages() {
  const tabs = useRequestTabs();
  return (
    <RequestsFrame action={<AskForMartButton />} tabs={tabs}>
      <Suspense fallback={<LoadingState rows={6} />}>
        <Outlet />
      </Suspense>
    </RequestsFrame>
  );
}
