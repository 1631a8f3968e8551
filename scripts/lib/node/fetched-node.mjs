import { join } from 'node:path';
import { Problem } from '../console/problem.mjs';
import { text } from '../console/messages.mjs';
import { run } from '../process/run.mjs';
import { readJson, writeJson } from '../state/json-file.mjs';
import { findNpx } from './npx.mjs';
import { isSupportedNode } from './versions.mjs';

/**
 * The path of a Node 24 that npm keeps in its cache, fetched when it is not
 * there yet. The path is remembered, so that only the first start asks npm
 * (and later ones work without a network).
 *
 * @param {string} stateDirectory
 * @returns {Promise<string>}
 */
export async function fetchedNode(stateDirectory) {
  const memory = join(stateDirectory, 'node.json');
  const remembered = readJson(memory)?.path;
  if (remembered && (await isUsable(remembered))) {
    return remembered;
  }
  const { path, output } = await fetchNode();
  if (!path) {
    throw new Problem(text('node.failed', { version: process.versions.node }), {
      cure: text('node.failed.cure'),
      details: output.trimEnd().split('\n').slice(-8).join('\n'),
    });
  }
  writeJson(memory, { path });
  return path;
}

async function fetchNode() {
  const npx = findNpx(process.env, process.execPath);
  let output = '';
  for (const nodePackage of nodePackages()) {
    const result = await run(npx.program, [
      ...npx.args,
      '--yes',
      '--package',
      nodePackage,
      '--',
      'node',
      '-p',
      'process.execPath',
    ]);
    output = result.output;
    const path = result.stdout.trim().split('\n').pop();
    if (result.code === 0 && path && (await isUsable(path))) {
      return { path, output };
    }
  }
  return { path: undefined, output };
}

// `node` downloads the binary of the platform in an install script; an npm
// that holds back install scripts needs the platform's package by name.
function nodePackages() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  return ['node@24', `node-${system}-${process.arch}@24`];
}

async function isUsable(path) {
  const { code, stdout } = await run(path, ['-p', 'process.versions.node']);
  return code === 0 && isSupportedNode(stdout.trim());
}
