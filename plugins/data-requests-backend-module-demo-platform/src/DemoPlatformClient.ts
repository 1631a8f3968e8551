import {
  ForwardedError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  columnTypeSchema,
  sampleValueSchema,
} from '@suido/backstage-plugin-data-requests-common';
import type { SampleTable } from '@suido/backstage-plugin-data-requests-node';
import type { DatasetId } from '@suido/vocabulary';
import { z } from 'zod';

/** Where the demo platform is. */
export interface DemoPlatformClientOptions {
  readonly baseUrl: string;
  readonly token: string;
  /** Then a call gives up. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;

const datasetsSchema = z.object({
  items: z.array(
    z.object({
      namespace: z.string(),
      name: z.string(),
      revision: z.string().optional(),
    }),
  ),
});

const sampleSchema = z.object({
  revision: z.string(),
  rowCount: z.number().int(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: columnTypeSchema,
      masked: z.boolean(),
      values: z.array(sampleValueSchema),
    }),
  ),
});

/** A dataset of the platform; without a revision it was never built. */
export type PlatformDataset = z.infer<typeof datasetsSchema>['items'][number];

/** Client of the demo platform's HTTP API. */
export class DemoPlatformClient {
  private readonly baseUrl: string;

  constructor(private readonly options: DemoPlatformClientOptions) {
    this.baseUrl = options.baseUrl.replace(/\/+$/, '');
  }

  async datasets(): Promise<readonly PlatformDataset[]> {
    const { items } = datasetsSchema.parse(await this.call('/v1/datasets'));
    return items;
  }

  /** @throws `ResponseError` 404 where the dataset or a column is not there */
  async sample(
    dataset: DatasetId,
    columns: readonly string[],
    limit: number,
  ): Promise<SampleTable> {
    return sampleSchema.parse(
      await this.call('/v1/sample', { ...dataset, columns, limit }),
    );
  }

  private async call(route: string, body?: unknown): Promise<unknown> {
    const { token, timeoutMs = DEFAULT_TIMEOUT_MS } = this.options;
    let response: Response;
    try {
      response = await fetch(`${this.baseUrl}${route}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body ? JSON.stringify(body) : undefined,
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `The demo platform at ${this.baseUrl} does not answer; is it running, and is dataRequests.demoPlatform.baseUrl right?`,
        new ForwardedError('Request failed', error),
      );
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
