import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Forge } from './Forge';
import type { SampleSource } from './SampleSource';

/** Where modules bring their forges. @public */
export interface ForgesExtensionPoint {
  /** @param id - what a target's `forge` names, such as `local-forge` */
  addForge(id: string, forge: Forge): void;
}

/** @public */
export const forgesExtensionPoint = createExtensionPoint<ForgesExtensionPoint>({
  id: 'data-requests.forges',
});

/** Where modules bring their sources of sample rows. @public */
export interface SampleSourcesExtensionPoint {
  addSampleSource(source: SampleSource): void;
}

/** @public */
export const sampleSourcesExtensionPoint =
  createExtensionPoint<SampleSourcesExtensionPoint>({
    id: 'data-requests.sample-sources',
  });
