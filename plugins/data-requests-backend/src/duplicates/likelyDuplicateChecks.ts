import {
  LIKELY_DUPLICATE_SCORE,
  type Check,
  type Duplicate,
  type MartDifference,
} from '@suido/backstage-plugin-data-requests-common';
import { shown } from '../generator/explanation/words';

/**
 * What stands against a spec that looks like something that exists: one failed
 * check for each likely duplicate of which the author did not say why theirs
 * differs.
 */
export function likelyDuplicateChecks(
  duplicates: readonly Duplicate[],
  differences: readonly MartDifference[],
): Check[] {
  const answered = new Set(
    differences
      .filter(({ reason }) => isSaid(reason))
      .map(({ subject }) => subject),
  );
  return duplicates
    .filter(
      ({ score, subject }) =>
        score >= LIKELY_DUPLICATE_SCORE && !answered.has(subject),
    )
    .map(duplicate => ({
      rule: 'likely-duplicate',
      severity: 'error' as const,
      status: 'failed' as const,
      field: 'differences',
      message: messageOf(duplicate),
    }));
}

/** Whether there is more than white space and invisible characters. */
function isSaid(reason: string): boolean {
  return /[^\s\p{Z}\p{Cf}\p{Cc}]/u.test(reason);
}

function messageOf(duplicate: Duplicate): Check['message'] {
  const { subject, score } = duplicate;
  const name = shown(duplicate.name);
  const percent = Math.round(score * 100);
  return duplicate.kind === 'dataset'
    ? {
        en: `'${name}' exists already and is ${percent} % like this mart. Use it, or write how yours differs (subject ${subject}).`,
        ja: `よく似たデータマート「${name}」がすでにあります（類似度 ${percent} %）。そちらを利用するか、違いを記入してください（対象: ${subject}）。`,
      }
    : {
        en: `'${name}' is already asked for by request #${duplicate.number} and is ${percent} % like this mart. Wait for that one, or write how yours differs (subject ${subject}).`,
        ja: `よく似たデータマート「${name}」が依頼 #${duplicate.number} ですでに依頼されています（類似度 ${percent} %）。そちらの完成を待つか、違いを記入してください（対象: ${subject}）。`,
      };
}
