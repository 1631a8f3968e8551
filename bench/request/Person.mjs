import { until } from '../../scripts/lib/process/until.mjs';

const PATIENCE_MS = 60_000;
const POLL_MS = 20;

/** One person of the demo company, calling the API as their browser does. */
export class Person {
  #url;
  #token;

  /**
   * @param {string} url of the portal
   * @param {string} token
   */
  constructor(url, token) {
    this.#url = url;
    this.#token = token;
  }

  /**
   * Signs in, as soon as the catalog of a portal that just started has them.
   *
   * @param {string} url of the portal
   * @param {string} persona
   */
  static async enter(url, persona) {
    let answer;
    await until(
      async () => {
        answer = await fetch(`${url}/api/auth/demo-personas/refresh`, {
          headers: {
            'x-suido-persona': persona,
            'x-requested-with': 'XMLHttpRequest',
          },
        });
        return answer.ok;
      },
      { timeoutMs: PATIENCE_MS, intervalMs: POLL_MS },
    );
    const { backstageIdentity } = await readAnswer(answer);
    return new Person(url, backstageIdentity.token);
  }

  /**
   * @param {'GET' | 'POST'} method
   * @param {string} path below `/api`
   * @param {object} [body]
   */
  async call(method, path, body) {
    return readAnswer(await this.#fetch(method, path, body));
  }

  /** Whether the entity is in the catalog. */
  async finds(entityPath) {
    const answer = await this.#fetch(
      'GET',
      `/catalog/entities/by-name/${entityPath}`,
    );
    await answer.text();
    return answer.status === 200;
  }

  /**
   * Waits until a request stands in a state; answers it.
   * @param {number} [intervalMs] between two looks; many who look as often as
   *   one does would measure themselves
   */
  async untilState(id, state, intervalMs = POLL_MS) {
    let request;
    const reached = await until(
      async () => {
        request = await this.call('GET', `/data-requests/v1/requests/${id}`);
        return request.state === state;
      },
      { timeoutMs: PATIENCE_MS, intervalMs },
    );
    if (!reached) {
      throw new Error(
        `Request ${id} is '${request.state}', not '${state}': ${request.stateReason}`,
      );
    }
    return request;
  }

  #fetch(method, path, body) {
    return fetch(`${this.#url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
  }
}

async function readAnswer(answer) {
  if (!answer.ok) {
    throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}
