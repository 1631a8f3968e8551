import type { LocalizedText } from '@suido/vocabulary';
import { shown } from '../generator/explanation/words';
import type { PreviewResult } from '../preview/PreviewRunner';

/** Why the preview process could not be asked. */
export const NO_PROCESS: LocalizedText = {
  en: 'The preview could not be started. Try again in a moment.',
  ja: 'プレビューを開始できませんでした。しばらくしてからもう一度お試しください。',
};

/** Why a statement of the mart came to nothing. */
export function failureReason(
  result: PreviewResult | undefined,
): LocalizedText {
  if (result?.status === 'failed' && result.reason === 'query') {
    const [line] = result.message.split('\n');
    return {
      en: `The mart cannot be computed on the sample rows: ${shown(line)}`,
      ja: `サンプルでマートを計算できませんでした：${shown(line)}`,
    };
  }
  return result?.status === 'failed' && result.reason === 'memory'
    ? {
        en: 'The mart needs more memory than a preview has. Joins that multiply rows are the usual cause.',
        ja: 'プレビューで使えるメモリーを超えました。多くの場合、行が増える結合が原因です。',
      }
    : {
        en: 'The mart takes longer to compute than a preview may. Joins that multiply rows are the usual cause.',
        ja: 'プレビューの制限時間を超えました。多くの場合、行が増える結合が原因です。',
      };
}
