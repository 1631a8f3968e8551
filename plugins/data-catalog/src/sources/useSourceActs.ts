import { toError } from '@backstage/errors';
import { useDataCatalog } from '@suido/backstage-plugin-data-catalog-react';
import { useState } from 'react';

/** What can be done to a source. */
type SourceAct = 'readAgain' | 'release';

type Outcome =
  | { readonly status: 'idle' | 'busy' }
  | { readonly status: 'done'; readonly act: SourceAct }
  | { readonly status: 'failed'; readonly error: Error };

/**
 * Reads a source again or lets a held snapshot through, and says how it went.
 * @param onDone - reads what changed by it
 */
export function useSourceActs(source: string, onDone: () => void) {
  const client = useDataCatalog();
  const [outcome, setOutcome] = useState<Outcome>({ status: 'idle' });
  const run = async (act: SourceAct, send: () => Promise<unknown>) => {
    setOutcome({ status: 'busy' });
    try {
      await send();
      setOutcome({ status: 'done', act });
    } catch (error) {
      setOutcome({ status: 'failed', error: toError(error) });
    }
    onDone();
  };
  return {
    isBusy: outcome.status === 'busy',
    done: outcome.status === 'done' ? outcome.act : undefined,
    error: outcome.status === 'failed' ? outcome.error : undefined,
    readAgain: () =>
      run('readAgain', () => client.refreshSource({ params: { source } })),
    release: (id: string) =>
      run('release', () => client.releaseRun({ params: { source, run: id } })),
  };
}
