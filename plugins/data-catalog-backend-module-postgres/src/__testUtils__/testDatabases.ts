/* eslint-disable jest/no-export, jest/no-disabled-tests, jest/expect-expect, jest/valid-describe-callback, jest/valid-title -- describes suites on behalf of test files */
import { TestDatabases } from '@backstage/backend-test-utils';

/**
 * The PostgreSQL servers that the launcher offers. Without their connection
 * strings the database tests are skipped; no container is started for them.
 */
export function createTestDatabases() {
  jest.setTimeout(60_000); // a new database takes long on a busy machine
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
        describe.skip(name, () => {
          it('needs BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING', () => {});
        });
      }
    },
  };
}
