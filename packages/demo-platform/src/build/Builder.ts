import { InputError, isError } from '@backstage/errors';
import {
  readDbtProject,
  type DbtProject,
  type ProjectFiles,
} from '@suido/dbt-project';
import {
  classifyDatasets,
  tierOfColumn,
  type DatasetTiers,
} from '../masking/classify';
import { readRequired } from '../repository/BareRepository';
import { JinjaEngine } from '../render/JinjaEngine';
import { readVars } from '../render/readVars';
import { renderModel } from '../render/renderModel';
import { quoteRelation, relationNameOf } from '../warehouse/quote';
import type { DatasetState, Run, StateStore } from '../warehouse/StateStore';
import type { RelationContent, Warehouse } from '../warehouse/Warehouse';
import { buildOrder, type PlannedDataset } from './buildOrder';
import { revisionOf } from './revision';

/** Where the project is and what its target is called. */
export interface ProjectPlace {
  readonly projectPath: string;
  readonly datasetNamespace: string;
  readonly database: string;
  readonly schema: string;
}

/** How a dataset came out of this run. */
interface Outcome {
  readonly status: 'built' | 'unchanged' | 'failed' | 'skipped';
  readonly revision?: string;
  /** How others read it in SQL. */
  readonly relation?: string;
  readonly error?: string;
}

type Renderer = (
  sql: string,
  name: string,
  outcomes: ReadonlyMap<string, Outcome>,
) => string;

/** Of a dataset that was not classified: nothing of it is shown. */
const UNKNOWN_TIERS: DatasetTiers = { dataset: 4, columns: new Map() };

const MATERIALIZATIONS: ReadonlyMap<string, 'table' | 'view'> = new Map([
  ['view', 'view'],
  ['ephemeral', 'view'],
  ['table', 'table'],
  // Built in full each time: there is no earlier run to add to
  ['incremental', 'table'],
]);

/** Builds what changed of a project into the warehouse. */
export class Builder {
  /** Tiers of the commit that is or was built last, by dataset. */
  tiers: ReadonlyMap<string, DatasetTiers> = new Map();

  private readonly engine = new JinjaEngine();

  constructor(
    private readonly place: ProjectPlace,
    private readonly warehouse: Warehouse,
    private readonly states: StateStore,
  ) {}

