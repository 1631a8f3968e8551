import type { CommentAnchor } from '@suido/backstage-plugin-data-requests-common';
import {
  isBlank,
  readStoredDrafts,
  type CommentDraft,
  type StoredDrafts,
} from './CommentDraft';

/** A place at which a comment is being written. */
export interface DraftPlace {
  readonly key: string;
  readonly anchor: CommentAnchor | undefined;
}

/**
 * The comments that are being written on a request.
 *
 * @remarks
 * It keeps what is typed, whatever happens to the page: parts of it that are
 * left and entered again, a reload, a session that ended. It lives as long as
 * the browser's tab. It stands outside of React's state so that a key pressed
 * in one field draws that field anew and not the page.
 */
export class DraftStore {
  readonly #storage: Storage;
  readonly #storageKey: string;
  readonly #listeners = new Set<() => void>();
  #drafts: StoredDrafts;
  #places: readonly DraftPlace[];
  #opened: string | undefined;

  /**
   * @param storage - where drafts outlive the page
   * @param requestId - of the request that they are written on
   */
  constructor(storage: Storage, requestId: string) {
    this.#storage = storage;
    this.#storageKey = `suido.data-requests.comments.${requestId}`;
    this.#drafts = readStoredDrafts(storage.getItem(this.#storageKey));
    this.#places = placesOf(this.#drafts);
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  get(key: string): CommentDraft | undefined {
    return this.#drafts[key];
  }

  /** Where something is being written; the same list until a place comes or goes. */
  readonly places = () => this.#places;

  /** Begins a comment, or goes on with what was written there; it asks for the focus. */
  open(key: string, draft: CommentDraft): void {
    this.#opened = key;
    this.#set({ ...this.#drafts, [key]: this.#drafts[key] ?? draft });
  }

  change(key: string, draft: CommentDraft): void {
    this.#set({ ...this.#drafts, [key]: draft });
  }

  /** Puts what was written at one place to another one. */
  move(from: string, to: string, draft: CommentDraft): void {
    const { [from]: moved, ...rest } = this.#drafts;
    this.#opened = to;
    this.#set({ ...rest, [to]: { ...draft, body: moved?.body ?? '' } });
  }

  close(key: string): void {
    const { [key]: closed, ...rest } = this.#drafts;
    this.#set(rest);
  }

  /** Whether a comment was begun just now; answers yes once. */
  takeFocus(key: string): boolean {
    const isYours = this.#opened === key;
    if (isYours) {
      this.#opened = undefined;
    }
    return isYours;
  }

  #set(drafts: StoredDrafts): void {
    const hasOtherPlaces =
      Object.keys(drafts).join() !== Object.keys(this.#drafts).join();
    this.#drafts = drafts;
    if (hasOtherPlaces) {
      this.#places = placesOf(drafts);
    }
    this.#save();
    for (const listener of this.#listeners) {
      listener();
    }
  }

  #save(): void {
    const written = Object.entries(this.#drafts).filter(
      ([, draft]) => !isBlank(draft),
    );
    if (written.length > 0) {
      this.#storage.setItem(
        this.#storageKey,
        JSON.stringify(Object.fromEntries(written)),
      );
    } else {
      this.#storage.removeItem(this.#storageKey);
    }
  }
}

function placesOf(drafts: StoredDrafts): DraftPlace[] {
  return Object.entries(drafts).map(([key, { anchor }]) => ({ key, anchor }));
}
