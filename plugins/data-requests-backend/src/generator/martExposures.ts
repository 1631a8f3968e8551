import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import type { DbtGroup } from '@suido/dbt-project';
import { renderedText } from './authoredText';
import { defined } from './definedEntries';
import { webAddress } from './webAddress';
import { bareWord } from './yamlText';

/**
 * The exposures of a mart: who reads it, as dbt's lineage shows it. Their
 * names are made of the mart's name, the kind and the place in the list; what
 * a person called them is only the label.
 */
export function martExposures(
  spec: Pick<MartSpec, 'name' | 'domain' | 'consumers'>,
  group: DbtGroup | undefined,
): readonly object[] {
  return spec.consumers.flatMap(({ kind, name, url, exposure }, index) => {
    const label = renderedText(name);
    return exposure && label !== undefined
      ? [
          defined({
            name: `${spec.name}_${kind}_${index + 1}`,
            label,
            type: bareWord(kind),
            url: renderedText(webAddress(url)),
            maturity: bareWord('low'),
            owner: ownerOf(group, spec.domain),
            depends_on: [`ref('${spec.name}')`],
          }),
        ]
      : [];
  });
}

/** dbt wants a name or an address; without a group the domain answers. */
function ownerOf(group: DbtGroup | undefined, domain: string): object {
  return defined({
    name: renderedText(group?.ownerName) ?? group?.name ?? domain,
    email: renderedText(group?.ownerEmail),
  });
}
