/** Texts of a request's page in English: what comes next, comments, commits. */
export const requestEn = {
  'next.title': 'Where it stands',
  'next.progress': 'The portal is at work',
  'next.slow':
    'This takes longer than usual. The portal goes on by itself; if it stays so, tell the data engineers.',
  'next.colon': ': ',
  'next.since': 'Since',
  'next.usually': 'Usually',
  'next.usuallyFrom_one': '(from {{count}} request)',
  'next.usuallyFrom_other': '(from {{count}} requests)',
  'next.whatHappened': 'What happened',
  'next.conflictFiles': 'The main branch also changed',
  'next.whomToAsk': 'Who can help:',
  'next.dataEngineers': 'the data engineers of your company',
  'next.toComments_one': 'Answer {{count}} comment',
  'next.toComments_other': 'Answer {{count}} comments',
  'next.toFiles': 'Read the files',
  'next.yourApprovalVoid':
    'You approved commit {{commit}}. The request has changed since, so your approval no longer counts.',
  'next.approvalVoid':
    'The request has changed since commit {{commit}} was approved, so that approval no longer counts. It is asked for again:',
  'next.copy': 'Start again from a copy',

  'next.draft': 'It has not been sent yet.',
  'next.draft.author': 'Continue the draft, then send it.',
  'next.draft.reviewer': 'There is nothing to review before it is sent.',
  'next.draft.reader': 'Reviewers see it once it is sent.',
  'next.checking': 'The portal checks the request and opens a pull request.',
  'next.checking.author':
    'This takes a few seconds. You need not wait here: you are told how it goes.',
  'next.checking.reviewer':
    'You can review it as soon as the pull request is open.',
  'next.checking.reader':
    'Reviewers see it as soon as the pull request is open.',
  'next.in-review':
    'A reviewer reads the change and approves it or asks for changes.',
  'next.in-review.author':
    'It is with the reviewers. You are told of every comment; you can answer, and still change the request.',
  'next.in-review.reviewer':
    'Read the files, the checks and the sample rows, then approve or ask for changes.',
  'next.in-review.reader':
    'The reviewers have been told. You can follow and join the conversation.',
  'next.changes-requested': 'A reviewer asked for changes.',
  'next.changes-requested.author':
    'Answer each comment: change the form, take a suggestion over, or write back. Every change updates the same pull request and asks the reviewers again.',
  'next.changes-requested.reviewer':
    'The requester has been told. You are asked again at the next commit.',
  'next.changes-requested.reader':
    'The requester has been told. Reviewers are asked again after the change.',
  'next.approved': 'The change is approved. It can be merged now.',
  'next.approved.author':
    'You need not do anything. If you change the request now, it has to be approved again.',
  'next.approved.reviewer':
    'Whoever has the right to merge can do so now, with “Merge”.',
  'next.approved.reader': 'Those who may merge have been told.',
  'next.merged':
    'The change is in the main branch. The mart is built and enters the catalog.',
  'next.merged.author':
    'You need not do anything. This page shows the way to your mart once it is there.',
  'next.merged.reviewer': 'Nothing is left to review.',
  'next.merged.reader': 'This page shows the way to the mart once it is there.',
  'next.deployed': 'The mart is built. It can be used.',
  'next.deployed.author':
    'Your mart is for everybody now. Tell those who wait for it.',
  'next.deployed.reviewer': 'Nothing is left to review.',
  'next.deployed.reader': 'Its page in the catalog says what it holds.',
  'next.granted': 'Access is granted.',
  'next.granted.author': 'You can read the data from now on.',
  'next.granted.reviewer': 'Nothing is left to review.',
  'next.granted.reader': 'Nothing is left to do.',
  'next.expired': 'Access has ended as agreed.',
  'next.expired.author': 'If you still need the data, ask again.',
  'next.expired.reviewer': 'Nothing is left to review.',
  'next.expired.reader': 'Nothing is left to do.',
  'next.revoked': 'Access was taken back.',
  'next.revoked.author':
    'The conversation says why. If you still need the data, ask again.',
  'next.revoked.reviewer': 'Nothing is left to review.',
  'next.revoked.reader': 'Nothing is left to do.',
  'next.withdrawn':
    'The request was taken back. Nothing was changed in the repository.',
  'next.withdrawn.author':
    'If you need it after all, start again from a copy: the form is filled in as it was.',
  'next.withdrawn.reviewer': 'Nothing is left to review.',
  'next.withdrawn.reader': 'If you need the same data, start from a copy.',
  'next.lapsed':
    'Nobody worked on the request for a long time, so it was closed.',
  'next.lapsed.author':
    'If you still need it, start again from a copy: the form is filled in as it was.',
  'next.lapsed.reviewer':
    'Nothing is left to review. If it is sent again, you are asked again.',
  'next.lapsed.reader': 'If you need the same data, start from a copy.',
  'next.conflicted':
    'The main branch changed in the same place. It cannot be merged as it is.',
  'next.conflicted.author':
    'Press “Try again”: the portal makes your change anew on the main branch of now, in the same pull request. The reviewers are asked again. If that does not help, change the request.',
  'next.conflicted.reviewer':
    'The requester has been told and can have the change made anew. You are asked again after that.',
  'next.conflicted.reader':
    'The requester has been told and can have the change made anew.',
  'next.failed': 'A step failed. Nothing is lost: it can be tried again.',
  'next.failed.author':
    'If the reason is something in the form, change the request; where its name is taken, withdraw it and start again from a copy. Otherwise press “Try again”; if it fails again, ask for help and name request {{number}}.',
  'next.failed.reviewer':
    'The requester can try request {{number}} again. If the reason lies in the repository or in the portal, mend it first.',
  'next.failed.reader': 'The requester can try request {{number}} again.',

  'usually.draft': 'goes back to a draft within {{span}}',
  'usually.checking': 'is checked again within {{span}}',
  'usually.in-review': 'in review within {{span}}',
  'usually.changes-requested': 'first answer, with wishes, within {{span}}',
  'usually.approved': 'approved within {{span}}',
  'usually.merged': 'merged within {{span}}',
  'usually.deployed': 'built within {{span}}',
  'usually.granted': 'granted within {{span}}',
  'usually.expired': 'expires within {{span}}',
  'usually.revoked': 'taken back within {{span}}',
  'usually.withdrawn': 'taken back within {{span}}',
  'usually.lapsed': 'closed without an answer within {{span}}',
  'usually.conflicted': 'in conflict with the main branch within {{span}}',
  'usually.failed': 'fails within {{span}}',

  'comment.thread': 'Comment on the request',
  'comment.threadOn': 'Comment on {{place}}',
  'comment.on': 'Comment on {{place}}',
  'comment.onLine': 'Comment on line {{line}}',
  'comment.onLines': 'Comment on lines {{from}} to {{to}}',
  'comment.count_one': '{{count}} comment',
  'comment.count_other': '{{count}} comments',
  'comment.atCommit': 'commit {{commit}}',
  'comment.send': 'Send comment',
  'comment.reply': 'Reply',
  'comment.suggest': 'Suggest a change',
  'comment.suggestNot': 'Suggest nothing',
  'comment.suggestion': 'These lines should read',
  'comment.suggested': 'Suggested change',
  'comment.takesAway': 'Takes these lines away.',
  'comment.apply': 'Apply and update the pull request',
  'comment.applyConfirm.title': 'Apply this suggestion?',
  'comment.applyConfirm.body':
    'The suggested text becomes a new commit of the pull request. Approvals given so far no longer count, and the reviewers are asked again.',
  'comment.applied': 'Applied in commit {{commit}}.',
  'comment.cannotApply':
    'These lines have changed since, so the suggestion cannot be applied any more.',
  'comment.isApplied': 'Applied',
  'comment.isOutdated': 'Outdated: the lines have changed',
  'comment.changeInForm': 'Change this in the form',
  'comment.filesMoved':
    'The files changed after you began to write. Make sure that these are still the lines you mean.',
  'comment.placing':
    'Looking for the lines of comments that were made on earlier commits…',
  'comment.elsewhere': 'On files that the change no longer has',

  'commits.empty': 'There is no commit yet',
  'commits.title_one': '{{count}} commit',
  'commits.title_other': '{{count}} commits, newest first',
  'commits.head': 'Newest',
  'commits.revision':
    'made by the portal from revision {{revision}} of the form',
  'commits.origin.portal': 'made by the portal from the form',
  'commits.origin.suggestion': 'a suggestion that was applied',
  'commits.origin.person': 'pushed by hand with git',
  'commits.checksNamed': '{{summary}}: checks of commit {{commit}}',
  'commits.count.passed_one': '{{count}} check passed',
  'commits.count.passed_other': '{{count}} checks passed',
  'commits.count.warning_one': '{{count}} warning',
  'commits.count.warning_other': '{{count}} warnings',
  'commits.count.failed_one': '{{count}} check failed',
  'commits.count.failed_other': '{{count}} checks failed',
  'commits.count.notRun_one': '{{count}} check not run',
  'commits.count.notRun_other': '{{count}} checks not run',
  'commits.noChecks.portal': 'No checks were kept for this commit.',
  'commits.noChecks.other':
    'The checks of the form do not run on a commit that was not made from it.',

  'effect.title': 'What changed between two commits',
  'effect.description':
    'Rows are computed twice on the same sample rows, once for each commit.',
  'effect.onlyOne':
    'There is one commit so far. What it changes stands under “Files”.',
  'effect.from': 'From',
  'effect.to': 'To',
  'effect.choice': '{{commit}} {{title}} (revision {{revision}})',
  'effect.same': 'This is one and the same commit. Choose another one.',
  'effect.loading': 'Computing both commits on sample rows…',
  'effect.columns': 'Columns',
  'effect.noColumns':
    'One of the two commits was not made from the form, so their columns cannot be compared.',
  'effect.sameColumns': 'The columns are the same.',
  'effect.column': 'Column',
  'effect.change': 'Change',
  'effect.type': 'Type',
  'effect.column.added': 'Added',
  'effect.column.removed': 'Removed',
  'effect.column.retyped': 'Other type',
  'effect.column.recalculated': 'Calculated differently',
  'effect.rows': 'Rows',
  'effect.noRows': 'The rows cannot be compared.',
  'effect.rowCounts': 'Number of rows',
  'effect.before': 'Before',
  'effect.after': 'After',
  'effect.sameRows': 'Every row is the same.',
  'effect.rowSummary':
    '{{added}} added, {{removed}} removed, {{changed}} changed',
  'effect.examples': 'Rows to look at',
  'effect.row.added': 'Added',
  'effect.row.removed': 'Removed',
  'effect.row.changed': 'Changed',
  'effect.noFiles': 'No file differs.',

  'type.text': 'text',
  'type.integer': 'whole number',
  'type.decimal': 'decimal number',
  'type.boolean': 'yes or no',
  'type.date': 'date',
  'type.timestamp': 'date and time',
  'type.unknown': 'unknown type',

  'similar.title': 'Similar marts',
  'similar.looksLike': 'Looks like',
  'similar.request': 'a request',
  'similar.differs': 'The requester says that it differs because:',
  'similar.unsaid': 'The requester did not say how it differs.',
} as const;
