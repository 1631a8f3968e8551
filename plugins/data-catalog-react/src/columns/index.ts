export * from './ColumnsTable';
export * from './useColumns';
