/**
 * The request form, its live panel and the hooks around them.
 *
 * @packageDocumentation
 */
export { dataRequestsApiRef, useInputDatasets, useTargets } from './api';
export {
  useMartForm,
  useMartPreview,
  type MartForm,
  type MartPreview,
} from './form';
export { focusField } from './fields';
export { MART_STEPS, stepOfField, type MartStep } from './mart';
export * from './panel';
export * from './steps';
export { dataRequestsReactTranslationRef } from './translation';
export * from './wizard';
