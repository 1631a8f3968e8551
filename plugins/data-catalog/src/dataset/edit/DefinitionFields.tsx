import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '@suido/react-kit';
import type { Language } from '@suido/vocabulary';
import { dataCatalogTranslationRef } from '../../translation/ref';
import { EditField } from './EditField';
import type { useEdit } from './useEdit';

const LONGEST_CHARS = 65_536;

interface DefinitionFieldsProps {
  readonly edit: ReturnType<typeof useEdit>;
  readonly help: string;
}

/** The definition in both languages; the writer's own comes first. */
export function DefinitionFields({ edit, help }: DefinitionFieldsProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const own = useLanguage();
  const languages: Language[] = own === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
  return (
    <>
      {languages.map((language, position) => (
        <EditField
          key={language}
          edit={edit}
          field={language}
          label={t(`edit.definition.${language}`)}
          help={position === 0 ? help : undefined}
          rows={4}
          maxLength={LONGEST_CHARS}
          lang={language}
        />
      ))}
    </>
  );
}
