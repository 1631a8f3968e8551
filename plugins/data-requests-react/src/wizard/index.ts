export * from './MartRequestWizard';
export type { RevisedRequest } from './useSending';
