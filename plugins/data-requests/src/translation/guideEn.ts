/** Texts of the guide and of the reader's own marts in English. */
export const guideEn = {
  'contributions.title': 'My marts',
  'contributions.description':
    'Data that everybody can use because you asked for it.',
  'contributions.byMonth': 'By month',
  'contributions.total_one': 'mart so far',
  'contributions.total_other': 'marts so far',
  'contributions.thisMonth': 'this month',
  'contributions.since': 'first one',
  'contributions.list': 'Your marts, newest first',
  'contributions.column.mart': 'Mart',
  'contributions.column.request': 'Request',
  'contributions.column.state': 'State',
  'contributions.column.owner': 'Owner',
  'contributions.column.since': 'Since',
  'contributions.notInCatalog': 'not yet in the catalog',
  'contributions.empty.title': 'Your first mart appears here',
  'contributions.empty.description':
    'Every mart that you asked for and that was merged is counted here, for everybody to use.',

  'guide.link': 'How a first request goes',
  'guide.title': 'Your first data mart',
  'guide.lead':
    'You know the question; the portal writes the code. You need neither SQL nor git.',
  'guide.steps.title': 'Five steps of the form',
  'guide.steps.what.title': 'Say what you want to know, and why',
  'guide.steps.what.text':
    'One question in your own words, and what its answer is used for.',
  'guide.steps.data.title': 'Choose the data',
  'guide.steps.data.text':
    'Pick the datasets that hold the answer. The form shows how they fit together.',
  'guide.steps.rows.title': 'Choose rows and columns',
  'guide.steps.rows.text':
    'Say what one row stands for, which rows count, and which numbers you need. Sample rows beside the form show the result at once.',
  'guide.steps.meaning.title': 'Say what it means',
  'guide.steps.meaning.text':
    'Define the mart and its columns, who owns it, how often it is renewed, and how sensitive it is.',
  'guide.steps.check.title': 'Check and send',
  'guide.steps.check.text':
    'Read the checks, the files and who will review them, then send.',
  'guide.steps.note':
    'What you write is saved by itself. You can leave at any time and go on later.',
  'guide.after.title': 'What happens after you send',
  'guide.after.checked.title': 'The portal opens a pull request',
  'guide.after.checked.text':
    'In seconds, with exactly the files that the form showed you.',
  'guide.after.reviewed.title': 'Reviewers read it',
  'guide.after.reviewed.text':
    'They approve it, or ask on a line what they do not understand or would change.',
  'guide.after.answered.title': 'You answer',
  'guide.after.answered.text':
    'From a comment one click leads to the field of the form that it is about, and a suggestion can be taken over as it is. Wishes are part of every review, not a fault.',
  'guide.after.merged.title': 'It is merged and built',
  'guide.after.merged.text':
    'Your mart enters the catalog, and it counts among your marts.',
  'guide.who.title': 'Who reviews',
  'guide.who.text':
    'The people and groups whom the repository names for the files that change: data engineers, and the owners of the domain. The form names them before you send. Nobody approves their own request.',
  'guide.time.title': 'How long it takes',
  'guide.time.median_one':
    'It took {{span}} from sending to done, for the {{count}} request that was merged so far.',
  'guide.time.median_other':
    'Half of the last {{count}} requests that were merged took at most {{span}} from sending to done.',
  'guide.time.unknown': 'No request has been merged yet, so nobody can say.',
  'guide.time.each':
    'The page of your request always says what it waits for, and on whom.',
  'guide.criteria.title': 'What reviewers look for',
  'guide.criteria.question':
    'The question and its purpose: would somebody else understand them?',
  'guide.criteria.duplicate':
    'Something alike that exists already: would it serve as well?',
  'guide.criteria.joins': 'The joins: does any row get lost, or counted twice?',
  'guide.criteria.grain':
    'The grain: is there exactly one row for each of what you name?',
  'guide.criteria.definitions':
    'The definitions: do they say what is counted, and what is not?',
  'guide.criteria.tier':
    'The tier: is the mart at least as sensitive as the data that it reads?',
  'guide.words.title': 'Eight words to know',
  'guide.words.mart.word': 'Data mart',
  'guide.words.mart.meaning': 'A dataset that is made to answer a question.',
  'guide.words.dataset.word': 'Dataset',
  'guide.words.dataset.meaning': 'A table or view with rows and columns.',
  'guide.words.grain.word': 'Grain',
  'guide.words.grain.meaning':
    'What one row stands for, such as one store on one day.',
  'guide.words.measure.word': 'Measure',
  'guide.words.measure.meaning':
    'A number that is computed over many rows, such as a sum or a count.',
  'guide.words.tier.word': 'Tier',
  'guide.words.tier.meaning':
    'How sensitive data is: 1 public, 2 internal, 3 confidential, 4 sensitive.',
  'guide.words.owner.word': 'Owner',
  'guide.words.owner.meaning': 'The group that answers for a dataset.',
  'guide.words.pullRequest.word': 'Pull request',
  'guide.words.pullRequest.meaning':
    'A change as it is put forward to be read, before it takes effect.',
  'guide.words.merge.word': 'Merge',
  'guide.words.merge.meaning':
    'To take an approved change over, so that it takes effect.',
} as const;
