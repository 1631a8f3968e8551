import type { Forge, ForgeActor, ForgeRepository } from '../Forge';

/** Whose commit it is that comes from outside. @public */
export interface OutsideCommit {
  /** Somebody whom the forge knows; a stranger to it where absent. */
  readonly author?: ForgeActor;
  /** Named by `Co-authored-by` trailers. */
  readonly coAuthors?: readonly ForgeActor[];
}

/** One forge under test, with a fresh repository. @public */
export interface ForgeHarness {
  readonly forge: Forge;
  /** Holds {@link FORGE_CONTRACT_SEED} on its base branch. */
  readonly repository: ForgeRepository;
  /** A new instance over the same storage, as after a restart. */
  restart(): Promise<Forge>;
  /** Commits to a branch with git, as somebody outside the portal would. */
  commitOutside(
    branch: string,
    /** Content by path; `undefined` deletes. */
    files: Readonly<Record<string, string | undefined>>,
    by?: OutsideCommit,
  ): Promise<string>;
  /** Throws where git itself finds fault with the repository. */
  check(): Promise<void>;
  dispose(): Promise<void>;
}

/** One thing that every forge guarantees. @public */
export interface ForgeContractCase {
  readonly name: string;
  /** Throws where the forge does not keep it. */
  run(harness: ForgeHarness): Promise<void>;
}

/** What the repository of a contract test starts with. @public */
export const FORGE_CONTRACT_SEED: Readonly<Record<string, string>> = {
  'README.md': '# Data\n',
  '.github/CODEOWNERS':
    '/models/marts/sales/ @sales\n' +
    '/models/marts/shared/ @sales @product\n' +
    '/models/marts/orphaned/ nobody@example.com\n',
  'models/marts/sales/orders.sql':
    'select\n  order_id,\n  ordered_at,\n  amount\nfrom orders\n',
  'models/marts/product/stock.sql': 'select 1 as 在庫\n',
  'models/marts/sales/old.sql': 'select 0\n',
};

/** Folders that requests may write to in the contract tests. @public */
export const FORGE_CONTRACT_ALLOWED_PATHS = ['models/marts'] as const;
