import { InputError } from '@backstage/errors';
import {
  IDENTIFIER_PATTERN,
  type Preview,
  type RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { plainText } from '../generator/authoredText';
import { martTitle } from '../generator/generateMart';
import type { PullRequestText } from './RequestEvaluator';

/** What a pull request is told of its request. */
export interface RequestReference {
  readonly id: string;
  readonly number: number;
  readonly requester: string;
  readonly url: string;
  readonly preview: Preview;
}

/**
 * Title, description and commit message of a request's pull request.
 *
 * @remarks
 * Whatever a person wrote stands in code, where a forge makes no mentions,
 * links, images or closing words of it. Title and commit message
 * hold nothing but the checked name and the request's id.
 *
 * @throws `InputError` for a name that passed no check
 */
export function pullRequestText(
  spec: RequestSpec,
  request: RequestReference,
): PullRequestText {
  if (!IDENTIFIER_PATTERN.test(spec.name)) {
    throw new InputError(`'${spec.name}' is not a usable name for a mart`);
  }
  const { changeSet, checks, reviewers } = request.preview;
  const title = martTitle(spec);
  const warnings = checks.filter(
    ({ status, severity }) => status === 'failed' && severity === 'warning',
  );
  const notRun = checks.filter(({ status }) => status === 'not-run');
  const sections = [
    `Request ${request.number}, asked for by ${inlineCode(
      request.requester,
    )}: ${link(request.url)}`,
    section('Question', fenced(spec.question)),
    section('Purpose', fenced(spec.purpose)),
    section(
      'Definition',
      [spec.definition.en, spec.definition.ja]
        .flatMap(text => (text?.trim() ? [fenced(text)] : []))
        .join('\n\n'),
    ),
    section(
      'What it resembles',
      spec.differences
        .map(
          ({ subject, reason }) =>
            `- Looks like ${inlineCode(subject)}; differs because ${inlineCode(
              reason,
            )}`,
        )
        .join('\n'),
    ),
    section(
      'What it computes',
      fenced((changeSet?.explanation ?? []).map(({ en }) => en).join('\n')),
    ),
    section(
      'Checks',
      [
        `${checks.filter(({ status }) => status === 'passed').length} passed, ${
          warnings.length
        } warnings, ${notRun.length} not run.`,
        ...(warnings.length > 0
          ? ['', fenced(warnings.map(({ message }) => message.en).join('\n'))]
          : []),
      ].join('\n'),
    ),
    section(
      'Reviewers',
      [...new Set(reviewers.map(({ handle }) => handle))]
        .map(handle => `- ${inlineCode(handle)}`)
        .join('\n'),
    ),
    changeSet && `Content hash: ${inlineCode(changeSet.hash)}`,
  ];
  return {
    title,
    body: `${sections.filter(Boolean).join('\n\n')}\n`,
    commitMessage: `${title}\n\nGenerated from request ${request.number} of the portal.\n\nSuido-Request: ${request.id}\n`,
  };
}

function section(heading: string, content: string): string {
  return content === '' ? '' : `## ${heading}\n\n${content}`;
}

/** A fence longer than any run of backticks inside it cannot be closed. */
function fenced(text: string): string {
  const plain = plainText(text);
  return plain === ''
    ? ''
    : `${fenceFor(plain, 3)}text\n${plain}\n${fenceFor(plain, 3)}`;
}

/** A text on one line, which nothing inside of it can end. */
function inlineCode(text: string): string {
  const line = plainText(text).replace(/[\s\u0085]+/g, ' ');
  const fence = fenceFor(line, 1);
  return `${fence} ${line} ${fence}`;
}

function fenceFor(text: string, least: number): string {
  const longest = Math.max(
    0,
    ...[...text.matchAll(/`+/g)].map(([run]) => run.length),
  );
  return '`'.repeat(Math.max(least, longest + 1));
}

/** A web address that Markdown reads as one, or code where it is none. */
function link(url: string): string {
  try {
    const { href, protocol } = new URL(url);
    return protocol === 'https:' || protocol === 'http:'
      ? `<${href.replace(/[<>]/g, encodeURIComponent)}>`
      : inlineCode(url);
  } catch {
    return inlineCode(url);
  }
}
