import { useApi } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useLanguage } from '@suido/react-kit';
import { LANGUAGES, type Language } from '@suido/vocabulary';
import { suidoAppTranslationRef } from '../translation/ref';

/** Chooses the language; each is written in itself. */
export function LanguageSwitch() {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const languageApi = useApi(appLanguageApiRef);
  const language = useLanguage();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={language}
      onChange={(_, next: Language | null) =>
        next && languageApi.setLanguage(next)
      }
      aria-label={t('language.label')}
    >
      {LANGUAGES.map(choice => (
        <ToggleButton key={choice} value={choice} lang={choice}>
          {t(`language.${choice}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
