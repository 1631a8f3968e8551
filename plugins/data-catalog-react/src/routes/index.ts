export * from './DatasetLink';
export * from './routes';
