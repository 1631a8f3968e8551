import type {
  ContractProblem,
  ContractProperty,
  ContractRule,
} from './Contract';
import {
  customProperty,
  listOf,
  mapOf,
  textOf,
  textsOf,
  type YamlMap,
} from './yamlValue';

/** The custom property that holds what the standard has no key for. */
export const EXTENSION_PROPERTY = 'suido';

/** Deeper than any record; keeps what loops by aliases finite. */
const MAX_DEPTH = 50;

interface Place {
  readonly at: string;
  readonly path: string;
  readonly logicalPath: string;
  readonly depth: number;
}

/**
 * The properties of an object, those inside of them after each; elements of an
 * array are inside of it, without a name of their own.
 */
export function readProperties(
  owner: YamlMap,
  place: Place,
  problems: ContractProblem[],
): ContractProperty[] {
  if (place.depth > MAX_DEPTH) {
    return [];
  }
  return listOf(owner.get('properties')).flatMap((value, index) => {
    const property = mapOf(value);
    const at = `${place.at}.properties[${index}]`;
    const logicalName = textOf(property.get('name'));
    const name = textOf(property.get('physicalName')) ?? logicalName;
    if (!name) {
      problems.push({ code: 'unnamed', at, message: 'has no name' });
      return [];
    }
    const inside: Place = {
      at,
      path: place.path ? `${place.path}.${name}` : name,
      logicalPath: place.logicalPath
        ? `${place.logicalPath}.${logicalName ?? name}`
        : logicalName ?? name,
      depth: place.depth + 1,
    };
    return [
      propertyOf(property, inside),
      ...readProperties(property, inside, problems),
      ...readItems(property, inside, problems),
    ];
  });
}

function readItems(
  property: YamlMap,
  place: Place,
  problems: ContractProblem[],
): ContractProperty[] {
  const items = property.get('items');
  return items instanceof Map
    ? readProperties(
        mapOf(items),
        { ...place, at: `${place.at}.items` },
        problems,
      )
    : [];
}

function propertyOf(
  property: YamlMap,
  { at, path, logicalPath }: Place,
): ContractProperty {
  const required = property.get('required');
  return {
    at,
    path,
    logicalPath,
    type:
      textOf(property.get('physicalType')) ??
      textOf(property.get('logicalType')),
    isRequired: typeof required === 'boolean' ? required : undefined,
    primaryKeyPosition: positionOf(property, 'primaryKey'),
    partitionKeyPosition: positionOf(
      property,
      'partitioned',
      'partitionKeyPosition',
    ),
    classification: textOf(property.get('classification')),
    description: textOf(property.get('description')),
    tags: textsOf(property.get('tags')),
    rules: rulesOf(property),
    extension: customProperty(property, EXTENSION_PROPERTY),
  };
}

function positionOf(
  property: YamlMap,
  key: string,
  positionKey: string = `${key}Position`,
): number | undefined {
  if (property.get(key) !== true) {
    return undefined;
  }
  const position = property.get(positionKey);
  return typeof position === 'number' && position > 0 ? position : 0;
}

/** Quality rules; one without any name is called by its type. */
export function rulesOf(owner: YamlMap): ContractRule[] {
  return listOf(owner.get('quality'))
    .map(mapOf)
    .flatMap(rule => {
      const name = ['name', 'metric', 'rule', 'type']
        .map(key => textOf(rule.get(key)))
        .find(Boolean);
      return name
        ? [
            {
              name,
              columns: textsOf(customProperty(rule, 'columns')),
              severity: textOf(rule.get('severity')),
            },
          ]
        : [];
    });
}
