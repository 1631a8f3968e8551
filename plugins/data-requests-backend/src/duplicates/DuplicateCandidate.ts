import { InputError } from '@backstage/errors';
import type { Duplicate } from '@suido/backstage-plugin-data-requests-common';
import type { AuthoredText } from '@suido/vocabulary';
import type { MartSummary } from './MartSummary';

/** Something that a spec may be a duplicate of. */
export interface DuplicateCandidate
  extends Omit<Duplicate, 'score' | 'reasons'> {
  readonly summary: MartSummary;
}

/** What `dataset:<key>` or `request:<id>` names. */
export interface DuplicateSubject {
  readonly kind: Duplicate['kind'];
  readonly id: string;
}

/** @throws `InputError` for anything but a subject */
export function parseSubject(subject: string): DuplicateSubject {
  const [, kind, id] =
    /^(dataset|request):([A-Za-z0-9-]+)$/.exec(subject) ?? [];
  if ((kind !== 'dataset' && kind !== 'request') || id === undefined) {
    throw new InputError(
      `subject '${subject}' is neither 'dataset:<key>' nor 'request:<id>'`,
    );
  }
  return { kind, id };
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** What people are told about a mart: its definition, else its question. */
export function describedAs(
  { en, ja }: AuthoredText,
  question: string | undefined,
): Duplicate['description'] {
  const definition = {
    ...(en?.trim() && { en: en.trim() }),
    ...(ja?.trim() && { ja: ja.trim() }),
  };
  const asked = question?.trim();
  if (!asked || Object.keys(definition).length > 0) {
    return definition;
  }
  return JAPANESE.test(asked) ? { ja: asked } : { en: asked };
}
