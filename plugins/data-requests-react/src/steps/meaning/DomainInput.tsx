import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SelectInput, TextInput } from '../../fields';
import { tidyIdentifier } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';

interface DomainInputProps {
  readonly value: string;
  /** The folders that there are; a new repository has none yet. */
  readonly domains: readonly string[];
  readonly onChange: (value: string) => void;
}

/** The folder of the mart layer: one of those there are, else a new one. */
export function DomainInput({ value, domains, onChange }: DomainInputProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const shared = {
    field: 'domain',
    label: t('meaning.domain'),
    help: t('meaning.domainHelp'),
    value,
    onChange,
    required: true,
  };
  if (domains.length === 0) {
    return <TextInput {...shared} tidy={tidyIdentifier} maxLength={63} />;
  }
  return (
    <SelectInput
      {...shared}
      options={domains.map(domain => ({ value: domain, label: domain }))}
      emptyLabel={t('meaning.choose')}
    />
  );
}
