import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { repositoryRoot, stateDirectory } from '../checkout.mjs';
import { languageOf } from '../console/language.mjs';
import { text } from '../console/messages.mjs';
import { parseInspectArguments } from './arguments.mjs';
import { formatInspected } from './format-inspected.mjs';
import { inspectFile } from './inspect-file.mjs';
import { inspectFolder } from './inspect-folder.mjs';
import { loadArtifacts } from './load-artifacts.mjs';

/**
 * `npm run inspect -- <file or folder>`: shows what a source would bring in.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code: 1 when nothing was understood
 */
export async function runInspect(args) {
  const options = parseInspectArguments(args);
  if (options === 'help') {
    print(`${text('inspect.usage')}\n\n${text('inspect.help')}`);
    return 0;
  }
  const artifacts = await loadArtifacts({
    root: repositoryRoot,
    stateDirectory: stateDirectory(),
  });
  const target = {
    // npm runs scripts in the root; the path is meant from where it was typed.
    path: resolve(process.env.INIT_CWD ?? process.cwd(), options.path),
    file: options.path,
    limitBytes: options.limitBytes,
  };
  const isFolder =
    statSync(target.path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder
    ? showFolder(artifacts, target, options)
    : showFile(artifacts, target, options);
}

async function showFile(artifacts, target, { json }) {
  const inspected = await inspectFile(artifacts, target);
  if ('code' in inspected) {
    return refuse(inspected);
  }
  print(json ? toJson(inspected) : formatInspected([inspected], language()));
  return 0;
}

async function showFolder(artifacts, target, { json }) {
  const { understood, notUnderstood, others } = await inspectFolder(
    artifacts,
    target,
  );
  if (understood.length === 0) {
    return refuse(
      notUnderstood[0] ?? {
        file: target.file,
        sentence: artifacts.failureText('no-artifacts'),
      },
    );
  }
  if (json) {
    print(toJson([...understood, ...notUnderstood.map(asEntry)]));
    return 0;
  }
  print(formatInspected(understood, language()));
  if (notUnderstood.length > 0) {
    print(`\n${text('inspect.unread')}:`);
    notUnderstood.forEach(file => print(`  ${sentenceOf(file)}`));
  }
  if (others > 0) {
    print(`\n${text('inspect.others', { count: others })}`);
  }
  return 0;
}

/** A file of a folder that could not be understood, among those that were. */
function asEntry({ file, code, sentence }) {
  return {
    file,
    kind: null,
    version: null,
    totals: { read: 0, kept: 0, repaired: 0, refused: 0 },
    reasons: [],
    error: { code, text: sentence },
  };
}

function refuse(file) {
  process.stderr.write(`${sentenceOf(file)}\n`);
  return 1;
}

function sentenceOf({ file, sentence }) {
  return `${file}: ${sentence[language()]}`;
}

function language() {
  return languageOf(process.env);
}

function toJson(value) {
  return JSON.stringify(value, undefined, 2);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
