import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { useLanguage } from '@suido/react-kit';
import type { AuthoredText, Language } from '@suido/vocabulary';
import { dataRequestsReactTranslationRef } from '../translation';
import { TextInput } from './TextInput';

/** @public */
export interface AuthoredTextInputProps {
  /** Path in the spec; `.en` and `.ja` are put behind it. */
  readonly field: string;
  readonly label: string;
  readonly value: AuthoredText;
  readonly onChange: (value: AuthoredText) => void;
  readonly rows?: number;
  readonly hideLabels?: boolean;
}

/** A text in one or both languages; the author's own comes first. @public */
export function AuthoredTextInput(props: AuthoredTextInputProps) {
  const { field, label, value, onChange, rows, hideLabels } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const own = useLanguage();
  const languages: Language[] = own === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
  const write = (language: Language, text: string) => {
    const { [language]: _, ...others } = value;
    onChange(text === '' ? others : { ...others, [language]: text });
  };
  return (
    <Box
      data-field={field}
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
      }}
    >
      {languages.map((language, position) => (
        <TextInput
          key={language}
          // A check names the text as a whole; the author's language shows it.
          field={position === 0 ? field : `${field}.${language}`}
          label={t(`language.${language}`, { label })}
          value={value[language] ?? ''}
          onChange={text => write(language, text)}
          rows={rows}
          lang={language}
          hideLabel={hideLabels}
          placeholder={hideLabels ? t(`languageName.${language}`) : undefined}
        />
      ))}
    </Box>
  );
}
