import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { KeyboardEvent, RefObject } from 'react';
import { dataCatalogTranslationRef } from '../translation/ref';
import { FoundItem, keyOfFound } from './FoundItem';
import { RESULT } from './useResultWalk';
import type { FoundSoFar } from './useSearch';

interface FoundListProps {
  readonly found: FoundSoFar;
  readonly isBusy: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
  readonly listRef: RefObject<HTMLOListElement>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What was found, best first. */
export function FoundList(props: FoundListProps) {
  const { found, isBusy, isLoadingMore, onMore, listRef, onKeyDown } = props;
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  return (
    <>
      <Box
        component="ol"
        ref={listRef}
        aria-label={t('find.results')}
        aria-busy={isBusy}
        onKeyDown={onKeyDown}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          opacity: isBusy ? 0.6 : 1,
          '& > li': {
            py: 1.5,
            borderBottom: 1,
            borderColor: 'divider',
          },
          '& > li:focus-within': {
            boxShadow: theme => `-6px 0 ${theme.palette.primary.main}`,
          },
          '& > li :is(a, [data-title]):focus-visible': {
            outline: '2px solid currentcolor',
            outlineOffset: 2,
          },
        }}
      >
        {found.items.map(item => (
          <li key={keyOfFound(item)} {...{ [RESULT]: '' }}>
            <FoundItem found={item} words={found.words} />
          </li>
        ))}
      </Box>
      {found.hasMore && (
        <Button onClick={onMore} disabled={isLoadingMore || isBusy}>
          {t('find.more')}
        </Button>
      )}
    </>
  );
}
