/** Calls a portal's API as one person. */
export class ApiClient {
  #base;
  #token;

  constructor(base, token) {
    this.#base = base;
    this.#token = token;
  }

  /** @param {string} base address of the portal */
  static async asGuest(base) {
    const { backstageIdentity } = await new ApiClient(base).get(
      '/api/auth/guest/refresh',
    );
    return new ApiClient(base, backstageIdentity.token);
  }

  /** @param {string} path */
  get(path) {
    return this.#call('GET', path);
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  post(path, body) {
    return this.#call('POST', path, body);
  }

  async #call(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'X-Requested-With': 'XMLHttpRequest',
        ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    }
    return JSON.parse(text);
  }
}
