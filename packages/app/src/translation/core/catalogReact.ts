import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';

/** Japanese of the catalog's filters, tables and dialogs. */
export const catalogReactJa = createTranslationMessages({
  ref: catalogReactTranslationRef,
  full: true,
  messages: {
    'catalogFilter.title': '絞り込み',
    'catalogFilter.buttonTitle': '絞り込み',
    'entityKindPicker.title': '種類',
    'entityKindPicker.errorMessage': '種類を読み込めませんでした',
    'entityLifecyclePicker.title': 'ライフサイクル',
    'entityNamespacePicker.title': '名前空間',
    'entityOwnerPicker.title': 'オーナー',
    'entityProcessingStatusPicker.title': '処理の状態',
    'entityTagPicker.title': 'タグ',
    'entityPeekAheadPopover.title': '項目を開くとすべてのタグを表示します。',
    'entityPeekAheadPopover.emailCardAction.title': '{{email}} にメール',
    'entityPeekAheadPopover.emailCardAction.subTitle': 'mailto {{email}}',
    'entityPeekAheadPopover.emailCardAction.ariaLabel': 'メール',
    'entityPeekAheadPopover.entityCardActionsAriaLabel': '表示',
    'entityPeekAheadPopover.entityCardActionsTitle': '詳細を表示',
    'entitySearchBar.placeholder': '検索',
    'entityTypePicker.title': 'タイプ',
    'entityTypePicker.errorMessage': 'タイプを読み込めませんでした',
    'entityTypePicker.optionAllTitle': 'すべて',
    'favoriteEntity.addToFavorites': 'お気に入りに追加',
    'favoriteEntity.removeFromFavorites': 'お気に入りから外す',
    'inspectEntityDialog.title': '項目の中身',
    'inspectEntityDialog.closeButtonTitle': '閉じる',
    'inspectEntityDialog.ancestryPage.title': '由来',
    'inspectEntityDialog.ancestryPage.description':
      'この項目ができるまでの親のつながりです。{{processorsLink}}子の項目をたどると、この項目に至ります。関係（リレーション）とは別の仕組みです。',
    'inspectEntityDialog.ancestryPage.processorsLink': 'プロセッサーが生成した',
    'inspectEntityDialog.colocatedPage.title': '同じ場所の項目',
    'inspectEntityDialog.colocatedPage.description':
      '同じデータ元（同じ YAML ファイルなど）、または同じ登録元（最初に登録された URL など）から来た項目です。',
    'inspectEntityDialog.colocatedPage.alertNoLocation':
      '場所の情報がありません。',
    'inspectEntityDialog.colocatedPage.alertNoEntity':
      'この場所にほかの項目はありません。',
    'inspectEntityDialog.colocatedPage.locationHeader': '同じ場所',
    'inspectEntityDialog.colocatedPage.originHeader': '同じ登録元',
    'inspectEntityDialog.colocatedPage.entityListAriaLabel': '同じ場所の項目',
    'inspectEntityDialog.jsonPage.title': 'JSON で見る',
    'inspectEntityDialog.jsonPage.description':
      'カタログから受け取ったままのデータ（JSON 形式）です。',
    'inspectEntityDialog.overviewPage.title': '概要',
    'inspectEntityDialog.overviewPage.relation.title': '関係',
    'inspectEntityDialog.overviewPage.status.title': '状態',
    'inspectEntityDialog.overviewPage.identity.title': '識別情報',
    'inspectEntityDialog.overviewPage.metadata.title': 'メタデータ',
    'inspectEntityDialog.overviewPage.annotations': 'アノテーション',
    'inspectEntityDialog.overviewPage.labels': 'ラベル',
    'inspectEntityDialog.overviewPage.tags': 'タグ',
    'inspectEntityDialog.overviewPage.copyAriaLabel': '{{label}} をコピー',
    'inspectEntityDialog.overviewPage.copiedStatus': 'コピーしました',
    'inspectEntityDialog.overviewPage.helpLinkAriaLabel': '詳しく見る',
    'inspectEntityDialog.yamlPage.title': 'YAML で見る',
    'inspectEntityDialog.yamlPage.description':
      'カタログから受け取ったままのデータ（YAML 形式）です。',
    'inspectEntityDialog.tabNames.overview': '概要',
    'inspectEntityDialog.tabNames.ancestry': '由来',
    'inspectEntityDialog.tabNames.colocated': '同じ場所の項目',
    'inspectEntityDialog.tabNames.json': 'JSON',
    'inspectEntityDialog.tabNames.yaml': 'YAML',
    'inspectEntityDialog.tabsAriaLabel': '表示の切り替え',
    'unregisterEntityDialog.title': 'この項目の登録を解除しますか',
    'unregisterEntityDialog.cancelButtonTitle': 'キャンセル',
    'unregisterEntityDialog.deleteButtonTitle': '項目を削除',
    'unregisterEntityDialog.deleteEntitySuccessMessage':
      '{{entityName}} を削除しました',
    'unregisterEntityDialog.bootstrapState.title':
      '保護された設定（場所「{{location}}」）から来た項目のため、登録を解除できません。誤りと思われる場合は、{{appTitle}} の管理者にお問い合わせください。',
    'unregisterEntityDialog.bootstrapState.advancedDescription':
      '項目自体をカタログから削除することもできます。元のファイルが削除または移動されたと分かっている場合だけ行ってください。そうでない場合は、次の更新で再び現れます。',
    'unregisterEntityDialog.bootstrapState.advancedOptions': '詳細設定',
    'unregisterEntityDialog.onlyDeleteStateTitle':
      '登録された場所から来た項目ではないようです。カタログから直接削除することだけができます。',
    'unregisterEntityDialog.unregisterState.title':
      '次の項目の登録を解除します：',
    'unregisterEntityDialog.unregisterState.subTitle': '場所：',
    'unregisterEntityDialog.unregisterState.description':
      '元に戻すには、{{appTitle}} で登録し直してください。',
    'unregisterEntityDialog.unregisterState.unregisterButtonTitle':
      '場所の登録を解除',
    'unregisterEntityDialog.unregisterState.advancedOptions': '詳細設定',
    'unregisterEntityDialog.unregisterState.advancedDescription':
      '項目自体をカタログから削除することもできます。元のファイルが削除または移動されたと分かっている場合だけ行ってください。そうでない場合は、次の更新で再び現れます。',
    'unregisterEntityDialog.errorStateTitle': '内部エラー：不明な状態です',
    'userListPicker.defaultOrgName': '会社',
    'userListPicker.personalFilter.title': '個人',
    'userListPicker.personalFilter.ownedLabel': '自分のもの',
    'userListPicker.personalFilter.starredLabel': 'お気に入り',
    'userListPicker.orgFilterAllLabel': 'すべて',
    'entityTableColumnTitle.name': '名前',
    'entityTableColumnTitle.system': 'システム',
    'entityTableColumnTitle.owner': 'オーナー',
    'entityTableColumnTitle.type': 'タイプ',
    'entityTableColumnTitle.lifecycle': 'ライフサイクル',
    'entityTableColumnTitle.namespace': '名前空間',
    'entityTableColumnTitle.description': '説明',
    'entityTableColumnTitle.tags': 'タグ',
    'entityTableColumnTitle.targets': '対象',
    'entityTableColumnTitle.title': 'タイトル',
    'entityTableColumnTitle.label': 'ラベル',
    'entityTableColumnTitle.domain': 'ドメイン',
    'entityRelationCard.emptyHelpLinkTitle': '変更方法を見る',
    'missingAnnotationEmptyState.title': 'アノテーションがありません',
    'missingAnnotationEmptyState.readMore': '詳しく見る',
    'missingAnnotationEmptyState.annotationYaml':
      '次の例のように、{{entityKind}} の YAML にアノテーションを追加してください：',
    'missingAnnotationEmptyState.generateDescription_one':
      'アノテーション {{annotations}} がありません。このツールを使うには、{{entityKind}} に追加してください。',
    'missingAnnotationEmptyState.generateDescription_other':
      'アノテーション {{annotations}} がありません。このツールを使うには、{{entityKind}} に追加してください。',
  },
});
