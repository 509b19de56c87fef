const en = {
  title: 'Audit',
  said: {},
  lead: 'Who did what to whom, newest first. Nothing here is ever changed.',
  acts: {
    watched: 'read along',
    whispered: 'whispered',
    tookOver: 'took it over',
    ended: 'ended it',
    assigned: 'gave it away',
    blocked: 'kept somebody out',
    unblocked: 'let somebody in again',
    merged: 'merged two conversations',
    unmerged: 'took a merge back',
    named: 'gave the desk a name',
    created: 'made',
    changed: 'changed',
    removed: 'removed',
    split: 'split a conversation',
    unsplit: 'took a split back',
  },
  heldBy: (name: string) => `held by ${name}`,
  open: 'Open the conversation',
  older: 'Older',
  empty: 'Nothing has been written down yet',
  emptyHint:
    'What supervisors do in conversations of others, and who is kept out, appears here by itself.',
}

const zh: typeof en = {
  title: '操作日志',
  said: {},
  lead: '谁对谁做了什么，最新的在前。记录不会被修改。',
  acts: {
    watched: '旁听了会话',
    whispered: '发送了悄悄话',
    tookOver: '接管了会话',
    ended: '结束了会话',
    assigned: '转派了会话',
    blocked: '屏蔽了访客',
    unblocked: '解除了屏蔽',
    merged: '合并了会话',
    unmerged: '撤销了合并',
    named: '修改了服务台名称',
    created: '新建了',
    changed: '修改了',
    removed: '移除了',
    split: '拆分了会话',
    unsplit: '撤销了拆分',
  },
  heldBy: (name) => `由${name}接待`,
  open: '打开会话',
  older: '更早的记录',
  empty: '还没有记录',
  emptyHint: '主管对他人会话的操作，以及屏蔽记录，会自动显示在这里。',
}

/** What was done, as the office lists it. */
export const audit = { en, zh }
