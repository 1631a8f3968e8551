/**
 * A stand-in for a company's data platform: a DuckDB warehouse and a runner for
 * one dbt project.
 *
 * @packageDocumentation
 */
export * from './repository/commitFiles';
export * from './runDemoPlatform';
export * from './startDemoPlatform';
