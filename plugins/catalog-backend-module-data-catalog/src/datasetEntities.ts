import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ResourceEntity,
} from '@backstage/catalog-model';
import { createUpstreamLookup, type DbtNode } from '@suido/dbt-project';
import { ANNOTATIONS, highestTier, readAuthoredText } from '@suido/vocabulary';

/** An entity and the file whose loss would lose what is known of it. */
export interface DatasetEntity {
  readonly entity: ResourceEntity;
  readonly propertiesPaths: readonly string[];
}

/** The catalog is for finding; whole texts are in the repository. */
const MAX_DESCRIPTION_LENGTH_CHARS = 2_000;
const MAX_PURPOSE_LENGTH_CHARS = 500;
const REQUEST_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/i;
/** An owner that says so: there is no such group. */
const NO_OWNER = 'unknown';

/**
 * The datasets of a project as entities.
 *
 * @remarks
 * Disabled and ephemeral nodes have no relation, so they are no entities; what
 * an ephemeral model reads counts for those that read it. A seed and a source
 * of the same table are one dataset.
 *
 * @param url - of the repository's tree
 */
export function datasetEntities(
  nodes: readonly DbtNode[],
  url: string,
): readonly DatasetEntity[] {
  const isDataset = (node: DbtNode) =>
    node.enabled && node.materialized !== 'ephemeral';
  const upstream = createUpstreamLookup({ nodes });

  const inputsOf = (node: DbtNode, seen: Set<DbtNode>): readonly string[] =>
    upstream(node).flatMap(input => {
      if (seen.has(input)) {
        return [];
      }
      seen.add(input);
      return isDataset(input) ? [input.key] : inputsOf(input, seen);
    });

  const byKey = new Map<string, readonly DbtNode[]>();
  for (const node of nodes.filter(isDataset)) {
    byKey.set(node.key, [...(byKey.get(node.key) ?? []), node]);
  }
  return [...byKey].map(([key, same]) => {
    const inputs = same.flatMap(node => inputsOf(node, new Set()));
    return {
      entity: datasetEntity(
        mergeNodes(same),
        [...new Set(inputs)].filter(input => input !== key).sort(),
        url,
      ),
      propertiesPaths: same.flatMap(({ propertiesPath }) =>
        propertiesPath ? [propertiesPath] : [],
      ),
    };
  });
}

/** One description out of several, for what each of them tells. */
function mergeNodes(same: readonly DbtNode[]): DbtNode {
  const [first, ...others] = same;
  return others.reduce<DbtNode>((merged, node) => {
    const tiers = [merged.tier, node.tier].flatMap(tier =>
      tier ? [tier] : [],
    );
    return {
      ...merged,
      definition: { ...node.definition, ...merged.definition },
      owner: merged.owner ?? node.owner,
      purpose: merged.purpose ?? node.purpose,
      updateFrequency: merged.updateFrequency ?? node.updateFrequency,
      tier: tiers.length > 0 ? highestTier(tiers) : undefined,
    };
  }, first);
}

function datasetEntity(
  node: DbtNode,
  inputs: readonly string[],
  url: string,
): ResourceEntity {
  const requestId =
    node.requestId && REQUEST_ID.test(node.requestId)
      ? node.requestId
      : undefined;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: node.key,
      title: node.name,
      description: readAuthoredText(node.definition, 'en')?.slice(
        0,
        MAX_DESCRIPTION_LENGTH_CHARS,
      ),
      tags: [node.layer],
      annotations: withoutUndefined({
        [ANNOTATION_LOCATION]: `url:${url}`,
        [ANNOTATION_ORIGIN_LOCATION]: `url:${url}`,
        [ANNOTATIONS.datasetNamespace]: node.id.namespace,
        [ANNOTATIONS.datasetName]: node.id.name,
        [ANNOTATIONS.layer]: node.layer,
        [ANNOTATIONS.tier]: node.tier && String(node.tier),
        [ANNOTATIONS.updateFrequency]: node.updateFrequency,
        [ANNOTATIONS.purpose]: node.purpose?.slice(0, MAX_PURPOSE_LENGTH_CHARS),
        [ANNOTATIONS.requestId]: requestId,
      }),
      ...(requestId && {
        links: [
          { url: `/data-requests/requests/${requestId}`, title: 'Request' },
        ],
      }),
    },
    spec: {
      type: 'dataset',
      owner: node.owner ?? NO_OWNER,
      // Folders of other layers are systems, such as `staging/pos`
      ...(node.layer === 'mart' && node.domain && { domain: node.domain }),
      ...(inputs.length > 0 && {
        dependsOn: inputs.map(key => `resource:default/${key}`),
      }),
    },
  };
}

function withoutUndefined(
  values: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value ? [[key, value]] : [],
    ),
  );
}
