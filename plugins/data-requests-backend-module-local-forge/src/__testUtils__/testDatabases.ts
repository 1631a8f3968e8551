/* eslint-disable jest/no-export, jest/no-disabled-tests, jest/expect-expect, jest/valid-describe-callback -- describes suites on behalf of test files */
import { TestDatabases } from '@backstage/backend-test-utils';

/**
 * PostgreSQL for tests: those whose connection string is in the environment.
 * Where there is none the suite is counted as skipped, never as passed.
 */
export function createTestDatabases() {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_15', 'POSTGRES_18'],
    disableDocker: true,
  });
  const ids = databases.eachSupportedId().map(([id]) => id);
  return {
    databases,
    /** Describes once per server, or one skipped suite where there is none. */
    describeEach(name: string, body: (id: (typeof ids)[number]) => void) {
      if (ids.length > 0) {
        describe.each(ids)(`${name} (%s)`, body);
      } else {
        describe.skip(`${name} (no PostgreSQL)`, () => {
          it('needs BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING', () => {});
        });
      }
    },
  };
}
