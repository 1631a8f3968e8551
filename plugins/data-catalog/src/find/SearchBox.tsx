import { useTranslationRef } from '@backstage/frontend-plugin-api';
import SearchIcon from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useTypedText } from '@suido/backstage-plugin-data-catalog-react';
import { isComposing } from '@suido/react-kit';
import type { KeyboardEvent, RefObject } from 'react';
import { dataCatalogTranslationRef } from '../translation/ref';
import { LONGEST_WORDS_CHARS } from './findingAddress';

interface SearchBoxProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly inputRef: RefObject<HTMLInputElement>;
  /** Goes into the results. */
  readonly onEnterResults: () => void;
}

/** One box over everything in the catalog. */
export function SearchBox(props: SearchBoxProps) {
  const { words, onWords, inputRef, onEnterResults } = props;
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const text = useTypedText(words, onWords);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) {
      return;
    }
    switch (event.key) {
      case 'Enter':
        text.passOn();
        break;
      case 'Escape':
        text.passOn('');
        break;
      case 'ArrowDown':
        onEnterResults();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <TextField
      type="search"
      fullWidth
      inputRef={inputRef}
      value={text.typed}
      onChange={event => text.setTyped(event.target.value)}
      onCompositionStart={text.onCompositionStart}
      onCompositionEnd={text.onCompositionEnd}
      onKeyDown={onKeyDown}
      placeholder={t('find.placeholder')}
      helperText={t('find.keys')}
      inputProps={{
        'aria-label': t('find.label'),
        maxLength: LONGEST_WORDS_CHARS,
        autoComplete: 'off',
        spellCheck: false,
      }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon aria-hidden="true" />
          </InputAdornment>
        ),
      }}
    />
  );
}
