import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { highestTier, TIERS } from '@suido/vocabulary';
import { FieldGroup } from '../../fields';
import type { MartForm } from '../../form';
import { lowestTierOf } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';
import { ChoiceList } from './ChoiceList';

interface TierChoiceProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly form: MartForm;
}

/** How sensitive the mart is: never less than what it is made of. */
export function TierChoice({ value, onChange, form }: TierChoiceProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { preview, isRefreshing } = form.preview;
  const known = lowestTierOf(value, form.datasets);
  const lowest =
    preview && !isRefreshing ? highestTier([preview.lowestTier], known) : known;
  return (
    <FieldGroup
      field="tier"
      title={t('meaning.tier')}
      help={t('meaning.tierHelp', { tier: t(`tier.${lowest}`) })}
    >
      <ChoiceList
        label={t('meaning.tier')}
        value={String(value.tier)}
        choices={TIERS.map(tier => ({
          value: String(tier),
          label: t(`tier.${tier}`),
          effect: t(
            tier < lowest ? 'meaning.tierTooLow' : `tierEffect.${tier}`,
          ),
          disabled: tier < lowest,
        }))}
        onChange={chosen =>
          onChange({
            ...value,
            tier: TIERS.find(tier => String(tier) === chosen) ?? value.tier,
          })
        }
      />
    </FieldGroup>
  );
}
