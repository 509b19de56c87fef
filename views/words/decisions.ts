const en = {
  decisions: 'Who was chosen, and why',
  decisionsLead:
    'How this conversation came to whoever has it, newest first: whom the queue looked at, who accepted, declined or did not answer, and who handed it over.',
  decisionsOpen: 'See each offer, and why',
  noDecisions: 'Nothing has been decided yet',
  noDecisionsHint:
    'When the queue offers this conversation to a colleague, the reasons appear here.',
  notChosen: 'The queue chose nobody',
  notChosenHint: 'Colleagues took it or handed it over. What the queue chooses appears here.',
  noneChosen: 'Nobody could be chosen',
  chosen: 'chosen',
  agent: 'Colleague',
  score: 'Score',
  outcome: 'Outcome',
  holds: 'Holds',
  wasFree: 'was free too',
  formerColleague: 'Somebody who has left',
  more: (n: number) => `${n} more`,
  strategy: (name: string) => `by ${name}; the lowest score wins`,
  visit: (n: number) => `Visit ${n} to the queue`,
}

const zh: typeof en = {
  decisions: '分配记录与原因',
  decisionsLead:
    '会话如何分配到现在的客服，最新的在前：比较过哪些客服，谁接入、拒绝或未及时接入，以及谁做过转接。',
  decisionsOpen: '查看每次分配及原因',
  noDecisions: '还没有分配记录',
  noDecisionsHint: '会话分配给客服后，原因会显示在这里。',
  notChosen: '没有自动分配记录',
  notChosenHint: '这个会话由客服自行接入或转接。自动分配后，记录会显示在这里。',
  noneChosen: '没有可分配的客服',
  chosen: '已选中',
  agent: '客服',
  score: '得分',
  outcome: '结果',
  holds: '接待中',
  wasFree: '也空闲',
  formerColleague: '已离开的同事',
  more: (n) => `另有 ${n} 名客服`,
  strategy: (name) => `按“${name}”分配，得分最低者优先`,
  visit: (n) => `第 ${n} 次排队`,
}

/** Who was chosen for a conversation, and why. */
export const decisions = { en, zh }