  /**
   * Builds the project as it is in `files`.
   *
   * @remarks
   * A model that cannot be built fails with its reason and those that read it
   * are skipped; all others go on. What failed or was skipped keeps the
   * relation of its last good build, as in a real warehouse.
   *
   * @throws `InputError` where the project cannot be read at all; nothing
   * changed then
   */
  async build(files: ProjectFiles, signal: AbortSignal): Promise<Run['nodes']> {
    const project = await readDbtProject(files, this.place);
    if (project.nodes.length === 0) {
      const reason = project.problems
        .map(({ path, message }) => `${path}: ${message}`)
        .join('; ');
      throw new InputError(`There is nothing to build. ${reason}`);
    }
    const render = await this.createRenderer(files, project);
    // Before anything is built: what this commit hides is hidden from here on
    this.tiers = classifyDatasets(project.nodes);
    const outcomes = new Map<string, Outcome>();
    const nodes: Run['nodes'] = [];
    const order = buildOrder(project.nodes);
    for (const dataset of order) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const outcome = await this.buildDataset(dataset, outcomes, render, files);
      const { name } = dataset.node.id;
      outcomes.set(name, outcome);
      nodes.push({
        name,
        status: outcome.status,
        durationMs: Math.round(performance.now() - startedAt),
        error: outcome.error,
      });
    }
    await this.states.keepOnly(
      new Set(
        order
          .filter(({ node }) => node.materialized !== 'ephemeral')
          .map(({ node }) => node.id.name),
      ),
    );
    return nodes;
  }

  private async buildDataset(
    dataset: PlannedDataset,
    outcomes: ReadonlyMap<string, Outcome>,
    render: Renderer,
    files: ProjectFiles,
  ): Promise<Outcome> {
    const { node, upstream } = dataset;
    const { name } = node.id;
    try {
      const missing = upstream.find(
        input => outcomes.get(input)?.revision === undefined,
      );
      if (dataset.circular) {
        throw new InputError('It reads itself, around a circle');
      }
      if (missing) {
        return await this.remember(name, 'skipped', `${missing} was not built`);
      }
      const relation = relationNameOf(name);
      if (!relation || relation.database !== this.place.database) {
        throw new InputError(
          `The demo platform has no place for ${name}: it needs a name of three parts in database ${this.place.database}`,
        );
      }
      const tiers = this.tiers.get(name) ?? UNKNOWN_TIERS;
      const content = await this.contentOf(dataset, outcomes, render, files);
      const revision = revisionOf(
        name,
        content,
        upstream.map(input => outcomes.get(input)?.revision ?? ''),
        tiers,
      );
      if (node.materialized === 'ephemeral' && content.kind !== 'seed') {
        return {
          status: 'unchanged',
          revision,
          relation: `(\n${content.sql}\n)`,
        };
      }
      const built = { revision, relation: quoteRelation(relation) };
      const state = this.states.get(name);
      if (state?.status === 'ready' && state.revision === revision) {
        return { status: 'unchanged', ...built };
      }
      const ready = await this.warehouse.build(
        relation,
        content,
        async ({ columns, rowCount }) => {
          const next: DatasetState = {
            name,
            status: 'ready',
            revision,
            columns: columns.map(column => ({
              ...column,
              tier: tierOfColumn(tiers, column.name),
            })),
            rowCount,
          };
          await this.states.write(next);
          return next;
        },
      );
      this.states.know(ready);
      return { status: 'built', ...built };
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      return await this.remember(name, 'failed', reason);
    }
  }

  private async remember(
    name: string,
    status: 'failed' | 'skipped',
    error: string,
  ): Promise<Outcome> {
    const { columns = [], rowCount, revision } = this.states.get(name) ?? {};
    await this.states.save({
      name,
      status,
      columns,
      rowCount,
      revision,
      error,
    });
    return { status, error };
  }

  private async contentOf(
    { node }: PlannedDataset,
    outcomes: ReadonlyMap<string, Outcome>,
    render: Renderer,
    files: ProjectFiles,
  ): Promise<RelationContent> {
    if (node.kind === 'seed') {
      return {
        kind: 'seed',
        csv: await readRequired(files, node.path),
        delimiter: ',',
        types: new Map(
          node.columns.flatMap(({ name, dataType }) =>
            dataType ? [[name, dataType]] : [],
          ),
        ),
      };
    }
    if (node.kind !== 'model') {
      throw new InputError(
        node.kind === 'source'
          ? 'The demo company has no seed with the data of this source'
          : 'The demo platform does not run snapshots',
      );
    }
    const kind = MATERIALIZATIONS.get(node.materialized ?? '');
    if (!kind || !node.path.endsWith('.sql')) {
      throw new InputError(
        `The demo platform does not run ${
          kind ? 'Python models' : `models that are ${node.materialized}`
        }`,
      );
    }
    const sql = await readRequired(files, node.path);
    return { kind, sql: render(sql, node.id.name, outcomes) };
  }

  private async createRenderer(
    files: ProjectFiles,
    project: DbtProject,
  ): Promise<Renderer> {
    const { projectPath, database, schema } = this.place;
    const folder = projectPath === '' ? '' : `${projectPath}/`;
    const vars = readVars(
      await readRequired(files, `${folder}dbt_project.yml`),
      project.layout.projectName,
    );
    const paths = await files.list(projectPath);
    const macros = await Promise.all(
      paths
        .filter(path => path.startsWith(`${folder}macros/`))
        .filter(path => path.endsWith('.sql'))
        .map(path => readRequired(files, path)),
    );
    const datasets = new Map(
      project.nodes.map(node => [
        node.kind === 'source' ? `${node.sourceName}.${node.name}` : node.name,
        node.id.name,
      ]),
    );
    const target = { name: 'demo', type: 'duckdb', database, schema };
    return (sql, name, outcomes) => {
      const relation = relationNameOf(name);
      const find = (key: string) =>
        outcomes.get(datasets.get(key) ?? '')?.relation;
      return renderModel(
        sql,
        {
          ref: find,
          source: (source, table) => find(`${source}.${table}`),
          vars,
          this: relation ? quoteRelation(relation) : '',
          target,
          macros,
        },
        this.engine,
      );
    };
  }
}
