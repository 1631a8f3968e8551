import type {
  Contract,
  ContractMember,
  ContractObject,
  ContractProblem,
  ContractRelationship,
  ContractServer,
  ContractSla,
} from './Contract';
import { parseContractYaml } from './parseContractYaml';
import { EXTENSION_PROPERTY, readProperties, rulesOf } from './readProperties';
import { upgradeV2 } from './upgradeV2';
import {
  customProperty,
  listOf,
  mapOf,
  textOf,
  textsOf,
  type YamlMap,
} from './yamlValue';

/** What a text turned out to be. @public */
export type ReadContract =
  | {
      readonly kind: 'contract';
      readonly contract: Contract;
      /** Parts that were left out; the rest is in the contract. */
      readonly problems: readonly ContractProblem[];
    }
  | { readonly kind: 'broken'; readonly problems: readonly ContractProblem[] }
  /** YAML of another kind. */
  | { readonly kind: 'other' };

/**
 * Reads a contract of the Open Data Contract Standard, v3 or v2.2. Tolerant: a
 * key that is not known is ignored, a part that is wrong is left out and named.
 * Never throws.
 * @public
 */
export function readContract(text: string): ReadContract {
  const { root, problems } = parseContractYaml(text);
  if (!root) {
    return { kind: 'broken', problems };
  }
  if (textOf(root.get('kind')) !== 'DataContract') {
    return { kind: 'other' };
  }
  const version =
    textOf(root.get('apiVersion')) ?? textOf(root.get('templateVersion')) ?? '';
  const major = /^v?(2\.2|3)(?:\.|$)/.exec(version)?.[1];
  if (!major) {
    return {
      kind: 'broken',
      problems: [
        {
          code: 'broken',
          at: 'apiVersion',
          message: `The version is ${JSON.stringify(
            version,
          )}; v3 and v2.2 can be read`,
        },
      ],
    };
  }
  const contract = contractOf(major === '3' ? root : upgradeV2(root), {
    apiVersion: version,
    problems,
  });
  return { kind: 'contract', contract, problems };
}

function contractOf(
  root: YamlMap,
  options: { apiVersion: string; problems: ContractProblem[] },
): Contract {
  const { apiVersion, problems } = options;
  const team = root.get('team');
  return {
    apiVersion,
    status: textOf(root.get('status')),
    domain: textOf(root.get('domain')),
    dataProduct: textOf(root.get('dataProduct')),
    purpose: textOf(mapOf(root.get('description')).get('purpose')),
    tags: textsOf(root.get('tags')),
    servers: listOf(root.get('servers')).map(each => serverOf(mapOf(each))),
    teamName: textOf(mapOf(team).get('name')),
    // A list of members until v3.0, an object that holds them since v3.1
    members: listOf(mapOf(team).get('members') ?? team).flatMap(each =>
      memberOf(mapOf(each)),
    ),
    sla: listOf(root.get('slaProperties')).flatMap(each => slaOf(mapOf(each))),
    objects: listOf(root.get('schema')).flatMap((each, index) =>
      objectOf(mapOf(each), `schema[${index}]`, problems),
    ),
  };
}

function serverOf(server: YamlMap): ContractServer {
  return {
    name: textOf(server.get('server')),
    type: textOf(server.get('type'))?.toLowerCase() ?? 'custom',
    environment: textOf(server.get('environment')),
    fields: new Map(
      [...server].flatMap(([key, value]) => {
        const text = textOf(value);
        return text ? [[String(key), text] as const] : [];
      }),
    ),
  };
}

/** Who left, or was replaced, is not of the team any more. */
function memberOf(member: YamlMap): ContractMember[] {
  const username = textOf(member.get('username')) ?? textOf(member.get('name'));
  const hasLeft =
    textOf(member.get('dateOut')) ?? textOf(member.get('replacedByUsername'));
  return username && !hasLeft
    ? [
        {
          username,
          name: textOf(member.get('name')),
          email: textOf(customProperty(member, 'email')),
          role: textOf(member.get('role')),
        },
      ]
    : [];
}

function slaOf(sla: YamlMap): ContractSla[] {
  const property = textOf(sla.get('property'));
  const value = textOf(sla.get('value'));
  return property && value
    ? [
        {
          property,
          value,
          unit: textOf(sla.get('unit')),
          element: textOf(sla.get('element')),
        },
      ]
    : [];
}

function objectOf(
  object: YamlMap,
  at: string,
  problems: ContractProblem[],
): ContractObject[] {
  const physicalName = textOf(object.get('physicalName'));
  const name = textOf(object.get('name')) ?? physicalName;
  if (!name) {
    problems.push({ code: 'unnamed', at, message: 'has no name' });
    return [];
  }
  return [
    {
      at,
      name,
      physicalName: physicalName ?? name,
      physicalType: textOf(object.get('physicalType')),
      description: textOf(object.get('description')),
      tags: textsOf(object.get('tags')),
      properties: readProperties(
        object,
        { at, path: '', logicalPath: '', depth: 0 },
        problems,
      ),
      rules: rulesOf(object),
      relationships: relationshipsOf(object, name),
      extension: customProperty(object, EXTENSION_PROPERTY),
    },
  ];
}

/** Of the object, and of its properties, where `from` is the property itself. */
function relationshipsOf(
  object: YamlMap,
  name: string,
): ContractRelationship[] {
  const own = listOf(object.get('relationships')).map(mapOf);
  const ofProperties = listOf(object.get('properties'))
    .map(mapOf)
    .flatMap(property =>
      listOf(property.get('relationships')).map(
        each =>
          new Map([
            ...mapOf(each),
            ['from', `${name}.${textOf(property.get('name'))}`],
          ]),
      ),
    );
  return [...own, ...ofProperties].flatMap(relationship => {
    const from = onesOf(relationship.get('from'));
    const to = onesOf(relationship.get('to'));
    const isForeignKey =
      (textOf(relationship.get('type')) ?? 'foreignKey') === 'foreignKey';
    return isForeignKey && from.length > 0 && from.length === to.length
      ? [{ from, to }]
      : [];
  });
}

function onesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap(
    each => textOf(each) ?? [],
  );
}
