import { useApi } from '@backstage/core-plugin-api';
import {
  PageLayout,
  swappableComponentsApiRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

/**
 * The app's page layout as one component for as long as the caller is mounted.
 *
 * @remarks
 * `PageLayout` itself is another component at each render (plugin-app 0.5,
 * `DefaultSwappableComponentsApi.getComponent`), so all that is inside it would
 * lose its state whenever the frame renders again.
 */
export function useStablePageLayout() {
  const components = useApi(swappableComponentsApiRef);
  return useMemo(() => components.getComponent(PageLayout.ref), [components]);
}
