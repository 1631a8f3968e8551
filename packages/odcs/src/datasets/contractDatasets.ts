import {
  authoredTextOf,
  tierSchema,
  type AuthoredText,
  type DatasetId,
  type Tier,
} from '@suido/vocabulary';
import type {
  Contract,
  ContractObject,
  ContractProblem,
  ContractProperty,
  ContractServer,
} from '../reading/Contract';
import type {
  ContractColumn,
  ContractDataset,
  ContractDatasetType,
} from './ContractDataset';
import {
  columnExtensionSchema,
  datasetExtensionSchema,
  readExtension,
} from './extension';
import { foreignKeysOf } from './foreignKeysOf';
import { ownersOf, stewardsOf } from './ownersOf';
import { lifecycleOf, updateFrequencyOf } from './promises';
import { namespaceOf, qualifiedName } from './serverNaming';

/** Tiers of the words that contracts commonly use. @public */
export const CLASSIFICATION_TIERS: ReadonlyMap<string, Tier> = new Map([
  ['public', 1],
  ['internal', 2],
  ['confidential', 3],
  ['restricted', 4],
  ['sensitive', 4],
]);

/** What contracts leave to those who read them. @public */
export interface ContractDatasetsOptions {
  /** Namespace of a server, by its name in the contract. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Namespace where no server gives one. */
  readonly datasetNamespace?: string;
  /** Which servers are meant where there are several. Default: production. */
  readonly environment?: string;
  /** Tiers by classification, in small letters. */
  readonly tiers: ReadonlyMap<string, Tier>;
}

/**
 * The datasets that a contract is about, and which of its parts say nothing
 * that can be used.
 * @public
 */
export function contractDatasets(
  contract: Contract,
  options: ContractDatasetsOptions,
): { datasets: ContractDataset[]; problems: ContractProblem[] } {
  const problems: ContractProblem[] = [];
  const server = serverOf(contract, options.environment);
  const namespace =
    (server?.name && options.namespaces.get(server.name)) ??
    (server && namespaceOf(server)) ??
    options.datasetNamespace;
  const ids = new Map<ContractObject, DatasetId>();
  for (const object of contract.objects) {
    const { dataset } = readExtension(datasetExtensionSchema, object.extension);
    if (dataset) {
      ids.set(object, dataset);
    } else if (namespace) {
      const name = qualifiedName(server, object.physicalName);
      ids.set(object, { namespace, name });
    } else {
      problems.push({
        code: 'no-namespace',
        at: object.at,
        message: `no server says where ${object.name} is; name its namespace by configuration`,
      });
    }
  }
  const datasets = [...ids].map(([object, id]) =>
    datasetOf(object, { id, ids, contract, options, problems }),
  );
  return { datasets, problems };
}

function serverOf(
  { servers }: Contract,
  environment: string | undefined,
): ContractServer | undefined {
  const isMeant = (server: ContractServer) =>
    environment
      ? server.environment === environment
      : /^prod/i.test(server.environment ?? '');
  return servers.find(isMeant) ?? servers[0];
}

function datasetOf(
  object: ContractObject,
  context: {
    id: DatasetId;
    ids: ReadonlyMap<ContractObject, DatasetId>;
    contract: Contract;
    options: ContractDatasetsOptions;
    problems: ContractProblem[];
  },
): ContractDataset {
  const { id, ids, contract, options, problems } = context;
  const { properties, rules } = object;
  const extension = readExtension(datasetExtensionSchema, object.extension);
  const lifecycle = lifecycleOf(contract.status, contract.sla, object);
  const partitionColumns = inOrder(properties, 'partitionKeyPosition');
  return {
    id,
    type: extension.type ?? typeOf(object.physicalType),
    layer: extension.layer,
    domain: contract.domain,
    dataProduct: contract.dataProduct,
    tags: listOrNone([...new Set([...contract.tags, ...object.tags])]),
    owners: listOrNone(ownersOf(contract)),
    stewards: listOrNone(stewardsOf(contract)),
    purpose: contract.purpose,
    updateFrequency: updateFrequencyOf(contract.sla, object),
    definition: definitionOf(object.description, extension.descriptionJa),
    tier: extension.tier,
    lifecycle: lifecycle && { ...lifecycle, successor: extension.successor },
    columns: listOrNone(
      properties.map(each => columnOf(each, options, problems)),
    ),
    primaryKey: listOrNone(inOrder(properties, 'primaryKeyPosition')),
    foreignKeys:
      extension.foreignKeys ?? listOrNone(foreignKeysOf(object, ids, problems)),
    partitioning:
      partitionColumns.length > 0
        ? { columns: partitionColumns, by: extension.partitionedBy }
        : undefined,
    tests: listOrNone([
      ...rules.map(({ name, columns, severity }) => ({
        name,
        columns: listOrNone(columns),
        severity: severityOf(severity),
      })),
      ...properties.flatMap(property =>
        property.rules.map(({ name, severity }) => ({
          name,
          columns: [property.path],
          severity: severityOf(severity),
        })),
      ),
    ]),
  };
}

const TYPES: readonly (readonly [RegExp, ContractDatasetType])[] = [
  [/^materiali[sz]ed[ _-]?view$/i, 'materialized-view'],
  [/^external[ _-]?table$/i, 'external-table'],
  [/^view$/i, 'view'],
  [/table$/i, 'table'],
  [/^topic$/i, 'topic'],
  [/^(?:file|document|json|csv|parquet|avro)$/i, 'file'],
];

function typeOf(physicalType = ''): ContractDatasetType | undefined {
  return TYPES.find(([pattern]) => pattern.test(physicalType))?.[1];
}

function columnOf(
  property: ContractProperty,
  { tiers }: ContractDatasetsOptions,
  problems: ContractProblem[],
): ContractColumn {
  const { at, classification, description, extension } = property;
  const { descriptionJa } = readExtension(columnExtensionSchema, extension);
  const tier =
    classification === undefined
      ? undefined
      : tiers.get(classification.toLowerCase()) ??
        tierSchema.safeParse(Number(classification)).data;
  if (classification !== undefined && tier === undefined) {
    problems.push({
      code: 'unknown-classification',
      at,
      message: `no tier is configured for the classification ${JSON.stringify(
        classification,
      )}`,
    });
  }
  return {
    name: property.path,
    type: property.type,
    isNullable: isNullableOf(property),
    definition: definitionOf(description, descriptionJa),
    tier,
    tags: listOrNone(property.tags),
  };
}

/** `required: false` of a key's column is what a generator left, not a fact. */
function isNullableOf({
  isRequired,
  primaryKeyPosition,
}: ContractProperty): boolean | undefined {
  const isLeftOver = isRequired === false && primaryKeyPosition !== undefined;
  return isRequired === undefined || isLeftOver ? undefined : !isRequired;
}

function definitionOf(
  description: string | undefined,
  ja: string | undefined,
): AuthoredText | undefined {
  return ja
    ? { ...(description && { en: description }), ja }
    : authoredTextOf(description);
}

function severityOf(severity = ''): 'error' | 'warn' | undefined {
  if (/^(?:error|critical|high|blocker|major)$/i.test(severity)) {
    return 'error';
  }
  return severity === '' ? undefined : 'warn';
}

/** Those that have a position, by it; without one they stay as they come. */
function inOrder(
  properties: readonly ContractProperty[],
  position: 'primaryKeyPosition' | 'partitionKeyPosition',
): string[] {
  return properties
    .filter(each => each[position] !== undefined)
    .sort((a, b) => (a[position] ?? 0) - (b[position] ?? 0))
    .map(({ path }) => path);
}

function listOrNone<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}
