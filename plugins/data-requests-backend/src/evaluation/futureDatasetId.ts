import { InputError } from '@backstage/errors';
import {
  IDENTIFIER_PATTERN,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { readDbtProject } from '@suido/dbt-project';
import type { DatasetId } from '@suido/vocabulary';
import { martFolder } from '../generator/martFiles';
import { dbtOptions } from '../repository/buildRepositoryView';
import type { TargetState } from '../repository/RepositoryReader';
import { overlayFile, snapshotFiles } from '../repository/snapshotFiles';

/**
 * The dataset that a mart will be once it is merged.
 *
 * @remarks
 * The project is read as it will be, with the new model and of everything else
 * only what decides where a model goes: its configuration and its macros.
 *
 * @throws `InputError` for a name or a domain that could not be part of a path
 */
export async function futureDatasetId(
  spec: MartSpec,
  { target, snapshot, view }: Pick<TargetState, 'target' | 'snapshot' | 'view'>,
): Promise<DatasetId> {
  const { layout, nodes } = view.project;
  if (
    !IDENTIFIER_PATTERN.test(spec.name) ||
    !layout.domains.includes(spec.domain)
  ) {
    throw new InputError(
      `'${spec.name}' in '${spec.domain}' could not be a mart of target '${target.id}'`,
    );
  }
  const path = `${martFolder(spec, view)}/${spec.name}.sql`;
  const existing = nodes.find(node => node.path === path);
  if (existing) {
    return existing.id;
  }
  const files = overlayFile(
    snapshotFiles(snapshot),
    { path, content: 'select 1\n' },
    other =>
      other.endsWith('/dbt_project.yml') ||
      (other.endsWith('.sql') &&
        !layout.modelPaths.some(folder => other.startsWith(`${folder}/`))),
  );
  const project = await readDbtProject(files, dbtOptions(target));
  const node = project.nodes.find(({ name }) => name === spec.name);
  return (
    node?.id ?? {
      namespace: target.datasetNamespace,
      name: `${target.database}.${target.schema}.${spec.name}`,
    }
  );
}
