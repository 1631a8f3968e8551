import { parseYaml } from '../yaml/parseYaml';
import { at, listOf, literalOf, mapOf, type YamlMap } from '../yaml/yamlValue';
import type { DbtGroup, DbtProblem } from '../types';

/** An entry of a properties file that describes a resource. */
export interface PropertiesEntry {
  readonly name: string;
  readonly entry: YamlMap;
  readonly path: string;
}

/** A table of a source, with the source around it. */
export interface SourceEntry extends PropertiesEntry {
  readonly source: YamlMap;
  readonly sourceName: string;
}

/** All that the properties files of a project say. */
export interface Properties {
  readonly models: ReadonlyMap<string, PropertiesEntry>;
  readonly seeds: ReadonlyMap<string, PropertiesEntry>;
  readonly snapshots: ReadonlyMap<string, PropertiesEntry>;
  readonly sources: readonly SourceEntry[];
  readonly groups: readonly DbtGroup[];
  readonly problems: readonly DbtProblem[];
}

/** Reads the properties files; a broken one is skipped and said. */
export function readProperties(
  files: readonly { readonly path: string; readonly text: string }[],
): Properties {
  const problems: DbtProblem[] = [];
  const sources = new Map<string, SourceEntry>();
  const groups = new Map<string, DbtGroup>();
  const documents = files.flatMap(({ path, text }) => {
    const { value, problems: found } = parseYaml(text);
    const skipped = value === undefined ? { skippedFile: true } : {};
    problems.push(...found.map(message => ({ path, message, ...skipped })));
    if (value instanceof Map) {
      return [{ path, root: value }];
    }
    if (value !== undefined && value !== null) {
      problems.push({
        path,
        message: 'The file is no mapping and is skipped',
        skippedFile: true,
      });
    }
    return [];
  });

  const entriesOf = (key: string) => {
    const entries = new Map<string, PropertiesEntry>();
    for (const { path, root } of documents) {
      for (const entry of listOf(root.get(key))) {
        const name = literalOf(at(entry, 'name'));
        if (!name) {
          problems.push({
            path,
            message: `An entry of \`${key}\` has no name and is skipped`,
          });
        } else if (entries.has(name)) {
          const first = entries.get(name)?.path;
          problems.push({
            path,
            message: `\`${name}\` is described a second time, first in ${first}; this one is skipped`,
          });
        } else {
          entries.set(name, { name, entry: mapOf(entry), path });
        }
      }
    }
    return entries;
  };

  for (const { path, root } of documents) {
    for (const source of listOf(root.get('sources'))) {
      for (const found of readTables(path, mapOf(source), problems)) {
        const id = `${found.sourceName}.${found.name}`;
        if (!sources.has(id)) {
          sources.set(id, found);
        }
      }
    }
    for (const group of listOf(root.get('groups'))) {
      const name = literalOf(at(group, 'name'));
      if (name && !groups.has(name)) {
        groups.set(name, {
          name,
          ownerName: literalOf(at(group, 'owner', 'name')),
          ownerEmail: literalOf(at(group, 'owner', 'email')),
        });
      }
    }
  }

  return {
    models: entriesOf('models'),
    seeds: entriesOf('seeds'),
    snapshots: entriesOf('snapshots'),
    sources: [...sources.values()],
    groups: [...groups.values()],
    problems,
  };
}

function readTables(
  path: string,
  source: YamlMap,
  problems: DbtProblem[],
): readonly SourceEntry[] {
  const sourceName = literalOf(source.get('name'));
  if (!sourceName) {
    problems.push({ path, message: 'A source has no name and is skipped' });
    return [];
  }
  return listOf(source.get('tables')).flatMap(table => {
    const name = literalOf(at(table, 'name'));
    if (!name) {
      problems.push({
        path,
        message: `A table of source \`${sourceName}\` has no name and is skipped`,
      });
      return [];
    }
    return [{ name, entry: mapOf(table), path, source, sourceName }];
  });
}
