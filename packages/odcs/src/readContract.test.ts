import { existsSync, readdirSync, readFileSync } from 'fs';
import path from 'path';
import {
  CLASSIFICATION_TIERS,
  contractDatasets,
  readContract,
  type Contract,
  type ContractDataset,
  type ContractDatasetsOptions,
} from '.';

const OPTIONS: ContractDatasetsOptions = {
  namespaces: new Map(),
  datasetNamespace: 'duckdb://demo',
  tiers: CLASSIFICATION_TIERS,
};

function contractOf(text: string): Contract {
  const read = readContract(text);
  if (read.kind !== 'contract') {
    throw new Error(JSON.stringify(read));
  }
  return read.contract;
}

function datasetsOf(
  text: string,
  options: Partial<ContractDatasetsOptions> = {},
) {
  const told = contractDatasets(contractOf(text), { ...OPTIONS, ...options });
  return { ...told, datasets: JSON.parse(JSON.stringify(told.datasets)) };
}

const HEAD = `
apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
`;

describe('readContract', () => {
  it('reads the full example of the standard', () => {
    const text = readFileSync(
      path.join(__dirname, '__fixtures__/full-example.odcs.yaml'),
      'utf8',
    );
    const { datasets, problems } = datasetsOf(text);
    const references = {
      namespace: 'postgres://localhost:5432',
      name: 'pypl-edw.pp_access_views.receivers_master',
    };
    expect(datasets[0]).toMatchObject({
      id: {
        namespace: 'postgres://localhost:5432',
        name: 'pypl-edw.pp_access_views.tbl_1',
      },
      type: 'table',
      domain: 'seller',
      dataProduct: 'my quantum',
      tags: ['transactions', 'finance', 'payments'],
      owners: [{ name: 'daustin' }],
      purpose: 'Views built on top of the seller tables.',
      definition: { en: 'Provides core payment metrics' },
      lifecycle: { state: 'active', until: '2032-05-12' },
      columns: [
        {
          name: 'txn_ref_dt',
          type: 'date',
          isNullable: true,
          definition: { en: 'Reference date for transaction' },
          tier: 1,
        },
        {
          name: 'rcvr_id',
          type: 'varchar(18)',
          definition: { en: 'A description for column rcvr_id.' },
          tier: 4,
          tags: ['uid'],
        },
        { name: 'rcvr_cntry_code', type: 'varchar(2)' },
      ],
      primaryKey: ['rcvr_id'],
      foreignKeys: [
        {
          columns: ['rcvr_id', 'rcvr_cntry_code'],
          references,
          referencedColumns: ['id', 'country_code'],
        },
        { columns: ['rcvr_id'], references, referencedColumns: ['id'] },
      ],
      partitioning: { columns: ['txn_ref_dt'] },
      tests: [
        { name: 'rowCount', severity: 'error' },
        {
          name: 'nullValues',
          columns: ['rcvr_cntry_code'],
          severity: 'error',
        },
      ],
    });
    expect(datasets[1].id).toEqual(references);
    expect(datasets[1].primaryKey).toEqual(['id', 'country_code']);
    expect(problems).toEqual([
      {
        code: 'unknown-relationship',
        at: 'schema[1]',
        message:
          'receivers.receiver_type refers to receiver_types.type_code, which is not in the contract',
      },
    ]);
  });

  it('reads v2.2', () => {
    const { datasets } = datasetsOf(`
kind: DataContract
apiVersion: v2.2.2
uuid: u
version: 1.1.0
status: current
datasetDomain: seller
quantumName: my quantum
sourcePlatform: googleCloudPlatform
project: edw
datasetName: access_views
description: { purpose: Views on sellers }
dataset:
  - table: tbl
    physicalName: tbl_1
    description: 売上
    columns:
      - { column: id, isPrimaryKey: true, primaryKeyPosition: 1, logicalType: string, physicalType: varchar(18), isNullable: false, classification: Restricted }
      - { column: day, logicalType: date, physicalType: date, partitionStatus: true, partitionKeyPosition: 1 }
    quality: [{ code: nullCheck, templateName: NullCheck, toolName: T, severity: error }]
stakeholders:
  - { username: gone@acme.test, role: Owner, dateOut: 2022-10-01 }
  - { username: here@acme.test, role: Owner }
  - { username: keeper, role: data steward }
slaProperties: [{ property: frequency, value: 12, unit: h, column: tbl.day }]
`);
    expect(datasets).toEqual([
      {
        id: { namespace: 'bigquery', name: 'edw.access_views.tbl_1' },
        domain: 'seller',
        dataProduct: 'my quantum',
        owners: [{ email: 'here@acme.test' }],
        stewards: [{ name: 'keeper' }],
        purpose: 'Views on sellers',
        updateFrequency: 'daily',
        definition: { ja: '売上' },
        lifecycle: { state: 'active' },
        columns: [
          { name: 'id', type: 'varchar(18)', isNullable: false, tier: 4 },
          { name: 'day', type: 'date' },
        ],
        primaryKey: ['id'],
        partitioning: { columns: ['day'] },
        tests: [{ name: 'NullCheck', severity: 'error' }],
      },
    ]);
  });

  it.each([
    ['{value: 1, unit: d}', 'daily'],
    ['{value: 30, unit: days}', 'monthly'],
    ['{value: 15, unit: minutes}', 'hourly'],
    ['{value: 3, unit: d}', 'weekly'],
    ['{value: weekly}', 'weekly'],
    ['{value: On demand}', 'on-demand'],
    ['{value: 1, unit: y}', undefined],
    ['{value: 1}', undefined],
    ['{value: -1, unit: d}', undefined],
    ['{value: 1, unit: d, element: other.x}', undefined],
    ['{value: 1, unit: d, element: "other.x, t.y"}', 'daily'],
  ])('understands the frequency %s', (sla, expected) => {
    const { datasets } = datasetsOf(
      `${HEAD}\nschema: [{name: t}]\nslaProperties: [{property: frequency, ...}]`.replace(
        '{property: frequency, ...}',
        sla.replace('{', '{property: frequency, '),
      ),
    );
    expect(datasets[0].updateFrequency).toBe(expected);
  });

  it('names objects after their servers, as configured and as the standards say', () => {
    const text = `${HEAD}
servers:
  - { server: test, type: postgres, environment: test, host: t, database: d, schema: s }
  - { server: prod, type: snowflake, environment: production, account: acme, database: D, schema: S }
schema: [{ name: t }, { name: u, physicalName: X.u }, { name: v, physicalName: A.B.v }]`;
    const namesOf = (options: Partial<ContractDatasetsOptions>) =>
      datasetsOf(text, options).datasets.map(
        ({ id }: { id: { namespace: string; name: string } }) =>
          `${id.namespace} ${id.name}`,
      );
    expect(namesOf({})).toEqual([
      'snowflake://acme D.S.t',
      'snowflake://acme D.X.u',
      'snowflake://acme A.B.v',
    ]);
    expect(namesOf({ environment: 'test' })[0]).toBe('postgres://t:5432 d.s.t');
    expect(
      namesOf({ namespaces: new Map([['prod', 'snowflake://eu']]) })[0],
    ).toBe('snowflake://eu D.S.t');
    const nowhere = datasetsOf(`${HEAD}\nschema: [{ name: t }]`, {
      datasetNamespace: undefined,
    });
    expect(nowhere.datasets).toEqual([]);
    expect(nowhere.problems).toMatchObject([{ code: 'no-namespace' }]);
  });

  it('keeps what is right of what is wrong', () => {
    const text = `${HEAD}
tags: null
team: { name: sales, members: nobody }
servers: null
__proto__: { polluted: true }
schema:
  - name: t
    name: u
    description: <script>alert(1)</script>
    tags: [a, a, 7, null, {}]
    properties:
      - { physicalType: int }
      - { name: a, classification: who knows, required: "yes", tags: null }
      - name: address
        properties: [{ name: city, physicalName: CITY, classification: 3 }]
      - name: lines
        logicalType: array
        items: { logicalType: object, properties: [{ name: sku, quality: [{ rule: x }, {}] }] }
    quality: nothing
  - null
  - properties: []`;
    const read = readContract(text);
    expect(read).toMatchObject({
      kind: 'contract',
      problems: [
        { code: 'duplicate-key', message: expect.stringContaining('line 14') },
        { code: 'unnamed', at: 'schema[0].properties[0]' },
        { code: 'unnamed', at: 'schema[1]' },
        { code: 'unnamed', at: 'schema[2]' },
      ],
    });
    const { datasets, problems } = datasetsOf(text);
    expect(datasets).toEqual([
      {
        id: { namespace: 'duckdb://demo', name: 'u' },
        tags: ['a', '7'],
        owners: [{ name: 'sales' }],
        definition: { en: '<script>alert(1)</script>' },
        lifecycle: { state: 'active' },
        columns: [
          { name: 'a' },
          { name: 'address' },
          { name: 'address.CITY', tier: 3 },
          { name: 'lines', type: 'array' },
          { name: 'lines.sku' },
        ],
        tests: [{ name: 'x', columns: ['lines.sku'] }],
      },
    ]);
    expect(problems).toEqual([
      {
        code: 'unknown-classification',
        at: 'schema[0].properties[1]',
        message: 'no tier is configured for the classification "who knows"',
      },
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    [
      '<<<<<<< HEAD\nkind: DataContract\n=======\n>>>>>>> main',
      /cannot be read/,
    ],
    ['kind: DataContract\n\tversion: 1', /cannot be read/],
    [`${HEAD.replace('v3.1.0', 'v4.0.0')}`, /v3 and v2.2 can be read/],
    ['kind: DataContract', /The version is ""/],
    [`a: &a [x]\nb: [*a, *a]\nc: &c [${'*a,'.repeat(200)}]`, /alias/],
    ['x'.repeat(5_000_001), /longer than/],
  ])('refuses %#', (text, reason) => {
    const read = readContract(text);
    expect(read).toMatchObject({
      kind: 'broken',
      problems: [{ code: 'broken', message: expect.stringMatching(reason) }],
    });
  });

  it.each(['', '- a', 'apiVersion: v1\nkind: Pod', 'text', '\uFEFF', '~'])(
    'leaves other YAML alone: %j',
    text => {
      expect(readContract(text)).toEqual({ kind: 'other' });
    },
  );

  it('takes a byte order mark', () => {
    expect(readContract(`\uFEFF${HEAD.trim()}`).kind).toBe('contract');
  });

  /** The standard's own examples, beside this repository or where it says. */
  const examples = path.join(
    process.env.SUIDO_SHARED_DATA ??
      path.resolve(__dirname, '../../../../shared/data'),
    'bitol-io__odcs/examples',
  );
  const files = existsSync(examples)
    ? readdirSync(examples, { recursive: true })
        .map(String)
        .filter(file => file.endsWith('.yaml'))
    : [];

  const itWithFiles = files.length > 0 ? it : it.skip;
  itWithFiles(
    `reads the ${files.length} examples of the standard that are here`,
    () => {
      const columns = files.map(file => {
        const text = readFileSync(path.join(examples, file), 'utf8');
        const { datasets } = datasetsOf(text);
        return datasets.flatMap((each: ContractDataset) => each.columns ?? [])
          .length;
      });
      // eslint-disable-next-line jest/no-standalone-expect -- a test, where there are files
      expect(Math.max(...columns)).toBeGreaterThan(100);
    },
  );
});
