import { expectCompleteTranslations } from '@suido/react-kit';
import { scaffolderModuleDataRequestsTranslationRef } from './translationRef';

it('has every text in Japanese', async () => {
  await expect(
    expectCompleteTranslations(scaffolderModuleDataRequestsTranslationRef),
  ).resolves.toBeUndefined();
});
