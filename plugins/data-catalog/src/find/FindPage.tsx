import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import {
  DeniedState,
  describeError,
  ErrorState,
  LoadingState,
} from '@suido/react-kit';
import { useRef } from 'react';
import { CatalogFrame } from '../frame/CatalogFrame';
import { useCatalogTabs } from '../frame/useCatalogTabs';
import { ChosenNarrowings } from './ChosenNarrowings';
import { Facets } from './Facets';
import { FoundList } from './FoundList';
import { FoundSummary } from './FoundSummary';
import { NothingFound } from './NothingFound';
import { SearchBox } from './SearchBox';
import { useFinding } from './useFinding';
import { useResultWalk } from './useResultWalk';
import { useSearch } from './useSearch';
import { useSlashKey } from './useSlashKey';

/** One search over everything that the catalog knows; all of it in the address. */
export function FindPage() {
  const tabs = useCatalogTabs();
  const { finding, setWords, setNarrowings } = useFinding();
  const search = useSearch(finding);
  const box = useRef<HTMLInputElement>(null);
  const walk = useResultWalk(box);
  useSlashKey(box);
  return (
    <CatalogFrame tabs={tabs}>
      <Stack spacing={2}>
        <SearchBox
          words={finding.words}
          onWords={setWords}
          inputRef={box}
          onEnterResults={walk.enter}
        />
        <ChosenNarrowings
          narrowings={finding.narrowings}
          onChange={setNarrowings}
        />
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            gridTemplateColumns: { xs: '1fr', md: '240px minmax(0, 1fr)' },
            alignItems: 'start',
          }}
        >
          <Facets
            facets={search.found?.facets ?? []}
            narrowings={finding.narrowings}
            onChange={setNarrowings}
          />
          <Box sx={{ minWidth: 0, minHeight: '60vh' }}>
            <Found search={search} walk={walk} onNarrowings={setNarrowings} />
          </Box>
        </Box>
      </Stack>
    </CatalogFrame>
  );
}

interface FoundProps {
  readonly search: ReturnType<typeof useSearch>;
  readonly walk: ReturnType<typeof useResultWalk>;
  readonly onNarrowings: ReturnType<typeof useFinding>['setNarrowings'];
}

function Found({ search, walk, onNarrowings }: FoundProps) {
  const { found, error, isBusy, isAnswered } = search;
  const failure = error && <ErrorState error={error} onRetry={search.retry} />;
  // What answers another question is no stand-in for this one's failure.
  if (error && !isAnswered) {
    return describeError(error).kind === 'forbidden' ? (
      <DeniedState />
    ) : (
      <>{failure}</>
    );
  }
  if (!found) {
    return <LoadingState rows={8} rowHeightPx={88} />;
  }
  return (
    <>
      <FoundSummary found={found} isBusy={isBusy} />
      {found.items.length === 0 ? (
        <NothingFound finding={found.finding} onNarrowings={onNarrowings} />
      ) : (
        <FoundList
          found={found}
          isBusy={isBusy}
          isLoadingMore={search.isLoadingMore}
          onMore={search.showMore}
          listRef={walk.list}
          onKeyDown={walk.onKeyDown}
        />
      )}
      {failure}
    </>
  );
}
