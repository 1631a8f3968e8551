import type { OwnerRecord } from '@suido/backstage-plugin-data-catalog-common';
import type { JsonObject, Owner } from '@suido/dbt-artifacts';
import {
  tierSchema,
  updateFrequencySchema,
  type AuthoredText,
  type Tier,
  type UpdateFrequency,
} from '@suido/vocabulary';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const ENTITY_REF = /^(?:group|user):/i;
const REQUEST_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/i;

/** A text of `meta`, where there is one. */
export function textOf(meta: JsonObject, key: string): string | undefined {
  const value = meta[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** `description`, and the Japanese one beside it in `meta.description_ja`. */
export function definitionOf(
  description: string | undefined,
  meta: JsonObject,
): AuthoredText | undefined {
  const ja = textOf(meta, 'description_ja');
  if (ja) {
    return description ? { en: description, ja } : { ja };
  }
  if (!description) {
    return undefined;
  }
  return JAPANESE.test(description) ? { ja: description } : { en: description };
}

/** `meta.sensitivity_tier`, as a number or as text. */
export function tierOf(meta: JsonObject): Tier | undefined {
  const written = meta.sensitivity_tier;
  return tierSchema.safeParse(
    typeof written === 'string' ? Number(written) : written,
  ).data;
}

/** `meta.update_frequency`. */
export function updateFrequencyOf(
  meta: JsonObject,
): UpdateFrequency | undefined {
  return updateFrequencySchema.safeParse(meta.update_frequency).data;
}

/** `meta.request_id`: the request of this portal that made it. */
export function requestIdOf(meta: JsonObject): string | undefined {
  const id = textOf(meta, 'request_id');
  return id && REQUEST_ID.test(id) ? id.toUpperCase() : undefined;
}

/**
 * Who answers: `meta.owner` in words, the owner that dbt knows, else the
 * group, which is named with `_` where groups of the portal have `-`.
 */
export function ownersOf(options: {
  meta: JsonObject;
  owner?: Owner;
  group?: { name: string; owner?: Owner };
}): OwnerRecord[] | undefined {
  const { meta, owner, group } = options;
  const written = textOf(meta, 'owner');
  if (written) {
    return [ownerInWords(written)];
  }
  const told = [owner, group?.owner].find(
    each => each && (each.name || each.emails.length > 0),
  );
  if (group && /^[\w.-]+$/.test(group.name)) {
    const ref = `group:default/${group.name.replace(/_/g, '-')}`.toLowerCase();
    return [{ ref, name: told?.name, email: told?.emails[0] }];
  }
  return told && [{ name: told.name, email: told.emails[0] }];
}

function ownerInWords(written: string): OwnerRecord {
  if (ENTITY_REF.test(written)) {
    return { ref: written.toLowerCase() };
  }
  return /^\S+@\S+$/.test(written) ? { email: written } : { name: written };
}
