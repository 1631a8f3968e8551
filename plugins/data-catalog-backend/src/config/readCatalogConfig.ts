import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { LAYERS, layerSchema } from '@suido/vocabulary';
import { TextMask, type MaskingRule } from '../masking/TextMask';
import {
  DEFAULT_PRECEDENCE,
  type LayerRule,
  type SourceOrder,
} from '../merge/MergeConfig';
import type {
  CatalogConfig,
  HoldBackConfig,
  PushSourceConfig,
} from './CatalogConfig';

const MEBIBYTE = 1_024 * 1_024;
const SOURCE_ID = /^[a-z0-9][a-z0-9._-]{0,127}$/;

/**
 * Reads `dataCatalog`.
 * @throws `InputError` that names the key and what it must be
 */
export function readCatalogConfig(root: Config): CatalogConfig {
  const config = root.getOptionalConfig('dataCatalog');
  const limits = config?.getOptionalConfig('push.limits');
  return {
    merge: {
      precedence: {
        meaning: readOrder(config, 'meaning'),
        physical: readOrder(config, 'physical'),
      },
      owners: readOwners(config),
      layers: (config?.getOptionalConfigArray('layers') ?? []).map(
        readLayerRule,
      ),
    },
    mask: new TextMask({
      emails: config?.getOptionalBoolean('masking.emails') ?? true,
      secrets: config?.getOptionalBoolean('masking.secrets') ?? true,
      rules: (config?.getOptionalConfigArray('masking.rules') ?? []).map(
        readMaskingRule,
      ),
    }),
    holdBack: readHoldBack(config),
    synonyms: (config?.getOptionalConfigArray('search.synonyms') ?? []).map(
      each => each.getStringArray('words'),
    ),
    push: {
      sources: readPushSources(config),
      limits: {
        compressedBytes:
          (limits?.getOptionalNumber('compressedMebibytes') ?? 256) * MEBIBYTE,
        bytes: (limits?.getOptionalNumber('mebibytes') ?? 2_048) * MEBIBYTE,
        recordBytes:
          (limits?.getOptionalNumber('recordMebibytes') ?? 16) * MEBIBYTE,
      },
    },
  };
}

function readOrder(
  config: Config | undefined,
  order: 'meaning' | 'physical',
): SourceOrder {
  const names = config?.getOptionalStringArray(`precedence.${order}`);
  if (names && new Set(names).size < names.length) {
    throw new InputError(
      `'dataCatalog.precedence.${order}' names a source twice; name each once.`,
    );
  }
  return names ?? DEFAULT_PRECEDENCE[order];
}

function readOwners(config: Config | undefined): Map<string, string> {
  const owners = new Map<string, string>();
  const entries = config?.getOptionalConfigArray('owners.map') ?? [];
  entries.forEach((entry, index) => {
    const key = `dataCatalog.owners.map[${index}].owner`;
    const ref = readRef(entry.getString('owner'), key);
    for (const name of entry.getStringArray('says')) {
      owners.set(name.trim().toLowerCase(), ref);
    }
  });
  return owners;
}

function readRef(ref: string, key: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'group' }));
  } catch {
    throw new InputError(
      `'${key}' is '${ref}'; write an entity ref such as group:default/sales.`,
    );
  }
}

function readLayerRule(rule: Config, index: number): LayerRule {
  const key = `dataCatalog.layers[${index}]`;
  const layer = layerSchema.safeParse(rule.getString('layer'));
  if (!layer.success) {
    throw new InputError(
      `'${key}.layer' is '${rule.getString(
        'layer',
      )}'; write one of ${LAYERS.join(', ')}.`,
    );
  }
  const conditions = {
    folder: rule.getOptionalString('folder'),
    schema: rule.getOptionalString('schema'),
    prefix: rule.getOptionalString('prefix'),
    tag: rule.getOptionalString('tag'),
  };
  if (Object.values(conditions).every(value => value === undefined)) {
    throw new InputError(
      `'${key}' fits every dataset; give one of folder, schema, prefix, tag.`,
    );
  }
  return { layer: layer.data, ...conditions };
}

function readMaskingRule(rule: Config, index: number): MaskingRule {
  const source = rule.getString('pattern');
  try {
    return {
      name: rule.getOptionalString('name') ?? `rule-${index + 1}`,
      pattern: new RegExp(source, 'gu'),
      replacement: rule.getOptionalString('replacement') ?? '[masked]',
    };
  } catch {
    throw new InputError(
      `'dataCatalog.masking.rules[${index}].pattern' is '${source}', which is not a regular expression; correct it.`,
    );
  }
}

function readHoldBack(config: Config | undefined): HoldBackConfig {
  const shares = new Map<string, number>();
  for (const source of config?.getOptionalConfigArray('sources') ?? []) {
    const share = source.getOptionalNumber('maxRemovedShare');
    if (share !== undefined) {
      shares.set(source.getString('id'), share);
    }
  }
  const maxRemovedShare = config?.getOptionalNumber('maxRemovedShare') ?? 0.2;
  for (const share of [maxRemovedShare, ...shares.values()]) {
    if (!(share >= 0 && share <= 1)) {
      throw new InputError(
        `'dataCatalog.maxRemovedShare', also of a source, is ${share}; write a share from 0 to 1.`,
      );
    }
  }
  return {
    maxRemovedShare,
    maxRemovedShares: shares,
    minRemoved: config?.getOptionalNumber('minRemoved') ?? 10,
  };
}

function readPushSources(config: Config | undefined): PushSourceConfig[] {
  const seen = new Set<string>();
  return (config?.getOptionalConfigArray('push.sources') ?? []).map(
    (source, index) => {
      const key = `dataCatalog.push.sources[${index}]`;
      const id = source.getString('id');
      if (!SOURCE_ID.test(id) || id === 'portal' || seen.has(id)) {
        throw new InputError(
          `'${key}.id' is '${id}'; write an id of its own from small letters, digits, '.', '_' and '-', other than 'portal'.`,
        );
      }
      seen.add(id);
      return {
        id,
        title: source.getOptionalString('title') ?? id,
        subjects: source.getStringArray('subjects'),
      };
    },
  );
}
