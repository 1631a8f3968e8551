import { datasetKey } from '@suido/vocabulary';
import type {
  ContractDataset,
  ContractOwner,
} from '../datasets/ContractDataset';
import type { DatasetExtension } from '../datasets/extension';
import { EXTENSION_PROPERTY } from '../reading/readProperties';
import { propertiesOf } from './propertiesOf';
import { rulesOf } from './rulesOf';
import { physicalNameOf, serverOf } from './serverOf';
import { stringifyYaml } from './stringifyYaml';

const API_VERSION = 'v3.1.0';
const FIRST_VERSION = '1.0.0';

/**
 * A dataset as a contract of v3.1, in YAML. What the standard has no key for
 * stands in one custom property, so that reading the contract again gives the
 * same dataset.
 *
 * @remarks
 * A contract has a status: a dataset that says nothing of its lifecycle is
 * active. Texts are strings for readers of YAML 1.1 and of 1.2 alike, whatever
 * is in them.
 * @param options - `version` of the contract; default 1.0.0
 * @public
 */
export function writeContract(
  dataset: ContractDataset,
  options: { version?: string } = {},
): string {
  const { id, lifecycle, purpose, definition, tests = [] } = dataset;
  const name = id.name.split('.').at(-1) || id.name;
  const contract = {
    apiVersion: API_VERSION,
    kind: 'DataContract',
    id: datasetKey(id),
    name,
    version: options.version ?? FIRST_VERSION,
    status: lifecycle?.state ?? 'active',
    domain: dataset.domain,
    dataProduct: dataset.dataProduct,
    description: purpose === undefined ? undefined : { purpose },
    servers: [serverOf(id)],
    schema: [
      {
        name,
        physicalName: physicalNameOf(id),
        physicalType: dataset.type,
        description: definition?.en ?? definition?.ja,
        tags: dataset.tags,
        properties: propertiesOf(dataset),
        quality: rulesOf(tests.filter(test => test.columns?.length !== 1)),
        customProperties: [
          { property: EXTENSION_PROPERTY, value: extensionOf(dataset) },
        ],
      },
    ],
    team: teamOf(dataset),
    slaProperties: slaOf(dataset),
  };
  return stringifyYaml(contract);
}

function extensionOf(dataset: ContractDataset): DatasetExtension {
  const { id, definition, lifecycle, partitioning } = dataset;
  return {
    dataset: id,
    type: dataset.type,
    layer: dataset.layer,
    tier: dataset.tier,
    descriptionJa: definition?.en === undefined ? undefined : definition.ja,
    successor: lifecycle?.successor,
    partitionedBy: partitioning?.by,
    foreignKeys: dataset.foreignKeys,
  };
}

function teamOf({ owners = [], stewards = [] }: ContractDataset) {
  const members = [
    ...owners.map(owner => memberOf(owner, 'owner')),
    ...stewards.map(steward => memberOf(steward, 'steward')),
  ];
  return members.length > 0 ? { members } : undefined;
}

function memberOf({ ref, name, email }: ContractOwner, role: string) {
  const username = ref ?? email ?? name;
  return {
    username,
    name: username === name ? undefined : name,
    role,
    customProperties:
      email !== undefined && username !== email
        ? [{ property: 'email', value: email }]
        : undefined,
  };
}

const PERIODS = {
  hourly: { value: 1, unit: 'h' },
  daily: { value: 1, unit: 'd' },
  weekly: { value: 1, unit: 'w' },
  monthly: { value: 1, unit: 'month' },
  'on-demand': { value: 'on-demand', unit: undefined },
} as const;

function slaOf({ updateFrequency, lifecycle }: ContractDataset) {
  const promises = [
    ...(updateFrequency
      ? [{ property: 'frequency', ...PERIODS[updateFrequency] }]
      : []),
    ...(lifecycle?.until
      ? [{ property: 'endOfSupport', value: lifecycle.until }]
      : []),
  ];
  return promises.length > 0 ? promises : undefined;
}
