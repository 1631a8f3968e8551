const UNIQUE_VIOLATION = '23505'; // PostgreSQL manual, appendix A

/**
 * Whether a write failed because what this constraint keeps unique is there.
 * @public
 */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === UNIQUE_VIOLATION &&
    'constraint' in error &&
    error.constraint === constraint
  );
}
