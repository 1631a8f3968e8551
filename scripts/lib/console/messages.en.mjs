/** What the launcher says, in English. Same keys as `messages.ja.mjs`. */
export const en = {
  'step.node': 'Node {version}',
  'step.node.fetch': 'Fetching Node 24 from npm',
  'step.install': 'Install packages',
  'step.install.unchanged': 'Packages: unchanged',
  'step.install.done': 'Packages: installed',
  'step.bundle': 'Build the app',
  'step.bundle.unchanged': 'App: unchanged',
  'step.bundle.done': 'App: built',
  'step.postgres': 'Start PostgreSQL',
  'step.postgres.done': 'PostgreSQL 18 on port {port}',
  'step.postgres.recovered':
    'PostgreSQL 18 on port {port}, recovered from a portal that was killed',
  'step.platform': 'Start the demo platform',
  'step.platform.done': 'Demo platform: ready',
  'step.backend': 'Start the backend',
  'step.backend.done': 'Backend: ready',
  'step.frontend': 'Start the app with hot reload',
  'step.frontend.done': 'App with hot reload: ready',

  'ready.url': 'Suido is ready after {seconds} s:  {url}',
  'ready.people': 'Sign in as',
  'ready.stop': 'Ctrl-C stops it. Log: {log}',
  'stop.done': 'Stopped after {seconds} s',

  'reset.ask':
    'This deletes every request, mart and repository of the demo in {directory}. Continue? [y/N] ',
  'reset.declined': 'Nothing was deleted.',
  'reset.done': 'The demo data is deleted; starting afresh.',
  'reset.noTerminal': 'There is no terminal to ask for confirmation.',
  'reset.noTerminal.cure':
    'Add --yes to delete the demo data without a question.',

  'arguments.unknown': 'Unknown argument: {argument}',
  'arguments.cure': 'npm start -- --help lists the options.',
  'arguments.port': '--port must be a number from 1 to 65535, not "{value}".',
  'arguments.help': `Usage: npm start -- [options]

Starts the portal on this machine: installs packages, builds the app, starts
PostgreSQL, the demo platform and the backend. The second time it only does
what has changed.

  --port <number>   port of the portal (default 7007)
  --reset           delete the data of the demo first (asks; --yes does not)
  --yes             answer yes to the question of --reset
  --verbose         show the output of every program
  --help            this text

Data and logs are kept in .suido/ (SUIDO_STATE_DIR names another folder).`,

  'node.failed':
    'Node {version} cannot run the portal, and Node 24 could not be fetched from npm.',
  'node.failed.cure':
    'Install Node 22 or 24 (https://nodejs.org), or check the network: npm must reach its registry.',

  'permission.directory': 'No permission to write in {directory}.',
  'permission.directory.cure':
    'Start the portal as the user who owns this folder, or clone it to a folder of your own.',
  'permission.data':
    'The database in {directory} belongs to another user (uid {uid}).',
  'permission.data.cure':
    'Start the portal as that user, or delete the demo data with: sudo npm start -- --reset',

  'install.failed': 'The packages could not be installed.',
  'install.failed.cure': 'The full output is in {log}.',
  'install.network':
    'The packages could not be installed: the package registry cannot be reached.',
  'install.network.cure':
    'Check the network. Behind a proxy set HTTPS_PROXY; for a registry of your own set YARN_NPM_REGISTRY_SERVER. Full output: {log}',
  'install.lock':
    'The packages could not be installed: yarn.lock does not fit the package.json files.',
  'install.lock.cure':
    'Run: node .yarn/releases/yarn-4.18.1.cjs install — and keep the changed yarn.lock.',
  'install.disk': 'The packages could not be installed: the disk is full.',
  'install.disk.cure': 'Suido needs about 3 GB. Full output: {log}',

  'bundle.failed': 'The app could not be built.',
  'bundle.failed.cure': 'The full output is in {log}.',

  'platform.unsupported':
    'There is no embedded PostgreSQL for this system ({platform}).',
  'platform.unsupported.cure':
    'Supported: Linux with glibc (x64, arm64, arm, ppc64), macOS (x64, arm64), Windows (x64). On Alpine use a Debian-based image.',
  'postgres.binaries': 'The PostgreSQL programs are not in node_modules.',
  'postgres.binaries.cure': 'Delete node_modules and start again.',
  'postgres.account':
    'PostgreSQL refuses to run as root, and this system has no user "postgres" or "nobody" to run it as.',
  'postgres.account.cure': 'Create one: useradd --system postgres',
  'postgres.initdb': 'The database could not be created in {directory}.',
  'postgres.start': 'PostgreSQL did not start.',
  'postgres.start.cure':
    'The full log is in {log}. If the data is damaged: npm start -- --reset',
  'postgres.password':
    'The database does not accept the password kept in {file}.',
  'postgres.password.cure':
    'Restore that file, or delete the demo data: npm start -- --reset',
  'postgres.version':
    'The database in {directory} was made by PostgreSQL {found}; this is {expected}.',
  'postgres.version.cure': 'Delete the demo data with: npm start -- --reset',

  'running.already': 'The portal is already running: {url} (process {pid})',
  'running.cure':
    'Open that address, or stop it first (Ctrl-C in its terminal, or: kill {pid}).',
  'running.cure.reset':
    'Stop it first (Ctrl-C in its terminal, or: kill {pid}).',
  'port.taken': 'Port {port} is already in use.',
  'port.takenBy': 'Port {port} is already in use by {owner}.',
  'port.cure':
    'Stop that program, or choose another port: npm start -- --port {other}',
  'port.denied': 'This user may not listen on port {port}.',

  'child.ended': '{name} ended by itself ({how}).',
  'child.cure': 'The last lines of its log are below; the whole log is {log}.',
  'child.exitCode': 'exit code {code}',
  'child.signal': 'signal {signal}',
  'child.failed': '{name} could not start.',
  'child.notReady': '{name} was not ready after {seconds} s.',
  'name.backend': 'The backend',
  'name.platform': 'The demo platform',
  'name.postgres': 'PostgreSQL',
  'name.frontend': 'The app server',
  'unexpected.cure': 'This is a defect of the launcher. Log: {log}',

  'inspect.usage':
    'npm run inspect -- <file or folder> [--json] [--limit <megabytes>]',
  'inspect.help':
    'Shows what a source would bring in from a file, or from every file below a folder:\ndbt artifacts, OpenLineage events, data contracts, dumps of tables, JSON Lines.\nNothing is sent anywhere, and no portal has to run.\n\n  --json    for programs: one object for a file, a list of them for a folder\n  --limit   megabytes that a file may have once unpacked (default: 512)\n\nExit code 0: understood. 1: it cannot be, and one sentence says why.\nFor nothing but JSON on stdout: npm run --silent inspect -- <file> --json',
  'inspect.path': 'Which file or folder?',
  'inspect.path.many': 'One file or folder at a time.',
  'inspect.limit': '"{value}" is no number of megabytes.',
  'inspect.column.file': 'File',
  'inspect.column.kind': 'Kind',
  'inspect.column.version': 'Version',
  'inspect.column.read': 'Read',
  'inspect.column.kept': 'Kept',
  'inspect.column.repaired': 'Repaired',
  'inspect.column.refused': 'Refused',
  'inspect.outcome.refused': 'refused',
  'inspect.outcome.repaired': 'repaired',
  'inspect.outcome.left-out': 'left out',
  'inspect.outcome.note': 'note',
  'inspect.example': 'such as {places}',
  'inspect.unread': 'Not understood',
  'inspect.others':
    '{count} other files are of no kind that a source brings in.',
};
