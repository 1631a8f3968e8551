import { createHmac } from 'crypto';
import type { ColumnType } from '../warehouse/columnType';
import type { SampleValue } from '../warehouse/sampleValue';

const TOKEN_LENGTH_CHARS = 12;

/**
 * What leaves the platform in place of a value of tier 3 or 4.
 *
 * @remarks
 * A text becomes a token: equal texts have equal tokens, so joins and distinct
 * counts still work, and without the key nobody can try texts out. Everything
 * else becomes `null`: a masked number or date that looks like one would be
 * taken for real.
 */
export function maskValue(
  value: SampleValue,
  type: ColumnType,
  key: Buffer,
): SampleValue {
  if (typeof value !== 'string' || type !== 'text') {
    return null;
  }
  const digest = createHmac('sha256', key).update(value).digest('hex');
  return `m_${digest.slice(0, TOKEN_LENGTH_CHARS)}`;
}
