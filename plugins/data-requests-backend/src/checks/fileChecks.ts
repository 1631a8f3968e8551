import type {
  Check,
  FileChange,
} from '@suido/backstage-plugin-data-requests-common';
import { enumerated } from '../generator/explanation/words';
import type { RepositoryView } from '../repository/RepositoryView';

/** Whether the change stays where requests may write, and overwrites nothing. */
export function fileChecks(
  files: readonly FileChange[],
  { target, paths }: Pick<RepositoryView, 'target' | 'paths'>,
): readonly Check[] {
  const outside = files.filter(
    ({ path }) =>
      !target.allowedPaths.some(folder =>
        path.startsWith(`${folder.replace(/\/+$/, '')}/`),
      ),
  );
  if (outside.length > 0) {
    const names = enumerated(outside.map(({ path }) => path));
    return [
      {
        rule: 'path-not-allowed',
        severity: 'error',
        status: 'failed',
        message: {
          en: `Requests may not write ${names.en}. Ask a data engineer to allow the folder in 'dataRequests.targets' (allowedPaths).`,
          ja: `${names.ja} には書き込めません。'dataRequests.targets' の allowedPaths への追加をデータエンジニアに依頼してください。`,
        },
      },
    ];
  }
  const existing = files.filter(
    ({ action, path }) => action === 'create' && paths.has(path),
  );
  return existing.map(({ path }) => ({
    rule: 'file-exists',
    severity: 'error',
    status: 'failed',
    field: 'name',
    message: {
      en: `The repository already has a file ${path}. Choose another name.`,
      ja: `リポジトリに ${path} がすでにあります。別の名前にしてください。`,
    },
  }));
}
