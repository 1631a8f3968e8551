import { isError } from '@backstage/errors';

/** Something that an administrator has to mend, and that then is mended for all. */
interface StorageTrouble {
  /** For whoever waits for the request; both languages, no paths, no hosts. */
  readonly reason: string;
  /** Whether the step waits for it, however long that takes. */
  readonly isWaitedFor: boolean;
}

const FULL: StorageTrouble = {
  reason:
    'The disk on which the repository is kept is full. An administrator has to make room; the request then goes on by itself. / リポジトリを保存しているディスクがいっぱいです。管理者が空き容量を確保すると、依頼は自動的に再開します。',
  isWaitedFor: true,
};
const CLOSED: StorageTrouble = {
  reason:
    'The portal may not write where the repository is kept. An administrator has to allow it; the request then goes on by itself. / リポジトリの保存先に書き込めません。管理者が書き込みを許可すると、依頼は自動的に再開します。',
  isWaitedFor: true,
};
const FAILING: StorageTrouble = {
  reason:
    'The disk on which the repository is kept does not work properly. An administrator has to look at it; the request then goes on by itself. / リポジトリを保存しているディスクに問題があります。管理者が対処すると、依頼は自動的に再開します。',
  isWaitedFor: true,
};
const DAMAGED: StorageTrouble = {
  reason:
    'The repository is damaged. An administrator has to repair it; what is wrong is in the log. / リポジトリが破損しています。管理者による修復が必要です（詳細はログにあります）。',
  isWaitedFor: false,
};

const TROUBLES: Readonly<Record<string, StorageTrouble>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EROFS: CLOSED,
  EACCES: CLOSED,
  EPERM: CLOSED,
  EIO: FAILING,
  EMFILE: FAILING,
  ENFILE: FAILING,
  DAMAGED,
};

/**
 * What is wrong with the storage of a forge, where its error says so by the
 * `code` of the operating system (or `DAMAGED`).
 */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  return isError(error) &&
    typeof error.code === 'string' &&
    Object.hasOwn(TROUBLES, error.code)
    ? TROUBLES[error.code]
    : undefined;
}
