import useSWR from 'swr';
import { retryUnlessAnswered } from './retryUnlessAnswered';
import { useDataRequests } from './useDataRequests';

/** The reader's drafts, and how to discard one. */
export function useDrafts() {
  const client = useDataRequests();
  const query = useSWR(
    ['data-requests', 'drafts'],
    () => client.listDrafts({}),
    { shouldRetryOnError: retryUnlessAnswered },
  );
  return {
    ...query,
    discard: async (id: string) => {
      await client.deleteDraft({ params: { id } });
      await query.mutate();
    },
  };
}
