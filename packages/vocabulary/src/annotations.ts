/** Annotations that the suite writes on entities of Backstage's catalog. @public */
export const ANNOTATIONS = {
  datasetNamespace: 'suido.dev/dataset-namespace',
  datasetName: 'suido.dev/dataset-name',
  layer: 'suido.dev/layer',
  tier: 'suido.dev/tier',
  updateFrequency: 'suido.dev/update-frequency',
  purpose: 'suido.dev/purpose',
  requestId: 'suido.dev/request-id',
} as const;
