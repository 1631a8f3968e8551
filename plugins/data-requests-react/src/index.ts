/**
 * The request form, its live panel and the hooks around them.
 *
 * @packageDocumentation
 */
export { dataRequestsApiRef, useInputDatasets, useTargets } from './api';
export {
  useMartForm,
  useMartPreview,
  type Been,
  type BeenThere,
  type JudgedChecks,
  type MartDuplicates,
  type MartForm,
  type MartPreview,
} from './form';
export { focusField } from './fields';
export type { DuplicateActions } from './duplicates';
export {
  addSource,
  MART_STEPS,
  normaliseIdentifier,
  stepOfField,
  uniqueName,
  withColumns,
  type MartStep,
} from './mart';
export * from './panel';
export * from './steps';
export { dataRequestsReactTranslationRef } from './translation';
export * from './wizard';
