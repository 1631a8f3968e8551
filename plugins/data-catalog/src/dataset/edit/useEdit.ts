import { toError } from '@backstage/errors';
import {
  MAX_COLUMNS_PER_PAGE,
  type Column,
  type Dataset,
} from '@suido/backstage-plugin-data-catalog-common';
import { useDataCatalog } from '@suido/backstage-plugin-data-catalog-react';
import { describeError } from '@suido/react-kit';
import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { draftOf, editOf, type Draft } from './draft';

const LONGEST_FILTER_CHARS = 200;

type Outcome =
  | { readonly status: 'idle' | 'busy' }
  /** Somebody else wrote first: nothing was saved, and what is said now was read. */
  | { readonly status: 'moved' }
  | { readonly status: 'failed'; readonly error: Error };

/**
 * Writes about a dataset, or about one of its columns.
 *
 * @remarks
 * What was typed lies over what the dataset says and outlives a conflict: then
 * only what lies below is read again, with its revision, so that saving once
 * more is a decision over what the writer was shown.
 * @param onSaved - called once it is saved
 */
export function useEdit(
  dataset: Dataset,
  column: Column | undefined,
  onSaved: () => void,
) {
  const client = useDataCatalog();
  const { mutate } = useSWRConfig();
  const [seen, setSeen] = useState({ dataset, column });
  const [opened] = useState(() => draftOf(dataset, column));
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const [outcome, setOutcome] = useState<Outcome>({ status: 'idle' });
  const now = draftOf(seen.dataset, seen.column);
  const edit = editOf(now, typed, column?.name);
  const { key } = dataset;

  const keep = (next: Dataset) =>
    mutate(['data-catalog', 'dataset', key], next, { revalidate: false });

  const readColumn = async (old: Column) => {
    const { items } = await client.listColumns({
      params: { key },
      query: {
        q: old.name.slice(0, LONGEST_FILTER_CHARS),
        limit: MAX_COLUMNS_PER_PAGE,
      },
    });
    return items.find(({ name }) => name === old.name) ?? old;
  };

  const readAgain = async () => {
    const fresh = await client.getDataset({ params: { key } });
    const freshColumn = column && (await readColumn(column));
    setSeen({ dataset: fresh, column: freshColumn });
    await keep(fresh);
  };

  const save = async () => {
    if (!edit) {
      return;
    }
    setOutcome({ status: 'busy' });
    try {
      await keep(
        await client.editDataset({
          params: { key },
          body: { edit, revision: seen.dataset.revision },
        }),
      );
      onSaved();
    } catch (error) {
      setOutcome(await outcomeOf(toError(error), readAgain));
    }
  };

  return {
    values: { ...now, ...typed },
    write: (field: keyof Draft, text: string) =>
      setTyped(last => ({ ...last, [field]: text })),
    /** What others wrote since the form was opened, where this one wrote too. */
    writtenMeanwhile: (field: keyof Draft) =>
      typed[field] !== undefined && now[field] !== opened[field]
        ? now[field]
        : undefined,
    outcome,
    hasTyped: edit !== undefined,
    save,
  };
}

async function outcomeOf(
  error: Error,
  readAgain: () => Promise<void>,
): Promise<Outcome> {
  if (describeError(error).kind !== 'conflict') {
    return { status: 'failed', error };
  }
  try {
    await readAgain();
    return { status: 'moved' };
  } catch (failure) {
    return { status: 'failed', error: toError(failure) };
  }
}
