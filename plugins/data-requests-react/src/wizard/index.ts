export * from './MartRequestWizard';
