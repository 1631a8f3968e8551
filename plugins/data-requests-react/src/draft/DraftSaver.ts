import { ConflictError, toError } from '@backstage/errors';
import {
  requestSpecSchema,
  type DataRequestsClient,
  type Draft,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { describeError } from '@suido/react-kit';

/** Typing pauses this long before a draft is saved. */
const DEBOUNCE_MS = 800;

/** What of a form is kept. */
export interface DraftContent {
  readonly spec: MartSpec;
  readonly step: number;
}

/** How the draft on the server stands to the form. @public */
export type DraftStatus =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly error: Error }
  | {
      readonly kind: 'conflict';
      /**
       * What is in the way: another save, one of a newer release of the portal,
       * or that the draft was sent or thrown away.
       */
      readonly other: 'stored' | 'newer' | 'gone';
    };

/** The part of the API that drafts need. */
export type DraftApi = Pick<DataRequestsClient, 'saveDraft' | 'getDraft'>;

/**
 * Keeps a draft on the server in step with a form.
 *
 * @remarks
 * At most one save is open, since each names the revision that the one before
 * it made; what is typed meanwhile goes with the next. A conflict stops the
 * saving until the author has chosen. A save whose answer was lost comes back
 * as a conflict with our own text: that one is taken for a success.
 */
export class DraftSaver {
  #draft: { readonly id: string; readonly revision: number };
  #status: DraftStatus = { kind: 'fresh' };
  #pending: DraftContent | undefined;
  #open: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPaused = false;
  readonly #api: DraftApi;
  readonly #listeners = new Set<() => void>();

  constructor(api: DraftApi, draft: { id: string; revision: number }) {
    this.#api = api;
    this.#draft = draft;
  }

  get status(): DraftStatus {
    return this.#status;
  }

  get draftId(): string {
    return this.#draft.id;
  }

  /** 0 as long as the server has no draft of this id. */
  get revision(): number {
    return this.#draft.revision;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes the newest content; it is saved when the typing pauses. */
  change(content: DraftContent): void {
    this.#pending = content;
    if (this.#isPaused || this.#status.kind === 'conflict') {
      return;
    }
    if (!this.#open) {
      this.#setStatus({ kind: 'unsaved' });
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), DEBOUNCE_MS);
  }

  /** Saves what is not saved yet, now. Never throws: the status tells. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#open;
    if (!this.#pending || this.#isPaused || this.#status.kind === 'conflict') {
      return;
    }
    const content = this.#pending;
    this.#pending = undefined;
    this.#open = this.#save(content).finally(() => {
      this.#open = undefined;
    });
    await this.#open;
  }

  /**
   * Makes sure that the server has the draft.
   * @throws what the saving failed with
   */
  async ensureStored(content: DraftContent): Promise<void> {
    if (this.revision === 0) {
      this.#pending ??= content;
    }
    await this.flush();
    if (this.revision === 0) {
      throw this.#status.kind === 'failed'
        ? this.#status.error
        : new ConflictError(`Draft '${this.draftId}' could not be saved`);
    }
  }

  /** Waits for the open save and starts no other: the request is being sent. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    clearTimeout(this.#timer);
    await this.#open;
  }

  /** Goes on after {@link DraftSaver.pause}. */
  resume(): void {
    this.#isPaused = false;
    if (this.#pending) {
      this.change(this.#pending);
    }
  }

  /** Goes on from the version of the server; what was unsaved is dropped. */
  takeTheirs(draft: Draft): void {
    this.#pending = undefined;
    this.#draft = draft;
    this.#setStatus({ kind: 'saved' });
  }

  /** Goes on with the own version under a new id. */
  async keepMine(id: string, content: DraftContent): Promise<void> {
    this.#draft = { id, revision: 0 };
    this.#pending = content;
    this.#setStatus({ kind: 'unsaved' });
    await this.flush();
  }

  async #save(content: DraftContent): Promise<void> {
    this.#setStatus({ kind: 'saving' });
    const { id, revision } = this.#draft;
    try {
      this.#draft = await this.#api.saveDraft({
        params: { id },
        body: { revision, ...content },
      });
      this.#setStatus({ kind: this.#pending ? 'unsaved' : 'saved' });
    } catch (error) {
      this.#pending ??= content;
      await this.#explain(toError(error), content);
    }
  }

  async #explain(error: Error, content: DraftContent): Promise<void> {
    if (describeError(error).kind !== 'conflict') {
      this.#setStatus({ kind: 'failed', error });
      return;
    }
    const theirs = await this.#theirs();
    if (typeof theirs === 'object' && isSameContent(theirs, content)) {
      this.#draft = theirs;
      if (this.#pending === content) {
        this.#pending = undefined;
      }
      this.#setStatus({ kind: this.#pending ? 'unsaved' : 'saved' });
      return;
    }
    this.#setStatus({
      kind: 'conflict',
      other: typeof theirs === 'object' ? 'stored' : theirs,
    });
  }

  /** The draft on the server, or why it cannot be had. */
  async #theirs(): Promise<Draft | 'stored' | 'newer' | 'gone'> {
    try {
      return await this.#api.getDraft({ params: { id: this.#draft.id } });
    } catch (error) {
      switch (describeError(error).kind) {
        // Reading is refused as a conflict for this reason only.
        case 'conflict':
          return 'newer';
        case 'notFound':
          return 'gone';
        default:
          return 'stored';
      }
    }
  }

  #setStatus(status: DraftStatus): void {
    this.#status = status;
    this.#listeners.forEach(listener => listener());
  }
}

/** The schema writes keys in one order, whatever order they arrived in. */
function isSameContent(draft: Draft, content: DraftContent): boolean {
  const canonical = (spec: unknown) =>
    JSON.stringify(requestSpecSchema.safeParse(spec).data);
  return (
    draft.step === content.step &&
    canonical(draft.spec) === canonical(content.spec)
  );
}
