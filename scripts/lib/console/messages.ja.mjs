/** What the launcher says, in Japanese. Same keys as `messages.en.mjs`. */
export const ja = {
  'step.node': 'Node {version}',
  'step.node.fetch': 'npm から Node 24 を取得しています',
  'step.install': 'パッケージのインストール',
  'step.install.unchanged': 'パッケージ: 変更なし',
  'step.install.done': 'パッケージ: インストール済み',
  'step.bundle': 'アプリのビルド',
  'step.bundle.unchanged': 'アプリ: 変更なし',
  'step.bundle.done': 'アプリ: ビルド済み',
  'step.postgres': 'PostgreSQL の起動',
  'step.postgres.done': 'PostgreSQL 18 (ポート {port})',
  'step.postgres.recovered':
    'PostgreSQL 18 (ポート {port})。前回の強制終了から復旧しました',
  'step.platform': 'デモ基盤の起動',
  'step.platform.done': 'デモ基盤: 準備完了',
  'step.backend': 'バックエンドの起動',
  'step.backend.done': 'バックエンド: 準備完了',
  'step.frontend': 'アプリの起動 (自動再読み込み)',
  'step.frontend.done': 'アプリ (自動再読み込み): 準備完了',

  'ready.url': 'Suido の準備ができました ({seconds} 秒):  {url}',
  'ready.people': 'サインインできる人',
  'ready.stop': 'Ctrl-C で停止します。ログ: {log}',
  'stop.done': '停止しました ({seconds} 秒)',

  'reset.ask':
    '{directory} にあるデモの依頼、マート、リポジトリをすべて削除します。続けますか? [y/N] ',
  'reset.declined': '何も削除していません。',
  'reset.done': 'デモのデータを削除しました。新しく始めます。',
  'reset.noTerminal': '確認を求める端末がありません。',
  'reset.noTerminal.cure': '確認なしで削除するには --yes を付けてください。',

  'arguments.unknown': '不明な引数です: {argument}',
  'arguments.cure': 'npm start -- --help で使い方を表示します。',
  'arguments.port':
    '--port には 1 から 65535 までの数を指定してください ("{value}" は使えません)。',
  'arguments.help': `使い方: npm start -- [オプション]

このマシンでポータルを起動します。パッケージのインストール、アプリのビルド、
PostgreSQL、デモ基盤、バックエンドの起動を順に行います。2 回目からは変更が
あった部分だけを行います。

  --port <番号>     ポータルのポート (既定 7007)
  --reset           先にデモのデータを削除します (確認あり。--yes で省略)
  --yes             --reset の確認に「はい」と答えます
  --verbose         すべてのプログラムの出力を表示します
  --help            この説明

データとログは .suido/ に置かれます (SUIDO_STATE_DIR で変更できます)。`,

  'node.failed':
    'Node {version} ではポータルを実行できず、npm から Node 24 を取得することもできませんでした。',
  'node.failed.cure':
    'Node 22 または 24 (https://nodejs.org) をインストールするか、npm のレジストリに接続できるかご確認ください。',

  'permission.directory': '{directory} に書き込む権限がありません。',
  'permission.directory.cure':
    'このフォルダーの所有者として起動するか、ご自分のフォルダーにクローンしてください。',
  'permission.data':
    '{directory} のデータベースは別のユーザー (uid {uid}) のものです。',
  'permission.data.cure':
    'そのユーザーとして起動するか、次のコマンドでデモのデータを削除してください: sudo npm start -- --reset',

  'install.failed': 'パッケージをインストールできませんでした。',
  'install.failed.cure': '出力の全体は {log} にあります。',
  'install.network':
    'パッケージをインストールできませんでした。パッケージのレジストリに接続できません。',
  'install.network.cure':
    'ネットワークをご確認ください。プロキシがある場合は HTTPS_PROXY を、社内レジストリの場合は YARN_NPM_REGISTRY_SERVER を設定してください。出力の全体: {log}',
  'install.lock':
    'パッケージをインストールできませんでした。yarn.lock が package.json と一致していません。',
  'install.lock.cure':
    '次を実行し、変更された yarn.lock を残してください: node .yarn/releases/yarn-4.18.1.cjs install',
  'install.disk':
    'パッケージをインストールできませんでした。ディスクの空きがありません。',
  'install.disk.cure': 'Suido には約 3 GB が必要です。出力の全体: {log}',

  'bundle.failed': 'アプリをビルドできませんでした。',
  'bundle.failed.cure': '出力の全体は {log} にあります。',

  'platform.unsupported':
    'このシステム ({platform}) 用の組み込み PostgreSQL はありません。',
  'platform.unsupported.cure':
    '対応環境: glibc の Linux (x64、arm64、arm、ppc64)、macOS (x64、arm64)、Windows (x64)。Alpine の場合は Debian 系のイメージをお使いください。',
  'postgres.binaries': 'node_modules に PostgreSQL のプログラムがありません。',
  'postgres.binaries.cure':
    'node_modules を削除して、もう一度起動してください。',
  'postgres.account':
    'PostgreSQL は root では動作せず、代わりに使えるユーザー "postgres" や "nobody" もありません。',
  'postgres.account.cure':
    '次のコマンドで作成してください: useradd --system postgres',
  'postgres.initdb': '{directory} にデータベースを作成できませんでした。',
  'postgres.start': 'PostgreSQL が起動しませんでした。',
  'postgres.start.cure':
    'ログの全体は {log} にあります。データが壊れている場合: npm start -- --reset',
  'postgres.password':
    '{file} にあるパスワードではデータベースに接続できません。',
  'postgres.password.cure':
    'そのファイルを元に戻すか、デモのデータを削除してください: npm start -- --reset',
  'postgres.version':
    '{directory} のデータベースは PostgreSQL {found} のものです (必要なのは {expected} です)。',
  'postgres.version.cure':
    '次のコマンドでデモのデータを削除してください: npm start -- --reset',

  'running.already': 'ポータルはすでに起動しています: {url} (プロセス {pid})',
  'running.cure':
    'その URL を開くか、先に停止してください (起動した端末で Ctrl-C、または kill {pid})。',
  'running.cure.reset':
    '先に停止してください (起動した端末で Ctrl-C、または kill {pid})。',
  'port.taken': 'ポート {port} はすでに使われています。',
  'port.takenBy': 'ポート {port} はすでに {owner} が使っています。',
  'port.cure':
    'そのプログラムを停止するか、別のポートを指定してください: npm start -- --port {other}',
  'port.denied': 'このユーザーはポート {port} を使えません。',

  'child.ended': '{name}が終了しました ({how})。',
  'child.cure': 'ログの最後の数行を下に示します。全体は {log} にあります。',
  'child.exitCode': '終了コード {code}',
  'child.signal': 'シグナル {signal}',
  'child.failed': '{name}を起動できませんでした。',
  'child.notReady': '{name}が {seconds} 秒以内に準備できませんでした。',
  'name.backend': 'バックエンド',
  'name.platform': 'デモ基盤',
  'name.postgres': 'PostgreSQL',
  'name.frontend': 'アプリのサーバー',
  'unexpected.cure': '起動プログラムの不具合です。ログ: {log}',

  'inspect.usage':
    'npm run inspect -- <ファイルまたはフォルダ> [--json] [--limit <メガバイト>]',
  'inspect.help':
    'ファイル、またはフォルダ以下のすべてのファイルから、取り込み元として何が読み取れるかを表示します。\n対象: dbt のアーティファクト、OpenLineage イベント、データ契約、テーブル定義のダンプ、JSON Lines。\nどこにも送信せず、ポータルの起動も不要です。\n\n  --json    プログラム向け: ファイルなら 1 つのオブジェクト、フォルダならその一覧\n  --limit   展開後のファイルサイズの上限 (メガバイト、既定値: 512)\n\n終了コード 0: 理解できた。1: 理解できず、理由を 1 文で表示。\n標準出力を JSON だけにするには: npm run --silent inspect -- <ファイル> --json',
  'inspect.path': 'ファイルまたはフォルダを指定してください。',
  'inspect.path.many': '指定できるファイルまたはフォルダは 1 つです。',
  'inspect.limit': '「{value}」はメガバイト数ではありません。',
  'inspect.column.file': 'ファイル',
  'inspect.column.kind': '種類',
  'inspect.column.version': 'バージョン',
  'inspect.column.read': '読取',
  'inspect.column.kept': '採用',
  'inspect.column.repaired': '補正',
  'inspect.column.refused': '除外',
  'inspect.outcome.refused': '除外',
  'inspect.outcome.repaired': '補正',
  'inspect.outcome.left-out': '対象外',
  'inspect.outcome.note': '注記',
  'inspect.example': '例: {places}',
  'inspect.unread': '理解できなかったファイル',
  'inspect.others':
    'ほかに、取り込み元が扱う種類ではないファイルが {count} 件あります。',
};
