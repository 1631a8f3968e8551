/** Texts of the sources of metadata in English. */
export const sourceEn = {
  'sources.caption': 'Sources of metadata',
  'sources.column.title': 'Source',
  'sources.column.kind': 'Kind',
  'sources.column.datasets': 'Datasets',
  'sources.column.lastRun': 'Last reading',
  'sources.column.lastApplied': 'Last in the catalog',
  'sources.never': 'Not yet',
  'sources.empty.title': 'No source is configured',
  'sources.empty.description':
    'Name one in the configuration under dataCatalog, or push a snapshot.',

  'source.unknown': 'There is no source “{{id}}”',
  'source.unknownHelp': 'It may have been taken out of the configuration.',
  'source.facts': '{{kind}} · datasets told: {{datasets}}',
  'source.readAgain': 'Read again',
  'source.runs': 'Readings, newest first',
  'source.noRuns': 'This source has not been read yet',
  'source.noRunsHelp': 'What was read, kept and refused appears here.',
  'source.done.readAgain': 'It will be read again in a moment.',
  'source.done.release': 'It was let through; the catalog changes in a moment.',

  'run.state.running': 'Reading',
  'run.state.applied': 'In the catalog',
  'run.state.unchanged': 'Unchanged',
  'run.state.held': 'Held back',
  'run.state.failed': 'Failed',
  'run.mode.full': 'everything',
  'run.mode.delta': 'changes only',
  'run.takenAt': 'State of the source: ',
  'run.changed':
    'Datasets added: {{added}} · changed: {{changed}} · removed: {{removed}}',
  'run.wouldChange':
    'Datasets it would add: {{added}} · change: {{changed}} · remove: {{removed}}',
  'run.held.title': 'This reading is held back',
  'run.held.body':
    'It would remove more than is configured, so nothing of it is in the catalog yet.',
  'run.held.whoDecides': 'A data engineer decides whether it is let through.',
  'run.release.action': 'Let it through',
  'run.release.title': 'Let this reading through?',
  'run.release.body':
    'Datasets that disappear from the catalog: {{number}}. Check first that the source is complete.',

  'report.read': 'Read',
  'report.kept': 'Kept',
  'report.repaired': 'Repaired',
  'report.refused': 'Refused',
  'report.reasons': 'Why records were repaired or refused',
  'report.outcome.repaired': '{{number}} repaired',
  'report.outcome.refused': '{{number}} refused',
  'report.outcome.left-out': '{{number}} left out',
  'report.outcome.note': '{{number}} noted',
  'report.examples': 'Where, for example',
} as const;
