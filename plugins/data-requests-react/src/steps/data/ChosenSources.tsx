import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type {
  InputDataset,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup, IdentifierInput } from '../../fields';
import { removeSource, renameSource, resolveSources } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';

interface ChosenSourcesProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly datasets: readonly InputDataset[];
}

/** The datasets of the mart under their short names. */
export function ChosenSources({
  value,
  onChange,
  datasets,
}: ChosenSourcesProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  return (
    <FieldGroup
      field="sources"
      title={t('data.chosen')}
      help={t('data.chosenHelp')}
    >
      {resolveSources(value.sources, datasets).map(
        ({ alias, dataset }, index) => {
          const name = dataset?.name ?? value.sources[index].dataset;
          return (
            <Box
              key={value.sources[index].dataset}
              data-field={`sources.${index}`}
              sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
            >
              <IdentifierInput
                field={`sources.${index}.alias`}
                label={t('data.alias', { name })}
                value={alias}
                onRename={to => onChange(renameSource(value, alias, to))}
                help={dataset ? undefined : t('data.unknownDataset')}
              />
              <Button
                size="small"
                sx={{ mt: 0.5, flexShrink: 0 }}
                onClick={() => onChange(removeSource(value, alias))}
                aria-label={t('action.removeNamed', { name })}
              >
                {t('action.remove')}
              </Button>
            </Box>
          );
        },
      )}
    </FieldGroup>
  );
}
