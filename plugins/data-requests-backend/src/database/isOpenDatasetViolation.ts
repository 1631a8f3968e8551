const UNIQUE_VIOLATION = '23505'; // PostgreSQL manual, appendix A

/** Whether an insert failed because an open request makes the same dataset. */
export function isOpenDatasetViolation(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === UNIQUE_VIOLATION &&
    'constraint' in error &&
    error.constraint === 'requests_open_dataset_uq'
  );
}
