import { ArtifactError } from '../ArtifactError';
import type { RecordIntake } from '../reading/RecordIntake';
import { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import { parseYaml } from './parseYaml';

/** A document that is read as one: a single JSON object, or YAML. */
export class WholeDocument {
  readonly #layout: 'document' | 'yaml';
  readonly #records: RecordIntake;
  readonly #limitBytes: number;
  readonly #chunks: Buffer[] = [];
  #length = 0;

  constructor(
    layout: 'document' | 'yaml',
    records: RecordIntake,
    limits: { readonly recordBytes: number; readonly yamlBytes: number },
  ) {
    this.#layout = layout;
    this.#records = records;
    this.#limitBytes =
      layout === 'yaml' ? limits.yamlBytes : limits.recordBytes;
  }

  /** @throws ArtifactError once it is larger than the limit */
  push(chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > this.#limitBytes) {
      throw new ArtifactError('too-large', { limitBytes: this.#limitBytes });
    }
    this.#chunks.push(chunk);
  }

  /** @throws ArtifactError when it cannot be parsed */
  end(): void {
    const bytes = Buffer.concat(this.#chunks);
    const place = { section: undefined, key: undefined, index: 0 };
    if (this.#layout === 'yaml') {
      const value = parseYaml(bytes.toString('utf8'));
      this.#records.parsed({ ...place, value }, bytes.length);
      return;
    }
    const scope = new RecordScope(new ReasonLedger({ examples: 0 }), '0');
    const parsed = this.#records.parse(
      { bytes, keyCount: undefined, exceeds: undefined },
      scope,
    );
    if (!parsed) {
      throw scope.refusal?.code === 'git-conflict'
        ? new ArtifactError('git-conflict')
        : new ArtifactError('not-json', { offset: bytes.length });
    }
    this.#records.parsed({ ...place, value: parsed.value }, bytes.length);
  }
}
