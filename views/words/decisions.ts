const en = {
  decisions: 'Who was chosen, and why',
  decisionsLead:
    'How this conversation came to whoever has it, the newest first: whom the line looked at, and who handed it on.',
  noDecisions: 'Nothing was decided yet',
  noDecisionsHint:
    'As soon as the line offers this conversation to somebody, the reasons are here.',
  notChosen: 'The line chose nobody',
  notChosenHint: 'It was taken or handed over by hand. What the line chooses will be here.',
  noneChosen: 'Nobody could be chosen',
  chosen: 'chosen',
  agent: 'Colleague',
  score: 'Score',
  outcome: 'Outcome',
  holds: 'Holds',
  wasFree: 'was free too',
  more: (n: number) => `${n} more`,
  strategy: (name: string) => `by ${name}; the lowest score wins`,
  visit: (n: number) => `Visit ${n} to the line`,
}

const zh: typeof en = {
  decisions: '选择了谁，为什么',
  decisionsLead: '会话如何到了现在的负责人手上，最新的在前：队列比较了哪些同事，以及谁做过转接。',
  noDecisions: '还没有做出选择',
  noDecisionsHint: '会话分配给同事后，原因会显示在这里。',
  notChosen: '队列没有做过选择',
  notChosenHint: '这个会话是同事自己接起或转接的。队列做出选择后会显示在这里。',
  noneChosen: '没有合适的人选',
  chosen: '已选中',
  agent: '同事',
  score: '得分',
  outcome: '结果',
  holds: '手上',
  wasFree: '也空闲',
  more: (n) => `另有 ${n} 人`,
  strategy: (name) => `按“${name}”，得分最低者优先`,
  visit: (n) => `第 ${n} 次排队`,
}

/** Who was chosen for a conversation, and why. */
export const decisions = { en, zh }
