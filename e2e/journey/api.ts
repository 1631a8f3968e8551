import { expect, type APIRequestContext } from '@playwright/test';
import { randomInt } from 'node:crypto';
import type { Person } from './person';

/** What a request says, as the form would write it. */
export type Spec = Readonly<Record<string, unknown>>;

/** The API of the portal, as one person may call it. */
export class PortalApi {
  readonly #request: APIRequestContext;
  readonly #headers: Readonly<Record<string, string>>;

  private constructor(request: APIRequestContext, token: string) {
    this.#request = request;
    this.#headers = { Authorization: `Bearer ${token}` };
  }

  static async as(
    person: Person,
    request: APIRequestContext,
  ): Promise<PortalApi> {
    const answer = await request.get('/api/auth/demo-personas/refresh', {
      headers: {
        'x-suido-persona': person,
        'x-requested-with': 'XMLHttpRequest',
      },
    });
    expect(answer.status()).toBe(200);
    const { backstageIdentity } = await answer.json();
    return new PortalApi(request, backstageIdentity.token);
  }

  /** @param path - below `/api/data-requests/v1` */
  get(path: string) {
    return this.#request.get(`/api/data-requests/v1${path}`, {
      headers: this.#headers,
    });
  }

  /** @param path - below `/api/data-requests/v1` */
  post(path: string, data: unknown) {
    return this.#request.post(`/api/data-requests/v1${path}`, {
      headers: this.#headers,
      data,
    });
  }

  /** @param path - below `/api/data-requests/v1` */
  put(path: string, data: unknown) {
    return this.#request.put(`/api/data-requests/v1${path}`, {
      headers: this.#headers,
      data,
    });
  }

  /** The key of a dataset that a mart may read. */
  async datasetKey(name: string): Promise<string> {
    const { items } = await this.#read('/targets/data-platform/datasets');
    const found = items.find((item: { name: string }) => item.name === name);
    expect(found, `${name} is a dataset`).toBeDefined();
    return found.key;
  }

  /** Saves a new draft; answers its id. */
  async saveDraft(spec: Spec, step = 0): Promise<string> {
    const id = newUlid();
    const saved = await this.put(`/drafts/${id}`, { revision: 0, spec, step });
    expect(saved.status(), await saved.text()).toBe(200);
    return id;
  }

  async discardDraft(id: string): Promise<void> {
    const gone = await this.#request.delete(
      `/api/data-requests/v1/drafts/${id}`,
      { headers: this.#headers },
    );
    expect(gone.ok(), await gone.text()).toBe(true);
  }

  /** The commit that a request stands at. */
  async headOf(id: string): Promise<string> {
    const { proposal } = await this.#read(`/requests/${id}`);
    return proposal.headSha;
  }

  /** Waits until a request is in a state. */
  async untilState(id: string, state: string): Promise<void> {
    await expect
      .poll(async () => (await this.#read(`/requests/${id}`)).state)
      .toBe(state);
  }

  /** What a draft of this person says so far. */
  async specOfDraft(id: string): Promise<Spec> {
    const { spec } = await this.#read(`/drafts/${id}`);
    return spec;
  }

  /** Sends a request and waits until it is open for review; answers its id. */
  async send(spec: Spec): Promise<string> {
    const sent = await this.post('/requests', { draftId: newUlid(), spec });
    expect(sent.status(), await sent.text()).toBe(202);
    const { id } = await sent.json();
    await this.untilState(id, 'in-review');
    return id;
  }

  /** How many requests there are, as far as the person may see. */
  async countRequests(): Promise<number> {
    let count = 0;
    let cursor = '';
    do {
      const { items, nextCursor } = await this.#read(
        `/requests?limit=100${cursor}`,
      );
      count += items.length;
      cursor = nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : '';
    } while (cursor);
    return count;
  }

  async #read(path: string) {
    const answer = await this.get(path);
    expect(answer.status()).toBe(200);
    return answer.json();
  }
}

/** Digits are letters of a ULID, too. */
function newUlid(): string {
  return `01${Array.from({ length: 24 }, () => randomInt(10)).join('')}`;
}
