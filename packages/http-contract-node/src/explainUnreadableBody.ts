import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

/**
 * Says in words what is wrong with a body that the JSON parser refused. Other
 * errors pass.
 * @param limit - as `express.json` takes it, such as `1mb`
 */
export function explainUnreadableBody(limit: string): ErrorRequestHandler {
  return (error, _request, _response, next) => {
    // Types of body-parser, https://github.com/expressjs/body-parser#errors
    if (error?.type === 'entity.parse.failed') {
      next(
        new InputError(
          `The body is not a JSON object or list: ${error.message}`,
        ),
      );
      return;
    }
    if (error?.type === 'entity.too.large') {
      error.message = `The body is larger than ${limit}; shorten its texts`;
    }
    next(error);
  };
}
