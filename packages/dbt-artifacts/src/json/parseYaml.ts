import { parseDocument } from 'yaml';
import { ArtifactError } from '../ArtifactError';
import { hasConflictMarkers } from './conflictMarkers';

/**
 * @throws ArtifactError when it is not YAML, or its aliases multiply (a
 *   "billion laughs" file)
 */
export function parseYaml(text: string): unknown {
  if (hasConflictMarkers(text)) {
    throw new ArtifactError('git-conflict');
  }
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    const [error] = document.errors;
    if (error) {
      throw error;
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return value;
  } catch (error) {
    const [detail] = String(error).split('\n');
    throw new ArtifactError('not-yaml', { detail });
  }
}
