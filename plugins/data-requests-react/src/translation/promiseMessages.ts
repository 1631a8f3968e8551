/** English texts of partition, exposure and the check from sample rows. */
export const promiseMessages = {
  partition: {
    title: 'How are the rows laid out?',
    column: 'Lay the rows out by',
    none: 'Not at all',
    noneEffect:
      'Every query reads the whole mart. Right for marts with few rows.',
    noDates: 'The mart has no date or time to lay its rows out by.',
    grain: 'One part per',
    recommended: 'Fits what you chose: {{column}}, one part per {{grain}}.',
    useRecommended: 'Use it',
    isRecommended: 'That fits how often the mart is renewed.',
    tooFine: 'the column only tells the {{grain}}',
  },
  partitionHelp: {
    partitions:
      'This warehouse can keep the rows of each day or month apart, so that a query reads only the ones it asks for.',
    clusters:
      'This warehouse can keep the rows of each day or month near each other, so that a query skips most of the others.',
    none: 'This warehouse keeps no parts: a query reads the whole mart whatever you choose. Your choice is written down in the repository, for the day when the mart moves to one that does.',
  },
  partitionGrain: { day: 'Day', month: 'Month', year: 'Year' },
  partitionNoun: { day: 'day', month: 'month', year: 'year' },
  partitionEffect: {
    day: 'A query for one day reads only that day. Right for marts that are renewed every day.',
    month:
      'A query for one month reads only that month. Right where people look at months.',
    year: 'A query for one year reads only that year. Right for marts with few rows per year.',
  },
  unitTest: {
    title: 'A check with known numbers',
    help: 'Takes a few sample rows and shows what the mart makes of them. If you say that the numbers are right, every later change of the mart is checked against them.',
    make: 'Make a check from sample rows',
    making: 'Making the check…',
    needsColumns: 'First choose the columns of the mart.',
    unavailable: 'No check can be made from sample rows',
    given: 'From these rows of {{source}}',
    expected: 'The mart makes these rows',
    noRows: 'no rows',
    confirm: 'These numbers are right',
    confirmed: 'Saved as a check of the mart.',
    notYet: 'Not saved yet: look at the numbers, then tick the box.',
    changed:
      'The mart has changed since these rows were computed. Make the check again.',
    outdated: 'The check no longer fits the mart',
    renew: 'Renew it from sample rows',
    remove: 'Remove the check',
    table: 'Rows of {{name}}',
  },
} as const;
