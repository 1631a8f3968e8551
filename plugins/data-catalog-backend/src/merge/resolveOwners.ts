import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  DatasetOwner,
  OwnerRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { MergeConfig } from './MergeConfig';

/** Owners as the portal understands them, each once. */
export function resolveOwners(
  owners: readonly OwnerRecord[],
  groups: MergeConfig['owners'],
): DatasetOwner[] {
  const resolved = new Map<string, DatasetOwner>();
  for (const owner of owners) {
    const one = resolveOwner(owner, groups);
    const identity = one.ref ?? one.label;
    if (!resolved.has(identity)) {
      resolved.set(identity, one);
    }
  }
  return [...resolved.values()];
}

function resolveOwner(
  { ref, name, email }: OwnerRecord,
  groups: MergeConfig['owners'],
): DatasetOwner {
  for (const called of [ref, email, name]) {
    const group = called && groups.get(called.trim().toLowerCase());
    if (group) {
      return ownerOfRef(group);
    }
  }
  const told = ref && readRef(ref);
  if (told) {
    return { ...ownerOfRef(told), ...(name && { label: name }) };
  }
  return {
    // Of an address only whose it is: pages are no address book.
    label: name || email?.split('@', 1)[0] || ref || '',
    isPersonal: email !== undefined,
  };
}

/** An owner who is known by their entity ref. */
export function ownerOfRef(ref: string): DatasetOwner {
  const { kind, name } = parseEntityRef(ref);
  return { ref, label: name, isPersonal: kind.toLowerCase() === 'user' };
}

/** A canonical ref; `undefined` where it is none. */
function readRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'group' }));
  } catch {
    return undefined; // what is no ref is shown as it is
  }
}
