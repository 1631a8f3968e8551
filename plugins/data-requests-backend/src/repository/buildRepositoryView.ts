import {
  CODEOWNERS_LOCATIONS,
  parseCodeowners,
  type Codeowners,
} from '@suido/codeowners';
import type { ForgeSnapshot } from '@suido/backstage-plugin-data-requests-node';
import {
  readDbtProject,
  type DbtProject,
  type DbtProjectOptions,
} from '@suido/dbt-project';
import type { TargetConfig } from '../targets/TargetConfig';
import type { RepositoryView } from './RepositoryView';
import { snapshotFiles } from './snapshotFiles';
import { viewDatasets } from './viewDatasets';

/** What the dbt reader needs to know of a target. */
export function dbtOptions(target: TargetConfig): DbtProjectOptions {
  const { projectPath, datasetNamespace, database, schema } = target;
  return { projectPath, datasetNamespace, database, schema };
}

/** Reads the repository of a target at the snapshot's commit. */
export async function buildRepositoryView(
  target: TargetConfig,
  snapshot: ForgeSnapshot,
): Promise<RepositoryView> {
  const files = snapshotFiles(snapshot);
  const project = await readDbtProject(files, dbtOptions(target));
  // Config calls the root '.', paths of a snapshot begin without it.
  const paths = await files.list(
    target.projectPath === '.' ? '' : target.projectPath,
  );
  return {
    target,
    commitSha: snapshot.commitSha,
    project,
    datasets: viewDatasets(project.nodes, target.dialect),
    codeowners: await readCodeowners(snapshot),
    paths: new Set(paths),
    sharedProperties: await readSharedProperties(project, paths, snapshot),
  };
}

async function readCodeowners(snapshot: ForgeSnapshot): Promise<Codeowners> {
  for (const path of CODEOWNERS_LOCATIONS) {
    const text = await snapshot.read(path);
    if (text !== undefined) {
      return parseCodeowners(text);
    }
  }
  return parseCodeowners('');
}

async function readSharedProperties(
  { layout }: DbtProject,
  paths: readonly string[],
  snapshot: ForgeSnapshot,
): Promise<ReadonlyMap<string, string>> {
  if (layout.propertiesLayout === 'per-model') {
    return new Map();
  }
  const wanted = paths.filter(
    path => path.startsWith(`${layout.martFolder}/`) && /\.ya?ml$/.test(path),
  );
  const texts = await Promise.all(
    wanted.map(async path => [path, await snapshot.read(path)] as const),
  );
  return new Map(
    texts.flatMap(([path, text]) =>
      text === undefined ? [] : [[path, text] as const],
    ),
  );
}
