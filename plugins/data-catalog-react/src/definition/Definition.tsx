import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { useLanguage } from '@suido/react-kit';
import { readAuthoredText, type AuthoredText } from '@suido/vocabulary';
import { dataCatalogReactTranslationRef } from '../translation/ref';
import { MarkdownText } from './MarkdownText';

/** @public */
export interface DefinitionProps {
  readonly definition: AuthoredText;
}

/**
 * What a dataset or column means, in the reader's language; in the other one
 * where nobody wrote it in theirs, and then it says so.
 * @public
 */
export function Definition({ definition }: DefinitionProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const language = useLanguage();
  const text = readAuthoredText(definition, language);
  if (!text) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('definition.none')}
      </Typography>
    );
  }
  const isOwn = Boolean(definition[language]?.trim());
  const other = language === 'en' ? 'ja' : 'en';
  return (
    <>
      <MarkdownText text={text} lang={isOwn ? language : other} />
      {!isOwn && (
        <Typography variant="caption" color="text.secondary" component="p">
          {t(`definition.otherLanguage.${other}`)}
        </Typography>
      )}
    </>
  );
}
