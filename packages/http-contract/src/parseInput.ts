import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import type { Operation, ParsedInput } from './contract';

/**
 * Parses the three parts of a request by its operation.
 *
 * @throws `InputError` that names the part, the field and what is wrong there.
 * @public
 */
export function parseInput<TOperation extends Operation>(
  operation: TOperation,
  raw: { params: unknown; query: unknown; body: unknown },
): ParsedInput<TOperation> {
  return {
    params: parsePart('path', operation.params, raw.params),
    query: parsePart('query', operation.query, raw.query),
    body: parsePart('body', operation.body, raw.body),
  } as ParsedInput<TOperation>;
}

function parsePart(
  part: string,
  schema: z.ZodType | undefined,
  value: unknown,
): unknown {
  if (!schema) {
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues
    .slice(0, 5)
    .map(issue => `${[part, ...issue.path].join('.')}: ${issue.message}`);
  throw new InputError(`Invalid request: ${problems.join('; ')}`);
}
