const UNIQUE_VIOLATION = '23505'; // PostgreSQL manual, appendix A

/** No other open request makes the same dataset. */
export const OPEN_DATASET_CONSTRAINT = 'requests_open_dataset_uq';
/** No two requests have one number. */
export const NUMBER_CONSTRAINT = 'requests_number_unique';

/** Whether a write failed because what this constraint keeps unique is there. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === UNIQUE_VIOLATION &&
    'constraint' in error &&
    error.constraint === constraint
  );
}
