import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react/alpha';

/** Japanese of the form of templates. */
export const scaffolderReactJa = createTranslationMessages({
  ref: scaffolderReactTranslationRef,
  full: true,
  messages: {
    'passwordWidget.content':
      'この入力欄は安全ではありません。`ui:widget: password` の代わりに [`ui:field: Secret`](https://backstage.io/docs/features/software-templates/writing-templates/#using-secrets) を使ってください',
    'scaffolderPageContextMenu.moreLabel': 'その他',
    'scaffolderPageContextMenu.createLabel': '作成',
    'scaffolderPageContextMenu.editorLabel': 'テンプレートの管理',
    'scaffolderPageContextMenu.actionsLabel': 'アクションの一覧',
    'scaffolderPageContextMenu.tasksLabel': 'タスクの一覧',
    'scaffolderPageContextMenu.templatingExtensionsLabel': 'テンプレート拡張',
    'stepper.backButtonText': '戻る',
    'stepper.createButtonText': '作成',
    'stepper.reviewButtonText': '確認',
    'stepper.stepIndexLabel': 'ステップ {{index, number}}',
    'stepper.nextButtonText': '次へ',
    'templateCategoryPicker.title': 'カテゴリー',
    'templateCard.noDescription': '説明はありません',
    'templateCard.chooseButtonText': '選ぶ',
    'cardHeader.detailBtnTitle': 'テンプレートの詳細を表示',
    'templateOutputs.title': '結果',
    'workflow.noDescription': '説明はありません',
  },
});
