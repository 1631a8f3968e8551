import type { Fields } from '../fields/Fields';
import type { TestRecord } from '../records/TestRecord';
import type { JsonObject } from '../records/shared';
import { describe } from './describe';

interface Identity {
  readonly uniqueId: string;
  readonly name: string;
}

/** A data test of any version. */
export function readTest(fields: Fields, identity: Identity): TestRecord {
  const config = fields.optionalObject('config');
  const metadata = fields.optionalObject('test_metadata');
  const described = describe(fields);
  const kwargs = metadata?.optionalObject('kwargs');
  const severity = config?.text('severity')?.toLowerCase();
  return {
    record: 'test',
    ...identity,
    kind: metadata ? 'generic' : 'singular',
    ...described,
    test: metadata && testNameOf(metadata),
    parameters: parametersOf(metadata),
    attachedTo: attachedTo(fields, kwargs, described.upstream),
    columnName: fields.text('column_name') ?? kwargs?.text('column_name'),
    severity:
      severity === 'warn' || severity === 'error' ? severity : undefined,
    warnIf: config?.text('warn_if'),
    errorIf: config?.text('error_if'),
    where: config?.text('where'),
  };
}

/** A unit test, which is attached to the model it runs. */
export function readUnitTest(fields: Fields, identity: Identity): TestRecord {
  const described = describe(fields);
  return {
    record: 'test',
    ...identity,
    kind: 'unit',
    ...described,
    parameters: {},
    attachedTo: fields.text('tested_node_unique_id') ?? described.upstream[0],
  };
}

function testNameOf(metadata: Fields): string | undefined {
  const name = metadata.text('name');
  const namespace = metadata.text('namespace');
  return name && namespace ? `${namespace}.${name}` : name;
}

function parametersOf(metadata: Fields | undefined): JsonObject {
  const kwargs = metadata?.json('kwargs') ?? {};
  return Object.fromEntries(
    Object.entries(kwargs).filter(
      ([name]) => name !== 'model' && name !== 'column_name',
    ),
  );
}

/**
 * `attached_node` came with dbt 1.5. Before, the `model` argument of a generic
 * test names it; a test over one dataset is attached to that one, and a
 * singular test over several to none.
 */
function attachedTo(
  fields: Fields,
  kwargs: Fields | undefined,
  upstream: readonly string[],
): string | undefined {
  const attached = fields.text('attached_node');
  if (attached) {
    return attached;
  }
  if (upstream.length <= 1) {
    return upstream[0];
  }
  const named = namedDataset(kwargs?.text('model') ?? '');
  return named && upstream.find(id => id.endsWith(`.${named}`));
}

const CALL = /\b(?:ref|source)\(([^)]*)\)/;

// `ref('orders')`, `ref('shop', 'orders')`, `source('raw', 'orders')`
function namedDataset(model: string): string | undefined {
  const [, parts = ''] = CALL.exec(model) ?? [];
  const texts = [...parts.matchAll(/['"]([^'"]+)['"]/g)].map(
    ([, text]) => text,
  );
  return model.includes('source(') ? texts.slice(-2).join('.') : texts.at(-1);
}
